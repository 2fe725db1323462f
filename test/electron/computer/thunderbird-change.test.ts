import { describe, expect, test } from 'vitest';
import {
  planThunderbirdChange,
  sharing,
  type Wanted,
} from '../../../electron/computer/thunderbird-change.ts';
import type { Server } from '../../../shared/model/check.ts';
import { type PrefValue, parsePrefs } from '../../../shared/parse/prefs-js.ts';
import { readThunderbirdAccounts } from '../../../shared/parse/thunderbird-accounts.ts';
import { aServer } from '../../support/builders.ts';
import { english, told } from '../../support/english.ts';
import { somePrefs } from '../../support/thunderbird-home.ts';

function planned(
  server: Partial<Server>,
  change: Record<string, PrefValue | null> = {},
  offered: Wanted['offered'] = ['PLAIN', 'LOGIN'],
) {
  const values = new Map(parsePrefs(somePrefs).values);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) values.delete(name);
    else values.set(name, value);
  }
  const accounts = readThunderbirdAccounts(values);
  const [account] = accounts;
  if (!account) throw new Error('the profile has an account');
  return planThunderbirdChange(values, account, accounts, { server: aServer(server), offered });
}

function changesOf(...args: Parameters<typeof planned>) {
  const plan = planned(...args);
  if (!plan.ok) throw new Error(english(plan.problem.message));
  return plan.value.map(({ name, from, to }) => [name.replace('mail.smtpserver.smtp1.', ''), from, to]);
}

const smtp = (setting: string) => `mail.smtpserver.smtp1.${setting}`;

describe('port and security', () => {
  test('differ: these two and no others', () => {
    expect(changesOf({})).toEqual([
      ['port', 25, 587],
      ['try_ssl', 0, 2],
    ]);
  });
  test('are right: nothing', () => {
    expect(changesOf({}, { [smtp('port')]: 587, [smtp('try_ssl')]: 2 })).toEqual([]);
  });
  test('a port that is not written is right when it is the usual one for the new security', () => {
    expect(changesOf({}, { [smtp('port')]: null })).toEqual([['try_ssl', 0, 2]]);
    expect(changesOf({ port: 465, security: 'tls' }, { [smtp('port')]: null })).toEqual([['try_ssl', 0, 3]]);
    expect(changesOf({ port: 2525 }, { [smtp('port')]: null })).toEqual([
      ['port', null, 2525],
      ['try_ssl', 0, 2],
    ]);
  });
  test('STARTTLS "if available" becomes STARTTLS', () => {
    expect(changesOf({}, { [smtp('port')]: 587, [smtp('try_ssl')]: 1 })).toEqual([['try_ssl', 1, 2]]);
  });
});

describe('the way to log in', () => {
  const right = { [smtp('port')]: 587, [smtp('try_ssl')]: 2 };
  test.each<[string, Server['auth'], number | null, Wanted['offered'], unknown[][]]>([
    ['stays where the server offers it', 'password-cleartext', 10, ['PLAIN', 'XOAUTH2'], []],
    ['stays where nobody knows what is offered', 'password-cleartext', 5, null, []],
    ['stays where the check could not say', 'unknown', 1, null, []],
    ['is set where there was none', 'password-cleartext', 1, ['PLAIN'], [['authMethod', 1, 3]]],
    ['changes where it is not offered', 'password-cleartext', 4, ['PLAIN'], [['authMethod', 4, 3]]],
    [
      'an encrypted password, where only that is taken',
      'password-encrypted',
      3,
      ['CRAM-MD5'],
      [['authMethod', 3, 4]],
    ],
    [
      'OAuth2, where the provider wants that alone',
      'oauth2',
      null,
      ['PLAIN', 'XOAUTH2'],
      [['authMethod', null, 10]],
    ],
    ['none, where no login is taken', 'none', 3, [], [['authMethod', 3, 1]]],
  ])('%s', (_name, auth, present, offered, changes) => {
    expect(changesOf({ auth }, { ...right, [smtp('authMethod')]: present }, offered)).toEqual(changes);
  });
});

describe('host and user name', () => {
  test('another host, with the user name that also receives the mail', () => {
    expect(changesOf({ host: 'smtp.example.org', username: 'someone' })).toEqual([
      ['hostname', 'mail.example.org', 'smtp.example.org'],
      ['port', 25, 587],
      ['try_ssl', 0, 2],
    ]);
  });
  test('the user name of a server that is being left goes with it', () => {
    const change = { [smtp('hostname')]: 'smtp.isp.example', [smtp('username')]: 'isp-4711' };
    expect(changesOf({ username: 'you@example.org' }, change)).toContainEqual([
      'username',
      'isp-4711',
      'you@example.org',
    ]);
  });
  test('of the same host the user name stays, whatever a guess says', () => {
    const names = changesOf({ username: 'you@example.org' }, { [smtp('username')]: 'yroe' }).map(
      ([name]) => name,
    );
    expect(names).toEqual(['port', 'try_ssl']);
  });
  test('a missing user name is filled in, but not for a server without login', () => {
    const missing = { [smtp('username')]: null };
    expect(changesOf({ username: 'you' }, missing)).toContainEqual(['username', null, 'you']);
    expect(changesOf({ username: 'you', auth: 'none' }, missing, []).map(([name]) => name)).not.toContain(
      'username',
    );
    expect(changesOf({ username: '' }, missing).map(([name]) => name)).not.toContain('username');
  });
  test('letters in another case are the same host', () => {
    const names = changesOf({}, { [smtp('hostname')]: 'Mail.Example.ORG' }).map(([name]) => name);
    expect(names).toEqual(['port', 'try_ssl']);
  });
});

describe('an entry that several addresses send through', () => {
  const second = (address: string) => ({
    'mail.account.account1.identities': 'id1,id2',
    'mail.identity.id2.useremail': address,
  });
  test('moves to another host for addresses of one provider', () => {
    expect(planned({ host: 'smtp.example.org' }, second('other@example.org'))).toMatchObject({ ok: true });
  });
  test('is not moved away under the address of another provider', () => {
    expect(told(planned({ host: 'smtp.example.org' }, second('me@elsewhere.net')))).toMatchObject({
      ok: false,
      problem: { field: 'account', code: 'refused', message: expect.stringContaining('me@elsewhere.net') },
    });
  });
  test('gets another port for all, which are named', () => {
    expect(planned({}, second('me@elsewhere.net'))).toMatchObject({ ok: true });
    const values = new Map([...parsePrefs(somePrefs).values, ...Object.entries(second('me@elsewhere.net'))]);
    const accounts = readThunderbirdAccounts(values);
    expect(accounts[0] && sharing(accounts[0], accounts)).toEqual(['me@elsewhere.net']);
  });
});

test('an account without an outgoing server of this kind is refused', () => {
  expect(planned({}, { 'mail.smtpservers': null })).toMatchObject({
    ok: false,
    problem: { field: 'account' },
  });
  expect(planned({}, { [smtp('type')]: 'ews' })).toMatchObject({ ok: false, problem: { field: 'account' } });
});
