import { expect, test } from 'vitest';
import { mattermost } from '../../../../shared/clients/services/mattermost.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf } from '../carried.ts';

const securities: Readonly<Record<string, string>> = { '': 'none', STARTTLS: 'starttls', TLS: 'tls' };

function read(text: string): Found {
  const found = JSON.parse(text).EmailSettings;
  return {
    host: found.SMTPServer,
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
