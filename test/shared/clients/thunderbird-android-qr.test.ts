import { describe, expect, test } from 'vitest';
import { clientCode } from '../../../shared/clients/index.ts';
import { thunderbirdAndroidQr } from '../../../shared/clients/thunderbird-android-qr.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { scanned } from './scanned.ts';
import { someSettings } from './settings.ts';
import { at, parseXml } from './xml-reader.ts';
import { expectWellFormed, xmlHostile } from './xmllint.ts';

type ServerEntry = {
  protocol: unknown;
  host: string;
  port: number;
  security: string;
  auth: unknown;
  user: string;
};

const securities: Readonly<Record<number, string>> = { 0: 'none', 2: 'starttls', 3: 'tls' };

function array(value: unknown, ...lengths: readonly number[]): unknown[] {
  if (!Array.isArray(value) || !lengths.includes(value.length))
    throw new Error(`not such an array: ${JSON.stringify(value)}`);
  return value;
}

function server(value: unknown): ServerEntry {
  const [protocol, host, port, security, auth, user] = array(value, 6);
  if (typeof host !== 'string' || typeof user !== 'string' || typeof port !== 'number')
    throw new Error('not a server');
  if (/[^\x21-\x7e]/.test(host)) throw new Error('a host that readers skip');
  return { protocol, host, port, security: securities[Number(security)] ?? '?', auth, user };
}

/** By the published description of the format (Thunderbird for Android, qr-code-format.md): one account, one group, one identity. */
function account(code: string) {
  const [version, position, incoming, groups] = array(JSON.parse(code), 4);
  expect([version, position]).toEqual([1, [1, 1]]);
  const [group] = array(groups, 1);
  const [outgoing, identity] = array(group, 2);
  const [address, name] = array(identity, 2);
  if (typeof address !== 'string' || typeof name !== 'string') throw new Error('not an identity');
  return { incoming: server(incoming), outgoing: server(outgoing), address, name };
}

const said = (svg: string) => at(parseXml(svg), 'desc').text;

function read(svg: string): Found {
  const { incoming, outgoing, address, name } = account(said(svg));
  return {
    host: outgoing.host,
    port: outgoing.port,
    security: outgoing.security,
    username: outgoing.user,
    address,
    name,
    incomingHost: incoming.host,
    incomingUsername: incoming.user,
  };
}

test('a reader gets back every value, or the export refuses', () =>
  expectCarried(thunderbirdAndroidQr, read, { numRuns: 150 }));

test('is the example of the description, to the letter', () => {
  const svg = fileOf(thunderbirdAndroidQr, { displayName: 'Jane Roe' });
  expect(said(svg)).toBe(
    '[1,[1,1],[0,"imap.example.org",993,3,1,"you@example.org"],[[[0,"mail.example.org",587,2,1,"you@example.org"],["you@example.org","Jane Roe"]]]]',
  );
});

test('is ASCII whatever the name, so that no reader guesses another character set', () => {
  const text = said(fileOf(thunderbirdAndroidQr, { displayName: 'Jörg 山田 🙂' }));
  expect(text).toMatch(/^[\x20-\x7e]+$/);
  expect(account(text).name).toBe('Jörg 山田 🙂');
});

test.each([
  ['none', 0],
  ['password-cleartext', 1],
  ['unknown', 1],
  ['password-encrypted', 2],
  ['oauth2', 6],
] as const)('says the login %s as %d', (auth, number) => {
  const found = account(
    said(fileOf(thunderbirdAndroidQr, { outgoing: aServer({ auth, host: 'smtp.gmail.com' }) })),
  );
  expect(found.outgoing.auth).toBe(number);
  expect(found.outgoing.user).toBe(auth === 'none' ? '' : 'you@example.org');
});

test('knows POP3, and puts the address where no name is known', () => {
  const incoming = aServer({ protocol: 'pop3', port: 995, security: 'tls' });
  const found = account(said(fileOf(thunderbirdAndroidQr, { incoming, displayName: '' })));
  expect([found.incoming.protocol, found.name]).toEqual([1, 'you@example.org']);
});

test('refuses what the app would skip', () => {
  expect(refusedField(thunderbirdAndroidQr, { incoming: null })).toBe('incoming');
  expect(refusedField(thunderbirdAndroidQr, { mailAddress: 'jürgen@example.org' })).toBe('mailAddress');
  expect(refusedField(thunderbirdAndroidQr, { outgoing: aServer({ username: '' }) })).toBe(
    'outgoing.username',
  );
  const username = 'u'.repeat(300);
  const long = { outgoing: aServer({ username }), incoming: aServer({ protocol: 'imap', username }) };
  expect(refusedField(thunderbirdAndroidQr, { ...long, displayName: 'n'.repeat(250) })).toBe('displayName');
});

describe('the real zbarimg', () => {
  needs('zbarimg');
  test.each(['Jane Roe', 'Jürgen "漢" \\ & <x>'])(
    'reads the code of %j, byte for byte',
    async (displayName) => {
      const settings = someSettings({ displayName });
      const code = clientCode(thunderbirdAndroidQr, settings);
      if (!code?.ok) throw new Error('there is a code');
      const text = await scanned(code.value.rows);
      expect(text).toBe(said(fileOf(thunderbirdAndroidQr, { displayName })));
      expect(account(text).name).toBe(displayName);
    },
  );
});

describe('the real xmllint', () => {
  needs('xmllint');
  test('accepts the picture', () =>
    expectWellFormed(fileOf(thunderbirdAndroidQr, { displayName: xmlHostile })));
});

test('refuses a sign-in at a provider whose page the program does not know, and takes the password where one does', () => {
  expect(refusedField(thunderbirdAndroidQr, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
  expect(fileOf(thunderbirdAndroidQr, { outgoing: aServer({ auth: 'oauth2', orPassword: true }) })).toBe(
    fileOf(thunderbirdAndroidQr, {}),
  );
});
