import { expect, test } from 'vitest';
import { readEvolutionAccounts } from '../../../shared/parse/evolution-accounts.ts';

/** As Evolution 3.46 writes them, without what is not read. */
const account = `
[Data Source]
DisplayName=you@example.org
Enabled=true
Parent=

[Authentication]
Host=imap.example.org
Method=PLAIN
Port=993
User=you

[Mail Account]
BackendName=imapx
IdentityUid=identity-1

[Security]
Method=ssl-on-alternate-port
`;
const identity = `
[Data Source]
DisplayName=you@example.org

[Mail Identity]
Address=you@example.org
Name=Jürgen Roe

[Mail Submission]
SentFolder=folder://x
TransportUid=transport-1
`;
const transport = (security: string, more = '') => `
[Data Source]
DisplayName=you@example.org

[Authentication]
Host=mail.example.org
Method=none
Port=25
User=
${more}
[Mail Transport]
BackendName=smtp

[Security]
Method=${security}
`;

const filesWith = (transportText: string, accountText = account) =>
  new Map([
    ['account-1', accountText],
    ['identity-1', identity],
    ['transport-1', transportText],
    ['system-calendar', '[Data Source]\nDisplayName=Personal\n'],
  ]);

test('joins account, identity and transport', () => {
  expect(readEvolutionAccounts(filesWith(transport('none')))).toEqual([
    {
      key: 'account-1',
      address: 'you@example.org',
      displayName: 'Jürgen Roe',
      outgoing: {
        protocol: 'smtp',
        host: 'mail.example.org',
        port: 25,
        security: 'none',
        auth: 'none',
        username: '',
      },
      incoming: {
        protocol: 'imap',
        host: 'imap.example.org',
        port: 993,
        security: 'tls',
        auth: 'password-cleartext',
        username: 'you',
      },
    },
  ]);
});

test.each([
  ['starttls-on-standard-port', 'starttls'],
  ['ssl-on-alternate-port', 'tls'],
  ['anything else', 'none'],
])('%s is %s', (word, security) => {
  expect(readEvolutionAccounts(filesWith(transport(word)))[0]?.outgoing?.security).toBe(security);
});

test('knows a sign-in, and takes what Exchange sends by for no server', () => {
  const signsIn = transport('none').replace('Method=none', 'Method=OAuth2 (Google)');
  expect(readEvolutionAccounts(filesWith(signsIn))[0]?.outgoing?.auth).toBe('oauth2');
  const exchange = transport('none').replace('BackendName=smtp', 'BackendName=ews');
  expect(readEvolutionAccounts(filesWith(exchange))[0]?.outgoing).toBeNull();
});

test('leaves out what is switched off, points nowhere, or has no address', () => {
  expect(
    readEvolutionAccounts(filesWith(transport('none'), account.replace('Enabled=true', 'Enabled=false'))),
  ).toEqual([]);
  expect(readEvolutionAccounts(new Map([['account-1', account]]))).toEqual([]);
  expect(readEvolutionAccounts(new Map([['a', '[Mail Account]\nIdentityUid=a\n']]))).toEqual([]);
});

test('a user name of a Windows domain has one backslash', () => {
  const inDomain = account.replace('User=you', 'User=OFFICE\\\\you');
  expect(readEvolutionAccounts(filesWith(transport('none'), inDomain))[0]?.incoming?.username).toBe(
    'OFFICE\\you',
  );
});
