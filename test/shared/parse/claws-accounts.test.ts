import { expect, test } from 'vitest';
import { readClawsAccounts } from '../../../shared/parse/claws-accounts.ts';

const accountrc = (more = '') => `[Account: 1]
account_name=you@example.org
is_default=1
name=Jane Roe
address=you@example.org
protocol=3
receive_server=imap.example.org
smtp_server=mail.example.org
user_id=you
password=not to be read
ssl_imap=1
ssl_smtp=0
use_smtp_auth=0
smtp_user_id=
set_smtpport=0
smtp_port=25
set_imapport=0
imap_port=143
${more}
`;

test('an account that was never changed sends through port 25, in the open, without a login', () => {
  const found = readClawsAccounts(accountrc());
  expect(found).toMatchObject([
    {
      key: 'Account: 1',
      address: 'you@example.org',
      displayName: 'Jane Roe',
      outgoing: { host: 'mail.example.org', port: 25, security: 'none', auth: 'none', username: '' },
      incoming: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', username: 'you' },
    },
  ]);
  expect(JSON.stringify(found)).not.toContain('not to be read');
});

test.each([
  ['ssl_smtp=1', { security: 'tls', port: 465 }],
  ['ssl_smtp=2', { security: 'starttls', port: 25 }],
  ['ssl_smtp=2\nset_smtpport=1\nsmtp_port=587', { security: 'starttls', port: 587 }],
  ['use_smtp_auth=1', { auth: 'password-cleartext', username: 'you' }],
  ['use_smtp_auth=1\nsmtp_user_id=relay', { auth: 'password-cleartext', username: 'relay' }],
])('%j', (more, expected) => {
  expect(readClawsAccounts(accountrc(more))[0]?.outgoing).toMatchObject(expected);
});

test('an account that fetches nothing over the network has no server for receiving; one without an address is none', () => {
  expect(readClawsAccounts(accountrc('protocol=5'))[0]?.incoming).toBeNull();
  expect(readClawsAccounts('[Account: 1]\nsmtp_server=mail.example.org\n')).toEqual([]);
  expect(readClawsAccounts(accountrc('set_smtpport=1\nsmtp_port=99999'))[0]?.outgoing).toBeNull();
});
