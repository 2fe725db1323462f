import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundAccount, MailProgram, Unread } from '../../shared/model/found-account.ts';
import { readClawsAccounts } from '../../shared/parse/claws-accounts.ts';
import { readEvolutionAccounts } from '../../shared/parse/evolution-accounts.ts';
import type { IniAccount } from '../../shared/parse/found-server.ts';
import { readGearyAccount } from '../../shared/parse/geary-accounts.ts';
import { readKmailAccounts } from '../../shared/parse/kmail-accounts.ts';
import { accountId } from './account-id.ts';
import { readBounded } from './bounded-file.ts';
import { type Looked, textOf } from './thunderbird-profiles.ts';
import type { Workstation } from './workstation.ts';

/** A settings file of these programs has a few kB; one account of Evolution's some hundred bytes. */
const maxFileBytes = 256 * 1024;
/** Evolution keeps calendars and address books beside its accounts; some dozens of files in all. */
const maxFiles = 500;

/** Reads files of one program: as text, null for what is not there, with a word about what could not be read. */
type Reader = {
  readonly text: (path: string) => Promise<string | null>;
  /** The names in a folder, sorted; none where it is not there. */
  readonly names: (folder: string) => Promise<readonly string[]>;
};

type Found = { readonly account: IniAccount; readonly file: string };

/** One program of a Linux desktop: the folder of its settings, and what to read in it. */
type Desktop = {
  readonly program: MailProgram;
  readonly folders: (homes: Homes) => readonly string[];
  readonly read: (folder: string, reader: Reader) => Promise<readonly Found[]>;
};

type Homes = {
  readonly home: string;
  /** XDG_CONFIG_HOME and what stands for it within a flatpak. */
  readonly config: (flatpak: string) => readonly string[];
};

const desktops: readonly Desktop[] = [
  {
    program: 'evolution',
    folders: ({ config }) => config('org.gnome.Evolution').map((one) => join(one, 'evolution', 'sources')),
    read: readEvolution,
  },
  {
    program: 'kmail',
    folders: ({ config }) => config('org.kde.kontact'),
    read: readKmail,
  },
  {
    program: 'claws',
    folders: ({ home }) => [join(home, '.claws-mail')],
    read: async (folder, { text }) => {
      const file = join(folder, 'accountrc');
      return readClawsAccounts((await text(file)) ?? '').map((account) => ({ account, file }));
    },
  },
  {
    program: 'geary',
    folders: ({ config }) => config('org.gnome.Geary').map((one) => join(one, 'geary')),
    read: readGeary,
  },
];

/** The accounts of Evolution, KMail, Claws Mail and Geary, which are Linux programs. Nothing is written, and no password is read. */
export async function findIniAccounts(
  workstation: Workstation,
  signal: AbortSignal,
): Promise<Looked<FoundAccount>> {
  if (workstation.platform === 'win32' || workstation.platform === 'darwin')
    return { found: [], unread: [], places: [] };
  const { home, environment } = workstation;
  const homes: Homes = {
    home,
    config: (flatpak) => [
      environment.XDG_CONFIG_HOME ?? join(home, '.config'),
      join(home, '.var', 'app', flatpak, 'config'),
    ],
  };
  const found: FoundAccount[] = [];
  const unread: Unread[] = [];
  const places: string[] = [];
  const reader = readerInto(unread);
  for (const { program, folders, read } of desktops) {
    for (const folder of folders(homes)) {
      if (signal.aborted) return { found, unread, places };
      places.push(folder);
      const accounts = await read(folder, reader);
      found.push(...accounts.map((one) => foundAccount(program, folder, one)));
    }
  }
  return { found, unread, places };
}

function foundAccount(program: MailProgram, folder: string, { account, file }: Found): FoundAccount {
  const { key, address, displayName, outgoing, incoming } = account;
  const id = accountId(program, folder, key);
  return {
    id,
    program,
    profile: key.slice(0, 255),
    address,
    displayName,
    outgoing,
    incoming,
    readFrom: file.slice(0, 1000),
  };
}

function readerInto(unread: Unread[]): Reader {
  return {
    text: async (path) => textOf(await readBounded(path, maxFileBytes), path, unread),
    names: async (folder) => {
      try {
        return (await readdir(folder)).sort().slice(0, maxFiles);
      } catch {
        return []; // not there, or not ours to look into
      }
    },
  };
}

async function readEvolution(folder: string, { names, text }: Reader): Promise<readonly Found[]> {
  const files = new Map<string, string>();
  for (const name of await names(folder)) {
    const uid = /^([\w.@-]{1,200})\.source$/.exec(name)?.[1];
    const content = uid === undefined ? null : await text(join(folder, name));
    if (uid !== undefined && content !== null) files.set(uid, content);
  }
  return readEvolutionAccounts(files).map((account) => ({
    account,
    file: join(folder, `${account.key}.source`),
  }));
}

async function readKmail(folder: string, { text }: Reader): Promise<readonly Found[]> {
  const file = join(folder, 'mailtransports');
  const transports = await text(file);
  const identities = await text(join(folder, 'emailidentities'));
  if (transports === null || identities === null) return [];
  return readKmailAccounts({ transports, identities }).map((account) => ({ account, file }));
}

async function readGeary(folder: string, { names, text }: Reader): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const name of (await names(folder)).filter((one) => /^account_\d{1,4}$/.test(one))) {
    const file = join(folder, name, 'geary.ini');
    const account = readGearyAccount(name, (await text(file)) ?? '');
    if (account) found.push({ account, file });
  }
  return found;
}
