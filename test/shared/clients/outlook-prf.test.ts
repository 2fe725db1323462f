import { expect, test } from 'vitest';
import { outlookPrf } from '../../../shared/clients/outlook-prf.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { readProfile } from './prf-reader.ts';

function read(text: string): Found {
  const { account } = readProfile(text);
  const { properties } = account;
  const said = (id: number) => String(properties.get(id) ?? '');
  const secure = { 0: 'none', 1: 'tls', 2: 'starttls' }[Number(properties.get(0x020a))] ?? '?';
  // Older Outlooks read this one alone.
  expect(properties.get(0x0202)).toBe(secure === 'tls' ? 1 : 0);
  return {
    host: said(0x0200),
    port: Number(properties.get(0x0201)),
    security: secure,
    username: properties.get(0x0208) === 1 ? said(0x0204) : said(0x0101),
    address: said(0x000c),
    name: said(0x000b),
    incomingHost: said(0x0100),
    incomingUsername: said(0x0101),
  };
}

/** It refuses eight of nine, so that few runs would say by chance that it carries nearly none. */
test('a reader gets back every value, or the export refuses', () =>
  expectCarried(outlookPrf, read, { numRuns: 2000 }));

test('every section and every key is read back, with its number, and none is left over', () => {
  expect(readProfile(fileOf(outlookPrf))).toEqual({
    profileName: 'Postway you@example.org',
    isDefault: false,
    overwrites: 'No', // a profile of its own; the one in use is left alone
    changesDefault: false,
    services: ['Outlook Address Book'],
    account: {
      kind: 'IMAP',
      properties: new Map<number, string | number>([
        [0x0002, 'you@example.org'],
        [0x000b, 'You Yourself'],
        [0x000c, 'you@example.org'],
        [0x0100, 'imap.example.org'],
        [0x0101, 'you@example.org'],
        [0x0104, 993],
        [0x0105, 1],
        [0x0108, 0],
        [0x0200, 'mail.example.org'],
        [0x0201, 587],
        [0x0202, 0],
        [0x020a, 2],
        [0x0203, 1],
        [0x0208, 0],
        [0x0207, 0],
        [0x000f, 0],
        [0x0209, 60],
      ]),
    },
  });
});

test('the reader itself refuses what Outlook would pass over or take for something else', () => {
  const good = fileOf(outlookPrf);
  expect(() => readProfile(good)).not.toThrow();
  for (const [from, to] of [
    ['SMTPPort=PT_LONG,0x0201\r\n', ''],
    ['SMTPPort=PT_LONG,0x0201', 'SMTPPort=PT_LONG,0x0200'],
    ['SMTPPort=587', 'SMTPPort=0'],
    ['SMTPSecureConnection=2', 'SMTPSecureConnection=4'],
    ['[General]', '[General]\r\n[General]'],
    ['DisplayName=You', 'DisplayName=%USERNAME%'],
    ['Custom=1', 'Custom=1\r\nBackupProfile=No'],
    ['\r\n', '\n'],
  ] as const) {
    expect(good).toContain(from);
    expect(() => readProfile(good.replace(from, () => to)), to).toThrow();
  }
});

test('gives the login of its own only where it differs', () => {
  const properties = (change: Parameters<typeof aServer>[0]) =>
    readProfile(fileOf(outlookPrf, { outgoing: aServer(change) })).account.properties;
  expect(properties({}).has(0x0204)).toBe(false);
  const differs = properties({ username: 'relay-user' });
  expect([differs.get(0x0208), differs.get(0x0204)]).toEqual([1, 'relay-user']);
  expect(properties({ auth: 'none' }).get(0x0203)).toBe(0);
});

test('knows POP3 accounts by their own keys', () => {
  const incoming = aServer({ protocol: 'pop3', host: 'pop.example.org', port: 995, security: 'tls' });
  const { account } = readProfile(fileOf(outlookPrf, { incoming }));
  expect([account.kind, account.properties.get(0x0100), account.properties.get(0x0104)]).toEqual([
    'POP3',
    'pop.example.org',
    995,
  ]);
  // The new profile must not take the mail away from the old one.
  expect(account.properties.get(0x1000)).toBe(1);
});

test('refuses what the file has no word or no escape for', () => {
  const imap = aServer({ protocol: 'imap', port: 143, security: 'starttls' });
  expect(refusedField(outlookPrf, { incoming: imap })).toBe('incoming.security');
  expect(refusedField(outlookPrf, { displayName: 'Jürgen' })).toBe('displayName');
  expect(refusedField(outlookPrf, { displayName: '100%' })).toBe('displayName');
  expect(refusedField(outlookPrf, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
  expect(refusedField(outlookPrf, { outgoing: aServer({ auth: 'password-encrypted' }) })).toBe(
    'outgoing.auth',
  );
});
