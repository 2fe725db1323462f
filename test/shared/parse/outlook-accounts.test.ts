import { describe, expect, test } from 'vitest';
import { readOutlookAccounts } from '../../../shared/parse/outlook-accounts.ts';
import { parseRegFile, parseRegQuery, type RegistryValue } from '../../../shared/parse/registry-text.ts';
import { foundServers } from '../../support/found-servers.ts';
import { exportedOutlook, queriedOutlook2010, queriedOutlook2016 } from '../../support/outlook-registry.ts';

const imap = {
  profile: 'Outlook',
  address: 'you@example.org',
  displayName: 'Jürgen Müller',
  ...foundServers,
  outgoing: { ...foundServers.outgoing, port: 587, security: 'starttls' },
  key: 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles\\Outlook\\9375CFF0413111d3B88A00104B2A6676\\00000002',
};

test('Outlook 2016: IMAP with STARTTLS; the address book is no account; Exchange has no servers', () => {
  const { accounts, exchange } = readOutlookAccounts(parseRegQuery(queriedOutlook2016));
  expect(accounts).toEqual([imap]);
  expect(exchange).toEqual([expect.stringMatching(/0000000a$/)]);
});

test('the same account from an exported file', () => {
  expect(readOutlookAccounts(parseRegFile(exportedOutlook))).toEqual({ accounts: [imap], exchange: [] });
});

test('Outlook 2010: what is not written has its usual value, its own login is used', () => {
  const { accounts } = readOutlookAccounts(parseRegQuery(queriedOutlook2010));
  expect(accounts).toMatchObject([
    {
      profile: 'Perfil de correo',
      displayName: 'Casa',
      outgoing: { host: 'smtp.example.net', port: 25, security: 'none', username: 'yo-smtp' },
      incoming: { protocol: 'pop3', host: 'pop.example.net', port: 110, security: 'none', username: 'yo' },
    },
  ]);
});

function accountWith(values: Record<string, RegistryValue>) {
  const path =
    'HKCU\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles\\p\\9375CFF0413111D3B88A00104B2A6676\\00000002';
  const all = {
    email: 'you@example.org',
    'smtp server': 'mail.example.org',
    'imap server': 'imap.example.org',
    ...values,
  };
  return readOutlookAccounts([{ path, values: new Map(Object.entries(all)) }]).accounts[0];
}

describe('the security of sending', () => {
  test.each<[Record<string, RegistryValue>, object]>([
    [{}, { security: 'none' }],
    [{ 'smtp use ssl': 0 }, { security: 'none' }],
    [{ 'smtp use ssl': 1 }, { security: 'tls' }],
    [{ 'smtp use ssl': 1, 'smtp secure connection': 0 }, { security: 'none' }],
    [{ 'smtp use ssl': 0, 'smtp secure connection': 1 }, { security: 'tls' }],
    [{ 'smtp use ssl': 1, 'smtp secure connection': 2 }, { security: 'starttls' }],
    [{ 'smtp secure connection': 3 }, { security: 'starttls', isOpportunistic: true }],
  ])('%j', (values, security) => {
    expect(accountWith(values)?.outgoing).toMatchObject(security);
  });
});

test('without a login there is no user name; with one it is that for receiving, unless it has its own', () => {
  expect(accountWith({ 'imap user': 'me' })?.outgoing).toMatchObject({ auth: 'none', username: '' });
  const login = { 'imap user': 'me', 'smtp use auth': 1, 'smtp user': 'other' };
  expect(accountWith(login)?.outgoing).toMatchObject({ auth: 'password-cleartext', username: 'me' });
  expect(accountWith({ ...login, 'smtp auth method': 1 })?.outgoing).toMatchObject({ username: 'other' });
});

test('what cannot be an address, host or port is not shown as one', () => {
  expect(accountWith({ email: 'nobody' })).toBeUndefined();
  expect(accountWith({ 'smtp server': 'a b' })?.outgoing).toBeNull();
  expect(accountWith({ 'smtp port': 70_000 })?.outgoing).toBeNull();
  expect(accountWith({ 'display name': 'a\u202eb' })?.displayName).toBe('a\ufffdb');
});

test('keys elsewhere in the registry are none of ours', () => {
  const values = new Map([
    ['email', 'you@example.org'],
    ['smtp server', 'mail.example.org'],
  ]);
  expect(readOutlookAccounts([{ path: 'HKCU\\Software\\Other\\00000002', values }]).accounts).toEqual([]);
});
