import { expect, test } from 'vitest';
import { nodemailer } from '../../../shared/clients/nodemailer.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { testSending } from './sends.ts';

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

/** A program of one's own that gives Nodemailer the two parts, the password from the environment and the authority to trust. */
const send = `
import { readFileSync } from 'node:fs';
const [nodemailer, settings, ca] = process.argv.slice(1);
const { createTransport } = (await import(nodemailer)).default;
const { transport, defaults } = JSON.parse(readFileSync(settings, 'utf8'));
const auth = { ...transport.auth, pass: process.env.SMTP_PASSWORD };
const mailer = createTransport({ ...transport, auth, tls: { ca: readFileSync(ca) } }, defaults);
await mailer.sendMail({ to: 'you@example.org', subject: 'it works', text: 'sent' });
mailer.close();
`;

testSending(nodemailer, [], ({ path, password, run }) =>
  run(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      send,
      import.meta.resolve('nodemailer'),
      path('settings'),
      path('authority.pem'),
    ],
    { environment: { SMTP_PASSWORD: password } },
  ),
);
