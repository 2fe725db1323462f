import { describe, expect, test } from 'vitest';
import { k9 } from '../../../shared/clients/k9.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { at, parseXml, type XmlElement } from './xml-reader.ts';
import { expectWellFormed, xmlHostile } from './xmllint.ts';

const account = (text: string): XmlElement => at(parseXml(text), 'accounts', 'account');

function read(text: string): Found {
  const outgoing = at(account(text), 'outgoing-server');
  const incoming = at(account(text), 'incoming-server');
  const identity = at(account(text), 'identities', 'identity');
  const security: Record<string, string> = {
    NONE: 'none',
    STARTTLS_REQUIRED: 'starttls',
    SSL_TLS_REQUIRED: 'tls',
  };
  return {
    host: at(outgoing, 'host').text,
    port: Number(at(outgoing, 'port').text),
    security: security[at(outgoing, 'connection-security').text] ?? '?',
    username: at(outgoing, 'username').text,
    address: at(identity, 'email').text,
    name: at(identity, 'name').text,
    incomingHost: at(incoming, 'host').text,
    incomingUsername: at(incoming, 'username').text,
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(k9, read));

test('has what the app insists on: format 1, a valid UUID, an identity with a name', () => {
  const text = fileOf(k9, { displayName: '' });
  expect(parseXml(text).attributes).toEqual({ version: '99', format: '1' });
  expect(account(text).attributes.uuid).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(at(account(text), 'identities', 'identity', 'name').text).toBe('you@example.org');
});

test.each([
  ['oauth2', 'XOAUTH2'],
  ['password-encrypted', 'CRAM_MD5'],
  ['unknown', 'PLAIN'],
  ['none', 'NONE'],
] as const)('says the login %s as %s', (auth, word) => {
  const outgoing = at(
    account(fileOf(k9, { outgoing: aServer({ auth, host: 'smtp.gmail.com' }) })),
    'outgoing-server',
  );
  expect(at(outgoing, 'authentication-type').text).toBe(word);
});

test('refuses an account that the app would drop', () => {
  expect(refusedField(k9, { incoming: null })).toBe('incoming');
  expect(refusedField(k9, { outgoing: aServer({ username: '' }) })).toBe('outgoing.username');
});

describe('the real xmllint', () => {
  needs('xmllint');
  test('accepts it', () => expectWellFormed(fileOf(k9, { displayName: xmlHostile })));
});

test('refuses a sign-in at a provider whose page the program does not know, and takes the password where one does', () => {
  expect(refusedField(k9, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
  expect(fileOf(k9, { outgoing: aServer({ auth: 'oauth2', orPassword: true }) })).toBe(fileOf(k9, {}));
});
