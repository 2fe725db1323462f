import { expect, test } from 'vitest';
import { loginAct, loginKind } from '../../../shared/model/login-kind.ts';

test.each([
  ['password-cleartext', 'app-password', 'app-password', 'made-password'],
  ['unknown', 'app-password', 'app-password', 'made-password'],
  ['password-cleartext', 'app-password-2fa', 'app-password-2fa', 'password'],
  ['password-cleartext', 'mail-password', 'mail-password', 'made-password'],
  ['password-encrypted', 'authorization-code', 'authorization-code', 'made-password'],
  ['oauth2', 'browser', 'oauth2', 'sign-in'],
  ['oauth2', 'app-password', 'oauth2', 'sign-in'],
  ['none', 'app-password', 'none', 'none'],
  ['password-cleartext', 'browser', 'password-cleartext', 'password'],
  ['password-encrypted', undefined, 'password-encrypted', 'password'],
] as const)('%s at a provider that wants %s: %s', (auth, secret, kind, act) => {
  expect(loginKind({ auth }, secret)).toBe(kind);
  expect(loginAct(kind)).toBe(act);
});

test('where a password does as well as the sign-in in the browser, both are named', () => {
  const server = { auth: 'oauth2', orPassword: true } as const;
  expect(loginKind(server, 'app-password')).toBe('oauth2-or-app-password');
  expect(loginKind(server, undefined)).toBe('oauth2-or-password');
  expect(loginAct('oauth2-or-app-password')).toBe('either');
});
