import { expect, test } from 'vitest';
import { mattermost } from '../../../../shared/clients/services/mattermost.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';

const securities: Readonly<Record<string, string>> = { '': 'none', STARTTLS: 'starttls', TLS: 'tls' };

function read(text: string): Found {
  const found = JSON.parse(text).EmailSettings;
  return {
    host: found.SMTPServer.replace(/^\[(.*)\]$/, '$1'),
    port: Number(found.SMTPPort),
    security: securities[found.ConnectionSecurity] ?? '?',
    username: found.SMTPUsername,
    address: found.FeedbackEmail,
    name: found.FeedbackName ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(mattermost, read));

test('checks the certificate, and logs in only where the server wants it', () => {
  const settings = (auth: 'none' | 'unknown') =>
    JSON.parse(fileOf(mattermost, { outgoing: aServer({ auth }) })).EmailSettings;
  expect(settings('unknown')).toMatchObject({
    EnableSMTPAuth: true,
    SkipServerCertificateVerification: false,
  });
  expect(settings('none')).toMatchObject({ EnableSMTPAuth: false });
  expect(settings('none')).not.toHaveProperty('SMTPUsername');
});

test('writes an IPv6 address so that a port can follow, and refuses a login that Mattermost has no code for', () => {
  expect(fileOf(mattermost, { outgoing: aServer({ host: '2001:db8::1' }) })).toContain('"[2001:db8::1]"');
  expect(refusedField(mattermost, { outgoing: aServer({ auth: 'password-encrypted' }) })).toBe(
    'outgoing.auth',
  );
});
