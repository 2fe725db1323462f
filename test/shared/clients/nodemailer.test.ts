import { readFile } from 'node:fs/promises';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { nodemailer } from '../../../shared/clients/nodemailer.ts';
import { aServer } from '../../support/builders.ts';
import { mailPassword } from '../../support/mail-server.ts';
import { authorities } from '../../support/servers.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { sendsAMessage } from './sends.ts';

function read(text: string): Found {
  const { transport, defaults } = JSON.parse(text);
  return {
    host: transport.host,
    port: transport.port,
    security: transport.secure ? 'tls' : transport.requireTLS ? 'starttls' : 'none',
    username: transport.auth.user,
    address: defaults.from.address,
    name: defaults.from.name,
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(nodemailer, read));

test('holds no password, and asks for no login where the server wants none', () => {
  expect(fileOf(nodemailer)).not.toContain('pass');
  expect(
    JSON.parse(fileOf(nodemailer, { outgoing: aServer({ auth: 'none' }) })).transport.auth,
  ).toBeUndefined();
});

test('does not encrypt behind the back of who chose no encryption', () => {
  const text = fileOf(nodemailer, { outgoing: aServer({ security: 'none' }) });
  expect(JSON.parse(text).transport).toMatchObject({ secure: false, ignoreTLS: true });
});

test('names the encrypted login, and refuses the one through the browser', () => {
  const text = fileOf(nodemailer, { outgoing: aServer({ auth: 'password-encrypted' }) });
  expect(JSON.parse(text).transport.authMethod).toBe('CRAM-MD5');
  expect(refusedField(nodemailer, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});

test.each(['starttls', 'tls'] as const)(
  'Nodemailer sends a message with nothing but the file (%s)',
  (security) =>
    sendsAMessage(nodemailer, security, async (path) => {
      const { transport, defaults } = JSON.parse(await readFile(path('settings'), 'utf8'));
      const auth = { ...transport.auth, pass: mailPassword };
      const mailer = createTransport({ ...transport, auth, tls: { ca: authorities.root } }, defaults);
      await mailer.sendMail({ to: 'you@example.org', subject: 'it works', text: 'sent' });
      mailer.close();
      return { status: 0, stdout: '', stderr: '' };
    }),
);
