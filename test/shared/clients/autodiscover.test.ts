import { describe, expect, test } from 'vitest';
import { autodiscover } from '../../../shared/clients/autodiscover.ts';
import type { ClientSettings } from '../../../shared/clients/client.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { at, parseXml, type XmlElement } from './xml-reader.ts';
import { expectWellFormed, xmlHostile } from './xmllint.ts';

function protocols(text: string): readonly XmlElement[] {
  const root = parseXml(text);
  expect(root.attributes.xmlns).toMatch(/\/responseschema\/2006$/);
  expect(at(root, 'Response').attributes.xmlns).toMatch(/\/outlook\/responseschema\/2006a$/);
  return at(root, 'Response', 'Account').children.filter(({ name }) => name === 'Protocol');
}

function read(text: string): Found {
  const [incoming, outgoing] = protocols(text);
  if (!incoming || !outgoing) throw new Error('two protocols are needed');
  const security: Record<string, string> = { None: 'none', TLS: 'starttls', SSL: 'tls' };
  return {
    host: at(outgoing, 'Server').text,
    port: Number(at(outgoing, 'Port').text),
    security: security[at(outgoing, 'Encryption').text] ?? '?',
    incomingHost: at(incoming, 'Server').text,
  };
}

/** One file serves everybody, so only the address of whoever asks can be the user name. */
const byAddress = (settings: ClientSettings): ClientSettings => ({
  ...settings,
  outgoing: { ...settings.outgoing, username: settings.mailAddress },
  incoming: settings.incoming && { ...settings.incoming, username: settings.mailAddress },
});

test('a reader gets back every value, or the export refuses', () =>
  expectCarried(autodiscover, read, { prepare: byAddress }));

test('holds nothing of the person who made it, since a web server hands it to everybody', () => {
  expect(fileOf(autodiscover)).not.toMatch(/LoginName|you@example\.org|You Yourself/);
  expect(refusedField(autodiscover, { outgoing: aServer({ username: 'relay-user' }) })).toBe(
    'outgoing.username',
  );
  expect(refusedField(autodiscover, { outgoing: aServer({ username: 'you' }) })).toBe('outgoing.username');
});

test('says what would otherwise count as "on"', () => {
  for (const protocol of protocols(fileOf(autodiscover))) expect(at(protocol, 'SPA').text).toBe('off');
  const [incoming, outgoing] = protocols(fileOf(autodiscover));
  expect([incoming, outgoing].map((one) => one && at(one, 'SSL').text)).toEqual(['on', 'off']);
});

test('uses the login of the incoming server only where it is the same', () => {
  const shared = (auth: 'password-cleartext' | 'none') => {
    const outgoing = protocols(fileOf(autodiscover, { outgoing: aServer({ auth }) }))[1];
    return outgoing && at(outgoing, 'UsePOPAuth').text;
  };
  expect([shared('password-cleartext'), shared('none')]).toEqual(['on', 'off']);
});

test('refuses what Outlook cannot be told', () => {
  expect(refusedField(autodiscover, { incoming: null })).toBe('incoming');
  expect(refusedField(autodiscover, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
  expect(refusedField(autodiscover, { outgoing: aServer({ auth: 'password-encrypted' }) })).toBe(
    'outgoing.auth',
  );
});

describe('the real xmllint', () => {
  needs('xmllint');
  test('accepts it', () => expectWellFormed(fileOf(autodiscover, { displayName: xmlHostile })));
});

test('publishes no server that lets a password be read on the way', () => {
  const plain = { security: 'none' } as const;
  expect(refusedField(autodiscover, { outgoing: aServer(plain) })).toBe('outgoing.security');
  expect(refusedField(autodiscover, { incoming: aServer({ protocol: 'imap', ...plain }) })).toBe(
    'incoming.security',
  );
});
