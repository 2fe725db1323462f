import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAccounts } from '../../../electron/computer/find-accounts.ts';
import { queriedOutlook2016 } from '../../support/outlook-registry.ts';
import { aWorkstation, emptyHome, somePrefs, thunderbirdHome } from '../../support/thunderbird-home.ts';

const { signal } = new AbortController();

test('Thunderbird’s accounts, with where it was looked', async () => {
  const home = await thunderbirdHome();
  const { found, thunderbird, places, unread } = await findAccounts(home.workstation, signal);
  expect(found.map(({ program, address }) => [program, address])).toEqual([
    ['thunderbird', 'you@example.org'],
  ]);
  expect(thunderbird.map(({ profile }) => profile.folder)).toEqual([home.profile]);
  expect(places).toContain(join(home.home, '.thunderbird', 'profiles.ini'));
  expect(places).toContain(home.prefsFile);
  expect(unread).toEqual([]);
  await home.remove();
});

test('a file that cannot be read does not hide the accounts of another program', async () => {
  const home = await emptyHome();
  const workstation = aWorkstation(home.home, {
    platform: 'win32',
    environment: {},
    run: async () => ({ status: 0, stdout: Buffer.from(queriedOutlook2016) }),
  });
  const { found } = await findAccounts(workstation, signal);
  expect(found.map(({ program }) => program)).toEqual(['outlook']);
  await home.write('.thunderbird/profiles.ini', Buffer.alloc(400_000));
  await home.write(
    'snap/thunderbird/common/.thunderbird/profiles.ini',
    '[Profile0]\nName=a\nPath=p\nIsRelative=1\n',
  );
  await home.write('snap/thunderbird/common/.thunderbird/p/prefs.js', somePrefs);
  const onLinux = await findAccounts(aWorkstation(home.home), signal);
  expect(onLinux.found).toHaveLength(1);
  expect(onLinux.unread).toEqual([
    { where: join(home.home, '.thunderbird', 'profiles.ini'), reason: { key: 'computer.unread.too-large' } },
  ]);
  await home.remove();
});
