import { runInNewContext } from 'node:vm';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { thunderbirdZip } from '../../../shared/clients/thunderbird-zip.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { runProgram } from '../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';

/** The one stored file in a ZIP, found from the end as readers do, its checksum tested. */
function unzipped(base64: string): { readonly name: string; readonly text: string } {
  const zip = Buffer.from(base64, 'base64');
  const end = zip.lastIndexOf('PK\u0005\u0006');
  const central = zip.readUInt32LE(end + 16);
  expect([zip.readUInt16LE(end + 10), zip.readUInt32LE(central)]).toEqual([1, 0x02014b50]);
  expect(central + zip.readUInt32LE(end + 12)).toBe(end);
  const size = zip.readUInt32LE(central + 24);
  const nameLength = zip.readUInt16LE(central + 28);
  const local = zip.readUInt32LE(central + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const content = zip.subarray(start, start + size);
  expect(zip.readUInt32LE(central + 16)).toBe(crc32(content));
  expect(start + size).toBe(central);
  return {
    name: zip.subarray(central + 46, central + 46 + nameLength).toString(),
    text: content.toString('utf8'),
  };
}

/** A real JavaScript engine runs the file; each line must be one call, or Thunderbird would skip it in silence. */
function preferences(base64: string): Map<string, unknown> {
  const { name, text } = unzipped(base64);
  expect(name).toBe('prefs.js');
  const found = new Map<string, unknown>();
  const user_pref = (key: string, value: unknown) => found.set(key, value);
  runInNewContext(text, { user_pref });
  expect(found.size).toBe(text.trimEnd().split('\n').length);
  return found;
}

function read(base64: string): Found {
  const found = preferences(base64);
  const kinds = ['none', '', 'starttls', 'tls'];
  return {
    host: String(found.get('mail.smtpserver.smtp1.hostname')),
    port: found.get('mail.smtpserver.smtp1.port') as number,
    security: kinds[found.get('mail.smtpserver.smtp1.try_ssl') as number] ?? '?',
    username: String(found.get('mail.smtpserver.smtp1.username')),
    address: String(found.get('mail.identity.id1.useremail')),
    name: String(found.get('mail.identity.id1.fullName')),
    incomingHost: String(found.get('mail.server.server1.hostname')),
    incomingUsername: String(found.get('mail.server.server1.userName')),
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(thunderbirdZip, read));

test('sets preferences of mail alone, and holds no password', () => {
  const names = [...preferences(fileOf(thunderbirdZip)).keys()];
  expect(names.filter((name) => !/^mail\.(account|accountmanager|identity|server|smtp)/.test(name))).toEqual(
    [],
  );
  expect(names.join().toLowerCase()).not.toContain('password');
});

test('makes neither account nor server the default', () => {
  expect([...preferences(fileOf(thunderbirdZip)).keys()].filter((name) => /default/.test(name))).toEqual([]);
});

test("leaves a POP3 account's mail on the server, where Thunderbird would take it away from the old account", () => {
  const left = (protocol: 'imap' | 'pop3') =>
    preferences(fileOf(thunderbirdZip, { incoming: aServer({ protocol, port: 995, security: 'tls' }) })).get(
      'mail.server.server1.leave_on_server',
    );
  expect([left('pop3'), left('imap')]).toEqual([true, undefined]);
});

test.each([
  ['none', 1],
  ['password-cleartext', 3],
  ['password-encrypted', 4],
  ['oauth2', 10],
] as const)('says the login %s as %d', (auth, number) => {
  const found = preferences(fileOf(thunderbirdZip, { outgoing: aServer({ auth, host: 'smtp.gmail.com' }) }));
  expect(found.get('mail.smtpserver.smtp1.authMethod')).toBe(number);
  expect(found.has('mail.smtpserver.smtp1.username')).toBe(auth !== 'none');
});

test('refuses half an account', () => {
  expect(refusedField(thunderbirdZip, { incoming: null })).toBe('incoming');
  expect(refusedField(thunderbirdZip, { outgoing: aServer({ username: '' }) })).toBe('outgoing.username');
});

describe("Python's zipfile", () => {
  needs('python3');
  test('finds the one file whole', async () => {
    const base64 = fileOf(thunderbirdZip, { displayName: 'Жüß "漢" 𝄞' });
    const show = `import base64, io, json, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(base64.b64decode(sys.stdin.read())))
print(json.dumps([z.namelist(), z.testzip(), z.read("prefs.js").decode("ascii")]))`;
    const { stdout, stderr } = await runProgram('python3', ['-c', show], { input: base64 });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([['prefs.js'], null, unzipped(base64).text]);
  });
});

test('refuses a sign-in at a provider whose page the program does not know, and takes the password where one does', () => {
  expect(refusedField(thunderbirdZip, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
  expect(fileOf(thunderbirdZip, { outgoing: aServer({ auth: 'oauth2', orPassword: true }) })).toBe(
    fileOf(thunderbirdZip, {}),
  );
});
