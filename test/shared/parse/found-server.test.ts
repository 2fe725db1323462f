import { expect, test } from 'vitest';
import { mechanismLogin, writtenServer } from '../../../shared/parse/found-server.ts';

test.each([
  ['', 'password-cleartext'],
  ['none', 'none'],
  ['PLAIN', 'password-cleartext'],
  ['Login', 'password-cleartext'],
  ['CRAM-MD5', 'password-encrypted'],
  ['XOAUTH2', 'oauth2'],
  ['Google', 'oauth2'],
  ['GSSAPI', 'unknown'],
])('the mechanism %j is %s', (name, login) => {
  expect(mechanismLogin(name)).toBe(login);
});

test.each([
  [undefined, 25],
  ['0', 25],
  ['587', 587],
  ['x', null],
  ['70000', null],
])('the port %j is %j', (port, expected) => {
  const server = writtenServer({
    protocol: 'smtp',
    host: 'mail.example.org',
    port,
    usualPort: 25,
    security: 'none',
    auth: 'none',
    username: 'you',
  });
  expect(server?.port ?? null).toBe(expected);
});
