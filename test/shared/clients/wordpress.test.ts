import { expect, test } from 'vitest';
import { wordpress } from '../../../shared/clients/wordpress.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { phpHost } from './php-reader.ts';

/** PHP's single-quoted strings, numbers and booleans in define(); throws on any other line. */
function constants(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('//') && !line.includes('?>')) continue;
    const [, name, string, bare] =
      /^define\( '([A-Z_]+)', (?:'((?:[^'\\]|\\[\\'])*)'|(\d+|true|false)) \);$/su.exec(line) ?? [];
    if (name === undefined) throw new Error(`PHP would read this otherwise: ${line}`);
    found.set(name, bare ?? (string ?? '').replace(/\\([\\'])/g, '$1'));
  }
  return found;
}

function read(text: string): Found {
  const found = constants(text);
  const security: Record<string, string> = { '': 'none', tls: 'starttls', ssl: 'tls' };
  return {
    host: phpHost(found.get('WPMS_SMTP_HOST') ?? ''),
    port: Number(found.get('WPMS_SMTP_PORT')),
    security: security[found.get('WPMS_SSL') ?? '?'] ?? '?',
    username: found.get('WPMS_SMTP_USER') ?? '',
    address: found.get('WPMS_MAIL_FROM') ?? '',
    name: found.get('WPMS_MAIL_FROM_NAME') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(wordpress, read));

test('switches the plugin on, and its own search for encryption off where none was chosen', () => {
  expect(constants(fileOf(wordpress)).get('WPMS_ON')).toBe('true');
  const plain = constants(fileOf(wordpress, { outgoing: aServer({ security: 'none', auth: 'none' }) }));
  expect(plain.get('WPMS_SMTP_AUTOTLS')).toBe('false');
  expect(plain.get('WPMS_SMTP_AUTH')).toBe('false');
  expect(plain.has('WPMS_SMTP_USER')).toBe(false);
});

test('holds no password and refuses a sign-in through the browser', () => {
  expect(constants(fileOf(wordpress)).has('WPMS_SMTP_PASS')).toBe(false);
  expect(fileOf(wordpress)).toContain("\n// define( 'WPMS_SMTP_PASS', 'PASSWORD' );\n");
  expect(fileOf(wordpress, { outgoing: aServer({ auth: 'none' }) })).not.toMatch(/PASSWORD|WPMS_SMTP_PASS/);
  expect(refusedField(wordpress, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});

test('refuses a name that PHPMailer, to which the plugin gives it, takes for none', () => {
  expect(refusedField(wordpress, { outgoing: aServer({ host: 'a_b.example' }) })).toBe('outgoing.host');
});

test('forces its sender on plugins that name one of their own, which most providers refuse', () => {
  expect(fileOf(wordpress)).toContain("define( 'WPMS_MAIL_FROM_FORCE', true );");
});
