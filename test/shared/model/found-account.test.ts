import { expect, test } from 'vitest';
import { FoundAccount } from '../../../shared/model/found-account.ts';

const outgoing = {
  protocol: 'smtp',
  host: 'mail.example.org',
  port: 25,
  security: 'starttls',
  auth: 'unknown',
  username: '',
  isOpportunistic: true,
};
const account = {
  id: '0123456789abcdef',
  program: 'thunderbird',
  profile: 'default',
  address: 'you@example.org',
  displayName: '',
  outgoing,
  incoming: null,
  readFrom: '/home/you/.thunderbird/p/prefs.js',
};

test('an account with what is known about its servers', () => {
  expect(FoundAccount.parse(account)).toEqual(account);
});

test('what is no part of it does not come along: a password least of all', () => {
  const read = FoundAccount.parse({ ...account, password: 'x', outgoing: { ...outgoing, password: 'x' } });
  expect(JSON.stringify(read)).not.toContain('password');
});

test.each([
  { id: '../../etc' },
  { program: 'pine' },
  { outgoing: { ...outgoing, port: 0 } },
  { readFrom: 'x'.repeat(2000) },
])('%j is none', (change) => {
  expect(FoundAccount.safeParse({ ...account, ...change }).success).toBe(false);
});
