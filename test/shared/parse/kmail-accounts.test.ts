import { expect, test } from 'vitest';
import { readKmailAccounts } from '../../../shared/parse/kmail-accounts.ts';

const identities = `[Identity #0]
Email Address=you@example.org
Identity=Default
Name=Jane Roe
Transport=11
uoid=1

[Identity #1]
Email Address=other@example.org
Name=Other
`;
const transports = (more = '') => `[General]
default-transport=12

[Transport 11]
auth=true
authtype=PLAIN
host=mail.example.org
id=11
name=Mail
password=not to be read
user=you
${more}
[Transport 12]
encryption=SSL
host=other.example.org
id=12
`;

test('knows which server each address sends through; what is not written has its default', () => {
  const found = readKmailAccounts({ transports: transports(), identities });
  expect(found.map(({ address, outgoing }) => [address, outgoing])).toEqual([
    [
      'you@example.org',
      {
        protocol: 'smtp',
        host: 'mail.example.org',
        port: 25,
        security: 'none',
        auth: 'password-cleartext',
        username: 'you',
      },
    ],
    [
      'other@example.org',
      { protocol: 'smtp', host: 'other.example.org', port: 465, security: 'tls', auth: 'none', username: '' },
    ],
  ]);
  expect(JSON.stringify(found)).not.toContain('not to be read');
});

test('"TLS" in this file is STARTTLS', () => {
  const found = readKmailAccounts({ transports: transports('encryption=TLS\nport=587'), identities });
  expect(found[0]?.outgoing).toMatchObject({ security: 'starttls', port: 587 });
});

test('an address whose server is gone sends by none', () => {
  expect(readKmailAccounts({ transports: '', identities }).map(({ outgoing }) => outgoing)).toEqual([
    null,
    null,
  ]);
});
