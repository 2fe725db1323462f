import { expect, test } from 'vitest';
import { dotnet } from '../../../../shared/clients/services/dotnet.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';

const literal = '"((?:[^"\\\\]|\\\\.)*)"';
const securities: Readonly<Record<string, string>> = {
  None: 'none',
  StartTls: 'starttls',
  SslOnConnect: 'tls',
};

/** What the specification of C# has for a regular string literal (6.4.5.6); throws on an escape that it does not know. */
function value(inside: string): string {
  return inside.replace(/\\(?:u([0-9a-f]{4})|(.))/gu, (_, unit, one) => {
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    if (!`"\\`.includes(one)) throw new Error(`C# would read this otherwise: \\${one}`);
    return one;
  });
}

function read(text: string): Found {
  const from = new RegExp(
    `^message\\.From\\.Add\\(new MailboxAddress\\(${literal}, ${literal}\\)\\);$`,
    'mu',
  ).exec(text);
  const to = new RegExp(
    `^await client\\.ConnectAsync\\(${literal}, (\\d+), SecureSocketOptions\\.(\\w+)\\);$`,
    'mu',
  ).exec(text);
  const login = new RegExp(
    `^await client\\.AuthenticateAsync\\(${literal}, Environment\\.GetEnvironmentVariable\\("SMTP_PASSWORD"\\)\\);$`,
    'mu',
  ).exec(text);
  return {
    host: value(to?.[1] ?? ''),
    port: Number(to?.[2]),
    security: securities[to?.[3] ?? ''] ?? '?',
    username: value(login?.[1] ?? ''),
    name: value(from?.[1] ?? ''),
    address: value(from?.[2] ?? ''),
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(dotnet, read));

test('never takes STARTTLS only where it is offered', () => {
  expect(fileOf(dotnet)).not.toMatch(/WhenAvailable|Auto/);
  expect(fileOf(dotnet, { outgoing: aServer({ auth: 'none' }) })).not.toContain('Authenticate');
  expect(refusedField(dotnet, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});
