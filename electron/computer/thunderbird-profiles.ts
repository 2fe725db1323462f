import { realpath } from 'node:fs/promises';
import { isAbsolute, join, win32 } from 'node:path';
import type { FoundAccount, Unread } from '../../shared/model/found-account.ts';
import { parsePrefs } from '../../shared/parse/prefs-js.ts';
import { profilesInUse } from '../../shared/parse/profiles-ini.ts';
import { readThunderbirdAccounts, type ThunderbirdAccount } from '../../shared/parse/thunderbird-accounts.ts';
import { type Said, said } from '../../shared/text/said.ts';
import { accountId } from './account-id.ts';
import { decodedUtf8, type ReadFile, readBounded } from './bounded-file.ts';
import type { Workstation } from './workstation.ts';

/** `profiles.ini` has a few hundred bytes; `prefs.js` some 50 kB, with many accounts and add-ons a few hundred. */
const maxProfilesIniBytes = 256 * 1024;
export const maxPrefsBytes = 8 * 1024 * 1024;

/** A profile in use on this computer. */
export type Profile = { readonly folder: string; readonly name: string };

/** An account, and the profile that holds it. */
export type ProfileAccount = {
  readonly profile: Profile;
  readonly own: ThunderbirdAccount;
  readonly found: FoundAccount;
};

/** What was found; what is there and could not be read; where it was looked for. */
export type Looked<T> = {
  readonly found: readonly T[];
  readonly unread: readonly Unread[];
  readonly places: readonly string[];
};

/**
 * Folders that may hold a `profiles.ini` of Thunderbird's: as installed normally, from a snap, from a flatpak. Flathub's has been called
 * org.mozilla.thunderbird since 2026; Fedora's and Betterbird's have names of their own.
 */
export function thunderbirdFolders({ platform, home, environment }: Workstation): readonly string[] {
  switch (platform) {
    case 'win32':
      return [win32.join(environment.APPDATA ?? win32.join(home, 'AppData', 'Roaming'), 'Thunderbird')];
    case 'darwin':
      return [join(home, 'Library', 'Thunderbird')];
    default:
      return [
        join(home, '.thunderbird'),
        join(home, 'snap', 'thunderbird', 'common', '.thunderbird'),
        ...flatpaks.map((name) => join(home, '.var', 'app', name, '.thunderbird')),
        join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'thunderbird'),
      ];
  }
}

const flatpaks = [
  'org.mozilla.thunderbird',
  'org.mozilla.Thunderbird',
  'net.thunderbird.Thunderbird',
  'eu.betterbird.Betterbird',
] as const;

/** The profiles that Thunderbird starts with on this computer. Reads `profiles.ini` and nothing else. */
export async function findProfiles(workstation: Workstation, signal: AbortSignal): Promise<Looked<Profile>> {
  const found = new Map<string, Profile>();
  const unread: Unread[] = [];
  const files = thunderbirdFolders(workstation).map((folder) => ({
    folder,
    file: join(folder, 'profiles.ini'),
  }));
  for (const { folder, file } of files) {
    if (signal.aborted) break;
    const text = textOf(await readBounded(file, maxProfilesIniBytes), file, unread);
    if (text === null) continue;
    for (const { name, path, isRelative } of profilesInUse(text)) {
      const whole = isRelative || !isAbsolute(path) ? join(folder, path) : path;
      if (whole.includes('\0')) continue;
      // An upgraded flatpak may leave a link from its old name.
      const real = await realpath(whole).catch(() => whole);
      if (!found.has(real)) found.set(real, { folder: whole, name });
    }
  }
  return { found: [...found.values()], unread, places: files.map(({ file }) => file) };
}

/**
 * The accounts of these profiles, from each one's `prefs.js`. Reads nothing else: no password is in that file, and those that are do
 * not get opened.
 */
export async function readProfiles(
  profiles: readonly Profile[],
  signal: AbortSignal,
): Promise<Looked<ProfileAccount>> {
  const found: ProfileAccount[] = [];
  const unread: Unread[] = [];
  const files = profiles.map((profile) => ({ profile, file: join(profile.folder, 'prefs.js') }));
  for (const { profile, file } of files) {
    if (signal.aborted) break;
    const text = textOf(await readBounded(file, maxPrefsBytes), file, unread);
    if (text === null) continue;
    const accounts = readThunderbirdAccounts(parsePrefs(text).values);
    found.push(...accounts.map((own) => ({ profile, own, found: foundAccount(profile, own, file) })));
  }
  return { found, unread, places: files.map(({ file }) => file) };
}

function foundAccount(profile: Profile, own: ThunderbirdAccount, file: string): FoundAccount {
  const { address, displayName, outgoing, incoming, identity } = own;
  return {
    id: accountId('thunderbird', profile.folder, identity),
    program: 'thunderbird',
    profile: profile.name,
    address,
    displayName,
    outgoing,
    incoming,
    readFrom: file.slice(0, 1000),
  };
}

/** The sentence for a file that could not be read. */
export function unreadReason(why: Extract<ReadFile, { kind: 'refused' }>['why']): Said {
  return said(`computer.unread.${why}`);
}

/** A file's text; null where there is none, or none that can be read, which is then among `unread`. */
export function textOf(read: ReadFile, where: string, unread: Unread[]): string | null {
  if (read.kind === 'absent') return null;
  if (read.kind === 'refused') {
    unread.push({ where: where.slice(0, 1000), reason: unreadReason(read.why) });
    return null;
  }
  const text = decodedUtf8(read.bytes);
  if (text === null) unread.push({ where: where.slice(0, 1000), reason: said('computer.unread.no-text') });
  return text;
}
