import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { discourse } from '../../../../shared/clients/services/discourse.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';

function read(text: string): Found {
  const { env } = parse(text);
  return {
    host: env.DISCOURSE_SMTP_ADDRESS,
    port: env.DISCOURSE_SMTP_PORT,
    security: env.DISCOURSE_SMTP_FORCE_TLS
      ? 'tls'
      : env.DISCOURSE_SMTP_ENABLE_START_TLS
        ? 'starttls'
        : 'none',
    username: env.DISCOURSE_SMTP_USER_NAME,
    address: env.DISCOURSE_NOTIFICATION_EMAIL,
  };
}

test('a parser of YAML gets back every value, or the export refuses', () => expectCarried(discourse, read));

test('checks the certificate, and leaves the password to a line that the person fills in', () => {
  expect(parse(fileOf(discourse)).env).toMatchObject({ DISCOURSE_SMTP_OPENSSL_VERIFY_MODE: 'peer' });
  expect(fileOf(discourse)).toMatch(/^ {2}# DISCOURSE_SMTP_PASSWORD: "PASSWORD"$/m);
  expect(fileOf(discourse, { outgoing: aServer({ auth: 'none' }) })).not.toMatch(/USER_NAME|PASSWORD:/);
});

test("refuses what Discourse's launcher would take off or put in, and says which login is tried", () => {
  const refused = (username: string) => refusedField(discourse, { outgoing: aServer({ username }) });
  expect(['DOMAIN\\you', 'you ', '{{config}}', '0123', 'true'].map(refused)).toEqual(
    Array(5).fill('outgoing.username'),
  );
  expect(['you', 'a"b$c#d', '4711-0001'].map(refused)).toEqual([null, null, null]);
  const login = (auth: 'password-encrypted' | 'unknown') =>
    parse(fileOf(discourse, { outgoing: aServer({ auth }) })).env.DISCOURSE_SMTP_AUTHENTICATION;
  expect([login('unknown'), login('password-encrypted')]).toEqual(['plain', 'cram_md5']);
});
