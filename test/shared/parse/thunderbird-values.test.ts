import { expect, test } from 'vitest';
import { Security } from '../../../shared/model/endpoint.ts';
import {
  loginOf,
  securityOf,
  thunderbirdLogin,
  thunderbirdSecurity,
  usualPort,
} from '../../../shared/parse/thunderbird-values.ts';

test('a number that is written is read as what it was written for', () => {
  for (const security of Security.options) {
    expect(securityOf(thunderbirdSecurity[security])).toEqual({ security });
  }
  for (const login of ['none', 'password-cleartext', 'password-encrypted', 'oauth2'] as const) {
    expect(loginOf(thunderbirdLogin[login])).toBe(login);
  }
});

test('STARTTLS "if available" is read, and never written', () => {
  expect(securityOf(1)).toEqual({ security: 'starttls', isOpportunistic: true });
  expect(Object.values(thunderbirdSecurity)).not.toContain(1);
});

test.each([
  ['smtp', 'none', 587],
  ['smtp', 'starttls', 587],
  ['smtp', 'tls', 465],
  ['imap', 'starttls', 143],
  ['imap', 'tls', 993],
  ['pop3', 'none', 110],
  ['pop3', 'tls', 995],
] as const)('%s with %s goes to port %i', (protocol, security, port) => {
  expect(usualPort(protocol, security)).toBe(port);
});
