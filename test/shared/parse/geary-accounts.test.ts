import { expect, test } from 'vitest';
import { readGearyAccount } from '../../../shared/parse/geary-accounts.ts';

const ini = (outgoing: string) => `[Metadata]
version=1
status=enabled

[Account]
ordinal=1
sender_mailboxes=Jane Roe <you@example.org>;
service_provider=other

[Incoming]
login=you
remember_password=true
host=imap.example.org
port=993
transport_security=transport
credentials=custom

[Outgoing]
remember_password=true
host=mail.example.org
${outgoing}
`;

test.each([
  [
    'port=25\ntransport_security=none\ncredentials=none',
    { port: 25, security: 'none', auth: 'none', username: '' },
  ],
  [
    'port=587\ntransport_security=start-tls\ncredentials=use-incoming',
    { port: 587, security: 'starttls', auth: 'password-cleartext', username: 'you' },
  ],
  [
    'port=465\ntransport_security=transport\ncredentials=custom\nlogin=relay',
    { port: 465, security: 'tls', username: 'relay' },
  ],
])('%j', (outgoing, expected) => {
  expect(readGearyAccount('account_01', ini(outgoing))).toMatchObject({
    key: 'account_01',
    address: 'you@example.org',
    displayName: 'Jane Roe',
    outgoing: { host: 'mail.example.org', ...expected },
    incoming: { protocol: 'imap', port: 993, security: 'tls', username: 'you' },
  });
});

test('is none without an address', () => {
  expect(readGearyAccount('account_01', '')).toBeNull();
});
