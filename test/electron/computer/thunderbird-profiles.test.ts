import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import {
  findProfiles,
  maxPrefsBytes,
  readProfiles,
  thunderbirdFolders,
} from '../../../electron/computer/thunderbird-profiles.ts';
import { english } from '../../support/english.ts';
import {
  aWorkstation,
  emptyHome,
  type Home,
  somePrefs,
  someProfilesIni,
  thunderbirdHome,
} from '../../support/thunderbird-home.ts';

const { signal } = new AbortController();
let home: Home;
afterEach(() => home.remove());

async function readAll() {
  const profiles = await findProfiles(home.workstation, signal);
  const accounts = await readProfiles(profiles.found, signal);
  return { profiles, accounts };
}

test('the profile in use and its accounts, with the file they were read from', async () => {
  home = await thunderbirdHome();
  const { profiles, accounts } = await readAll();
  expect(profiles.found).toEqual([{ folder: home.profile, name: 'default-esr' }]);
  expect(accounts.unread).toEqual([]);
  expect(accounts.found.map(({ found }) => found)).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      program: 'thunderbird',
      profile: 'default-esr',
      address: 'you@example.org',
      displayName: 'Jürgen "Jay" Roe',
      outgoing: expect.objectContaining({ host: 'mail.example.org', port: 25, security: 'none' }),
      incoming: expect.objectContaining({ host: 'imap.example.org', port: 993, security: 'tls' }),
      readFrom: home.prefsFile,
    },
  ]);
});

test.each([
  ['linux', '.thunderbird'],
  ['linux', 'snap/thunderbird/common/.thunderbird'],
  ['linux', '.var/app/org.mozilla.Thunderbird/.thunderbird'],
  ['darwin', 'Library/Thunderbird'],
])('on %s below %s', async (platform, folder) => {
  home = await emptyHome();
  await home.write(`${folder}/profiles.ini`, someProfilesIni);
  await home.write(`${folder}/Profiles/abcd1234.default-esr/prefs.js`, somePrefs);
  const profiles = await findProfiles(aWorkstation(home.home, { platform }), signal);
  const { found } = await readProfiles(profiles.found, signal);
  expect(found.map(({ own }) => own.address)).toEqual(['you@example.org']);
});

test('on Windows below %APPDATA%, and where that is not set, in its usual place', async () => {
  home = await emptyHome();
  const windows = { platform: 'win32', environment: { APPDATA: 'D:\\Roaming' } };
  expect(thunderbirdFolders(aWorkstation('C:\\Users\\you', windows))).toEqual(['D:\\Roaming\\Thunderbird']);
  expect(thunderbirdFolders(aWorkstation('C:\\Users\\you', { ...windows, environment: {} }))).toEqual([
    'C:\\Users\\you\\AppData\\Roaming\\Thunderbird',
  ]);
});

test('a profile that lies somewhere else on the disk', async () => {
  home = await thunderbirdHome();
  const elsewhere = join(home.home, 'elsewhere');
  await rename(home.profile, elsewhere);
  await home.write('.thunderbird/profiles.ini', `[Profile0]\nName=far\nIsRelative=0\nPath=${elsewhere}\n`);
  const { accounts } = await readAll();
  expect(accounts.found.map(({ profile }) => profile)).toEqual([{ folder: elsewhere, name: 'far' }]);
});

test('without Thunderbird there is nothing, and nothing that could not be read', async () => {
  home = await emptyHome();
  const { profiles } = await readAll();
  expect(profiles).toMatchObject({ found: [], unread: [] });
  expect(profiles.places).toHaveLength(7);
});

test('what cannot be read is named with the reason', async () => {
  const unreadable: [string, () => Promise<unknown>, RegExp][] = [
    ['prefs.js', async () => rm(home.prefsFile).then(() => mkdir(home.prefsFile)), /not an ordinary file/],
    ['prefs.js', () => home.write(relative('prefs.js'), Buffer.alloc(maxPrefsBytes + 1, 'a')), /far larger/],
    [
      'prefs.js',
      () => home.write(relative('prefs.js'), Buffer.from([0xff, 0xfe, 0, 1])),
      /something else than text/,
    ],
    [
      'prefs.js',
      async () => rm(home.prefsFile).then(() => symlink('/dev/zero', home.prefsFile)),
      /not an ordinary/,
    ],
  ];
  for (const [name, spoil, reason] of unreadable) {
    home = await thunderbirdHome();
    await spoil();
    const { accounts } = await readAll();
    expect(accounts.found).toEqual([]);
    const told = accounts.unread.map(({ where, reason: said }) => ({ where, reason: english(said) }));
    expect(told).toEqual([{ where: join(home.profile, name), reason: expect.stringMatching(reason) }]);
    await home.remove();
  }
});

const relative = (name: string) => `.thunderbird/Profiles/abcd1234.default-esr/${name}`;

test('files with passwords are never opened', async () => {
  const opened: string[] = [];
  vi.resetModules();
  vi.doMock('node:fs/promises', async (original) => {
    const real = await original<typeof import('node:fs/promises')>();
    return {
      ...real,
      open: (...args: Parameters<typeof real.open>) => {
        opened.push(String(args[0]));
        return real.open(...args);
      },
    };
  });
  const spied = await import('../../../electron/computer/thunderbird-profiles.ts');
  home = await thunderbirdHome();
  for (const name of ['logins.json', 'logins.db', 'key4.db', 'signons.sqlite']) {
    await home.write(relative(name), 'secret');
  }
  const profiles = await spied.findProfiles(home.workstation, signal);
  const { found } = await spied.readProfiles(profiles.found, signal);
  vi.doUnmock('node:fs/promises');
  expect(found).toHaveLength(1);
  expect(opened.filter((path) => !path.endsWith('profiles.ini'))).toEqual([home.prefsFile]);
});

test('a search that was cancelled reads no further', async () => {
  home = await thunderbirdHome();
  const stopped = AbortSignal.abort();
  expect((await findProfiles(home.workstation, stopped)).found).toEqual([]);
  expect((await readProfiles([{ folder: home.profile, name: 'x' }], stopped)).found).toEqual([]);
});

test.each([
  '.var/app/org.mozilla.thunderbird/.thunderbird',
  '.var/app/org.mozilla.Thunderbird/.thunderbird',
  '.var/app/net.thunderbird.Thunderbird/.thunderbird',
  '.var/app/eu.betterbird.Betterbird/.thunderbird',
  '.config/thunderbird',
])('finds a profile in %s', async (folder) => {
  const home = await emptyHome();
  await home.write(`${folder}/profiles.ini`, someProfilesIni);
  await home.write(`${folder}/Profiles/abcd1234.default-esr/prefs.js`, somePrefs);
  const { found } = await findProfiles(home.workstation, new AbortController().signal);
  expect(found.map((one) => one.folder)).toEqual([join(home.home, folder, 'Profiles/abcd1234.default-esr')]);
  await home.remove();
});
