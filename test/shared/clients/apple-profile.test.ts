import { describe, expect, test } from 'vitest';
import { appleProfile } from '../../../shared/clients/apple-profile.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { aFolder, runProgram } from '../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { at, parseXml, type XmlElement } from './xml-reader.ts';
import { expectWellFormed, xmlHostile } from './xmllint.ts';

/** A property list's dictionary; throws when a key stands twice or without a value. */
function dictionary(dict: XmlElement): Record<string, string | number | boolean | XmlElement> {
  const found: Record<string, string | number | boolean | XmlElement> = {};
  for (let index = 0; index < dict.children.length; index += 2) {
    const [key, value] = dict.children.slice(index, index + 2);
    if (key?.name !== 'key' || !value || key.text in found) throw new Error(`no value for ${key?.text}`);
    found[key.text] =
      { string: value.text, integer: Number(value.text), true: true, false: false }[value.name] ?? value;
  }
  return found;
}

const mail = (text: string) => {
  const profile = dictionary(at(parseXml(text), 'dict'));
  const content = profile.PayloadContent as XmlElement;
  return dictionary(at(content, 'dict')) as Record<string, string & number>;
};

function read(text: string): Found {
  const payload = mail(text);
  return {
    host: payload.OutgoingMailServerHostName ?? '',
    port: payload.OutgoingMailServerPortNumber ?? 0,
    username: payload.OutgoingMailServerUsername ?? '',
    address: payload.EmailAddress ?? '',
    name: payload.EmailAccountName ?? '',
    incomingHost: payload.IncomingMailServerHostName ?? '',
    incomingUsername: payload.IncomingMailServerUsername ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(appleProfile, read));

test('always says the outgoing port and both encryption flags: without them the system guesses, from 25 on', () => {
  expect(mail(fileOf(appleProfile))).toMatchObject({
    OutgoingMailServerPortNumber: 587,
    OutgoingMailServerUseSSL: true,
    IncomingMailServerUseSSL: true,
  });
  const plain = fileOf(appleProfile, { outgoing: aServer({ security: 'none' }) });
  expect(mail(plain)).toMatchObject({ OutgoingMailServerUseSSL: false });
});

test('holds no password, and asks for one only where one is enough', () => {
  expect(Object.keys(mail(fileOf(appleProfile)))).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(Incoming|Outgoing)Password$/)]),
  );
  const shares = (username: string) =>
    mail(fileOf(appleProfile, { outgoing: aServer({ username }) })).OutgoingPasswordSameAsIncomingPassword;
  expect([shares('you@example.org'), shares('relay-user')]).toEqual([true, false]);
});

test('has one identity for one address, so that a later profile takes the place of the earlier', () => {
  const id = (change: Parameters<typeof fileOf>[1]) =>
    dictionary(at(parseXml(fileOf(appleProfile, change)), 'dict')).PayloadIdentifier;
  expect(id({ outgoing: aServer({ port: 465 }) })).toBe(id({}));
  expect(id({ mailAddress: 'me@example.org' })).not.toBe(id({}));
});

test('refuses what a profile cannot say', () => {
  expect(refusedField(appleProfile, { incoming: null })).toBe('incoming');
  expect(refusedField(appleProfile, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});

describe('the real xmllint', () => {
  needs('xmllint');
  test('accepts it', () => expectWellFormed(fileOf(appleProfile, { displayName: xmlHostile })));
});

describe("Python's plistlib", () => {
  needs('python3');
  test('reads back the same', async () => {
    const username = xmlHostile;
    const text = fileOf(appleProfile, { displayName: 'Жüß 漢𝄞 ', outgoing: aServer({ username }) });
    const path = await aFolder({ profile: text });
    const show = 'import json, plistlib, sys; print(json.dumps(plistlib.load(open(sys.argv[1], "rb"))))';
    const { stdout, stderr } = await runProgram('python3', ['-c', show, path('profile')]);
    expect(stderr).toBe('');
    const profile = JSON.parse(stdout);
    expect(profile).toMatchObject({ PayloadType: 'Configuration', PayloadVersion: 1 });
    expect(profile.PayloadContent).toEqual([mail(text)]);
    expect(profile.PayloadContent[0]).toMatchObject({
      EmailAccountName: 'Жüß 漢𝄞 ',
      OutgoingMailServerUsername: username,
      OutgoingMailServerPortNumber: 587,
    });
  });
});
