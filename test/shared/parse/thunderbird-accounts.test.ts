import { describe, expect, test } from 'vitest';
import { type PrefValue, parsePrefs, prefStatement } from '../../../shared/parse/prefs-js.ts';
import { maxAccounts, readThunderbirdAccounts } from '../../../shared/parse/thunderbird-accounts.ts';
import { foundServers } from '../../support/found-servers.ts';
import { fc } from '../../support/invented-inputs.ts';
import { somePrefs } from '../../support/thunderbird-home.ts';

function accountsOf(change: Record<string, PrefValue | null> = {}) {
  const values = new Map(parsePrefs(somePrefs).values);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) values.delete(name);
    else values.set(name, value);
  }
  return readThunderbirdAccounts(values);
}

test('an account with its identity and both servers, as Thunderbird writes it', () => {
  expect(accountsOf()).toEqual([
    {
      identity: 'id1',
      address: 'you@example.org',
      displayName: 'Jürgen "Jay" Roe',
      smtpKey: 'smtp1',
      ...foundServers,
    },
  ]);
});

describe('what is not written has its usual value', () => {
  test.each<[Record<string, PrefValue | null>, object]>([
    [{ 'mail.smtpserver.smtp1.port': null }, { port: 587, security: 'none' }],
    [
      { 'mail.smtpserver.smtp1.port': 0, 'mail.smtpserver.smtp1.try_ssl': 2 },
      { port: 587, security: 'starttls' },
    ],
    [
      { 'mail.smtpserver.smtp1.port': null, 'mail.smtpserver.smtp1.try_ssl': 3 },
      { port: 465, security: 'tls' },
    ],
    [{ 'mail.smtpserver.smtp1.try_ssl': null }, { port: 25, security: 'none' }],
    [{ 'mail.smtpserver.smtp1.authMethod': null }, { auth: 'password-cleartext' }],
    [{ 'mail.smtpserver.smtp1.username': null }, { username: '' }],
    [{ 'mail.smtpserver.smtp1.port': '587' }, { port: 587 }], // a quoted port is ignored, so the usual one is used
  ])('%j', (change, outgoing) => {
    expect(accountsOf(change)[0]?.outgoing).toMatchObject(outgoing);
  });

  test.each<[string, PrefValue | null, object]>([
    ['port', null, { port: 993 }],
    ['port', -1, { port: 993 }],
    ['socketType', 0, { port: 993, security: 'none' }],
  ])('incoming %s %j', (setting, value, incoming) => {
    expect(accountsOf({ [`mail.server.server1.${setting}`]: value })[0]?.incoming).toMatchObject(incoming);
  });

  test('a POP3 account without port or protection', () => {
    const pop = { 'mail.server.server1.type': 'pop3', 'mail.server.server1.port': null };
    expect(accountsOf({ ...pop, 'mail.server.server1.socketType': null })[0]?.incoming).toMatchObject({
      protocol: 'pop3',
      port: 110,
      security: 'none',
    });
  });
});

test.each<[number, object]>([
  [0, { security: 'none' }],
  [1, { security: 'starttls', isOpportunistic: true }],
  [2, { security: 'starttls' }],
  [3, { security: 'tls' }],
])('try_ssl %i', (try_ssl, outgoing) => {
  const found = accountsOf({ 'mail.smtpserver.smtp1.try_ssl': try_ssl })[0]?.outgoing;
  expect(found).toMatchObject(outgoing);
  expect(found !== null && found !== undefined && 'isOpportunistic' in found).toBe(try_ssl === 1);
});

test.each<[number, string]>([
  [1, 'none'],
  [3, 'password-cleartext'],
  [4, 'password-encrypted'],
  [5, 'unknown'],
  [6, 'unknown'],
  [10, 'oauth2'],
])('authMethod %i is %s', (authMethod, auth) => {
  expect(accountsOf({ 'mail.smtpserver.smtp1.authMethod': authMethod })[0]?.outgoing?.auth).toBe(auth);
});

describe('which outgoing server', () => {
  const second = {
    'mail.smtpservers': 'smtp1,smtp2',
    'mail.smtpserver.smtp2.hostname': 'second.example.org',
    'mail.smtpserver.smtp2.try_ssl': 3,
  };
  test('an identity that names none uses the default one', () => {
    const change = { ...second, 'mail.identity.id1.smtpServer': null, 'mail.smtp.defaultserver': 'smtp2' };
    expect(accountsOf(change)[0]).toMatchObject({
      smtpKey: 'smtp2',
      outgoing: { host: 'second.example.org', port: 465 },
    });
  });
  test('without a default it is the first', () => {
    const change = { ...second, 'mail.identity.id1.smtpServer': null, 'mail.smtp.defaultserver': null };
    expect(accountsOf(change)[0]).toMatchObject({ smtpKey: 'smtp1' });
  });
  test('in place of one that is gone Thunderbird takes no other', () => {
    const lost = { smtpKey: null, outgoing: null };
    expect(accountsOf({ 'mail.identity.id1.smtpServer': 'smtp9' })[0]).toMatchObject(lost);
    const change = { 'mail.identity.id1.smtpServer': null, 'mail.smtp.defaultserver': 'smtp9' };
    expect(accountsOf(change)[0]).toMatchObject(lost);
  });
  test('none at all', () => {
    expect(accountsOf({ 'mail.smtpservers': null })[0]).toMatchObject({ smtpKey: null, outgoing: null });
  });
  test('one of another kind, or without a name that can be one, has no settings to show', () => {
    expect(accountsOf({ 'mail.smtpserver.smtp1.type': 'ews' })[0]).toMatchObject({ outgoing: null });
    expect(accountsOf({ 'mail.smtpserver.smtp1.hostname': 'a b' })[0]).toMatchObject({ outgoing: null });
    expect(accountsOf({ 'mail.smtpserver.smtp1.try_ssl': 9 })[0]).toMatchObject({ outgoing: null });
    expect(accountsOf({ 'mail.smtpserver.smtp1.port': 70_000 })[0]).toMatchObject({ outgoing: null });
  });
});

test('every identity of an account is an address of its own', () => {
  const change = {
    'mail.account.account1.identities': 'id1,id2',
    'mail.identity.id2.useremail': 'Me@Example.net',
  };
  expect(accountsOf(change).map(({ identity, address }) => [identity, address])).toEqual([
    ['id1', 'you@example.org'],
    ['id2', 'Me@example.net'],
  ]);
});

test('an address that is none is left out, hostile text loses what a screen would act on', () => {
  expect(accountsOf({ 'mail.identity.id1.useremail': 'nobody' })).toEqual([]);
  const name = accountsOf({ 'mail.identity.id1.fullName': 'a\u202eb\u001b[31mc' })[0]?.displayName;
  expect(name).toBe('a\ufffdb\ufffd[31mc');
});

test('no number of accounts makes a long list', () => {
  const many = Array.from({ length: 900 }, (_, index) => `id${index}`);
  const change = Object.fromEntries(many.map((id) => [`mail.identity.${id}.useremail`, 'a@example.org']));
  const found = accountsOf({ ...change, 'mail.account.account1.identities': many.join(',') });
  expect(found).toHaveLength(maxAccounts);
});

test('whatever the preferences say, an account has a usable address, host and port, or none', () => {
  const names = [...parsePrefs(somePrefs).values.keys()].filter((name) => name.startsWith('mail.'));
  const anyValue = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom('id1', 'smtp1,smtp1', ''),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), anyValue), (change) => {
      for (const { address, outgoing, displayName } of accountsOf(change)) {
        expect(address).toMatch(/^[^\s@]+@[^\s@]+$/);
        expect(displayName).not.toMatch(/[\p{Cc}\u202e]/u);
        if (outgoing) expect(outgoing.port > 0 && outgoing.port < 65_536).toBe(true);
      }
    }),
  );
});

test('host and user that our own writer writes are the ones that are read', () => {
  const user = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .filter((text) => !/[\p{C}\p{Zl}\p{Zp}\t]/u.test(text));
  fc.assert(
    fc.property(fc.domain(), user, (host, username) => {
      const text = `${somePrefs}${prefStatement('mail.smtpserver.smtp1.hostname', host)}\n${prefStatement('mail.smtpserver.smtp1.username', username)}\n`;
      const outgoing = readThunderbirdAccounts(parsePrefs(text).values)[0]?.outgoing;
      expect(outgoing).toMatchObject({ host: host.toLowerCase(), username, port: 25, security: 'none' });
    }),
  );
});
