import { expect, test } from 'vitest';
import { laravel } from '../../../shared/clients/laravel.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { phpHost } from './php-reader.ts';

/** As phpdotenv reads a quoted value: '…' is literal, "…" knows escapes and ${…}. Then what Laravel's env() makes of it. */
function value(text: string, name: string): string | null {
  const [, single, double, bare] =
    new RegExp(`^${name}=(?:'([^']*)'|"([^"\\\\$]*)"|([a-z0-9]*))$`, 'mu').exec(text) ?? [];
  const parsed = single ?? double ?? bare ?? '';
  if (/^\(?(true|false|null|empty)\)?$/i.test(parsed)) return null;
  return parsed.replace(/^(['"])(.*)\1$/, '$2');
}

function read(text: string): Found {
  return {
    host: phpHost(value(text, 'MAIL_HOST') ?? ''),
    port: Number(value(text, 'MAIL_PORT')),
    username: value(text, 'MAIL_USERNAME') ?? '',
    address: value(text, 'MAIL_FROM_ADDRESS') ?? '',
    name: value(text, 'MAIL_FROM_NAME') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(laravel, read));

test.each([
  ['starttls', 'smtp'],
  ['tls', 'smtps'],
  ['none', 'smtp'],
] as const)('says %s as the scheme %s', (security, scheme) => {
  const text = fileOf(laravel, { outgoing: aServer({ security }) });
  expect(text).toContain(`\nMAIL_SCHEME=${scheme}\n`);
  expect(text.includes('Without encryption')).toBe(security === 'none');
});

test('refuses words that Laravel turns into something else', () => {
  const refused = (username: string) => refusedField(laravel, { outgoing: aServer({ username }) });
  expect(['null', 'TRUE', '(empty)', '"quoted"'].map(refused)).toEqual(Array(4).fill('outgoing.username'));
  expect(refused('nullable')).toBeNull();
});

test('says that it insists on STARTTLS only where it is told to, and where that is said', () => {
  const insist = "'require_tls' => true,";
  expect(fileOf(laravel, { outgoing: aServer({ security: 'starttls' }) }).replace(/\n# /g, ' ')).toContain(
    insist,
  );
  expect(fileOf(laravel, { outgoing: aServer({ security: 'tls', port: 465 }) })).not.toContain(insist);
});
