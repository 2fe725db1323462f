import { expect, test } from 'vitest';
import { loginKind } from '../../../shared/model/login-kind.ts';

test('an app password takes the place of a password, and of nothing else', () => {
  expect(loginKind('password-cleartext', 'app-password')).toBe('app-password');
  expect(loginKind('unknown', 'app-password')).toBe('app-password');
  expect(loginKind('oauth2', 'app-password')).toBe('oauth2');
  expect(loginKind('none', 'app-password')).toBe('none');
  expect(loginKind('password-cleartext', 'browser')).toBe('password-cleartext');
  expect(loginKind('password-encrypted', undefined)).toBe('password-encrypted');
});
