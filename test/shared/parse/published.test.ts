import { expect, test } from 'vitest';
import { oddPort } from '../../../shared/parse/published.ts';

test.each([
  ['smtp', 465, 'tls', null],
  ['smtp', 587, 'starttls', null],
  ['smtp', 587, 'none', null],
  ['smtp', 25, 'none', null],
  ['smtp', 2525, 'tls', null],
  ['smtp', 587, 'tls', 'other-security'],
  ['smtp', 465, 'starttls', 'other-security'],
  ['imap', 993, 'none', 'other-security'],
  ['imap', 587, 'starttls', 'other-protocol'],
  ['pop3', 993, 'tls', 'other-protocol'],
  ['smtp', 586, 'tls', 'not-a-mail-port'],
  ['smtp', 22, 'none', 'not-a-mail-port'],
  ['smtp', 6379, 'none', 'not-a-mail-port'],
] as const)('%s on %d with %s: %s', (protocol, port, security, odd) => {
  const role = protocol === 'smtp' ? 'outgoing' : 'incoming';
  expect(oddPort({ protocol, host: 'mail.example.org', port, security, role })).toBe(odd);
});
