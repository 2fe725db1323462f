import { describe, expect, test } from 'vitest';
import type { ClientSettings } from '../../../shared/clients/client.ts';
import { thunderbirdAutoconfig } from '../../../shared/clients/thunderbird-autoconfig.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { someSettings } from './settings.ts';
import { at, parseXml, type XmlElement } from './xml-reader.ts';
import { expectWellFormed } from './xmllint.ts';

const address = `o'b&r{i}en@example.org`;
const ownName = (username: string) => ({
  mailAddress: address,
  outgoing: aServer({ username }),
  incoming: aServer({ protocol: 'imap', port: 993, security: 'tls', username }),
});

/** Thunderbird's own value sets, and its placeholders put back for this address. */
function read(text: string): Found {
  const provider = at(parseXml(text), 'emailProvider');
  const server = (name: string): XmlElement => at(provider, name);
  const value = (of: XmlElement, name: string) => at(of, name).text;
  const security: Record<string, string> = { plain: 'none', STARTTLS: 'starttls', SSL: 'tls' };
  const filled = (username: string) =>
    username.replace('%EMAILADDRESS%', address).replace('%EMAILLOCALPART%', address.split('@')[0] ?? '');
  const outgoing = server('outgoingServer');
  const incoming = server('incomingServer');
  expect(provider.attributes.id).toBe(value(provider, 'domain'));
  return {
    host: value(outgoing, 'hostname'),
    port: Number(value(outgoing, 'port')),
    security: security[value(outgoing, 'socketType')] ?? '?',
    username: filled(value(outgoing, 'username')),
    incomingHost: value(incoming, 'hostname'),
    incomingUsername: filled(value(incoming, 'username')),
  };
}

test('a reader gets back every value, or the export refuses', () => {
  expectCarried(thunderbirdAutoconfig, read, {
    prepare: (settings) => {
      const { outgoing, incoming } = settings;
      const username = outgoing.port % 2 === 0 ? address : (address.split('@')[0] ?? '');
      return {
        ...settings,
        mailAddress: address,
        outgoing: { ...outgoing, username },
        incoming: incoming && { ...incoming, username: address },
      };
    },
  });
});

test('is for everybody in the domain: no name of a person stands in it', () => {
  const text = fileOf(thunderbirdAutoconfig);
  expect(text).not.toContain('you@example.org');
  expect(text).toContain('<domain>example.org</domain>');
  expect(refusedField(thunderbirdAutoconfig, ownName('somebody-else'))).toBe('incoming.username');
});

test('refuses what Thunderbird would drop without a word', () => {
  expect(refusedField(thunderbirdAutoconfig, { incoming: null })).toBe('incoming');
  expect(refusedField(thunderbirdAutoconfig, { mailAddress: '' })).toBe('mailAddress');
  expect(refusedField(thunderbirdAutoconfig, { outgoing: aServer({ host: 'a_b.example' }) })).toBe(
    'outgoing.host',
  );
  const incoming = aServer({ protocol: 'imap', auth: 'none' });
  expect(refusedField(thunderbirdAutoconfig, { incoming })).toBe('incoming.auth');
});

const logins = (change: Partial<ClientSettings>): string[] =>
  at(
    parseXml(fileOf(thunderbirdAutoconfig, change).replace(/<!--.*?-->/s, '')),
    'emailProvider',
    'outgoingServer',
  )
    .children.filter(({ name }) => name === 'authentication')
    .map((one) => one.text);

test('offers a password behind the sign-in only where the server takes one', () => {
  const google = { host: 'smtp.gmail.com', auth: 'oauth2' } as const;
  expect(logins({ outgoing: aServer({ ...google, orPassword: true }) })).toEqual([
    'OAuth2',
    'password-cleartext',
  ]);
  expect(logins({ outgoing: aServer(google) })).toEqual(['OAuth2']);
  const microsoft = aServer({ host: 'smtp.office365.com', auth: 'oauth2' });
  const provider = { name: 'Microsoft 365', passwordUntil: '2026-12-31' };
  expect(logins({ outgoing: microsoft, provider })).toEqual(['OAuth2', 'password-cleartext']);
  expect(logins({ outgoing: microsoft })).toEqual(['OAuth2']);
});

test('is not made where Thunderbird knows no page to sign in and no password is taken', () => {
  expect(refusedField(thunderbirdAutoconfig, { outgoing: aServer({ auth: 'oauth2' }) })).toBe(
    'outgoing.auth',
  );
  expect(logins({ outgoing: aServer({ auth: 'oauth2', orPassword: true }) })).toEqual(['password-cleartext']);
});

test('publishes no server that lets a password be read on the way', () => {
  const plain = { security: 'none' } as const;
  expect(refusedField(thunderbirdAutoconfig, { outgoing: aServer(plain) })).toBe('outgoing.security');
  const incoming = aServer({ protocol: 'imap', ...plain });
  expect(refusedField(thunderbirdAutoconfig, { incoming })).toBe('incoming.security');
});

test.each([
  ['password-encrypted', 'password-encrypted'],
  ['unknown', 'password-cleartext'],
] as const)('says the login %s as %s', (auth, word) => {
  const outgoing = aServer({ auth });
  expect(fileOf(thunderbirdAutoconfig, { outgoing })).toContain(`<authentication>${word}</authentication>`);
});

test('names no user where the server wants no login', () => {
  const text = fileOf(thunderbirdAutoconfig, { outgoing: aServer({ auth: 'none' }) });
  const outgoing = at(parseXml(text), 'emailProvider', 'outgoingServer');
  expect(outgoing.children.map(({ name }) => name)).toEqual([
    'hostname',
    'port',
    'socketType',
    'authentication',
  ]);
});

describe('the real xmllint', () => {
  needs('xmllint');
  test('accepts it', () => expectWellFormed(fileOf(thunderbirdAutoconfig, someSettings(ownName(address)))));
});
