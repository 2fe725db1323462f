import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProfiles, readProfiles } from '../../electron/computer/thunderbird-profiles.ts';
import type { FoundServer } from '../../shared/model/found-account.ts';
import { renderReport } from '../../shared/model/report.ts';
import { openScope, type Scope } from '../lab/scope.ts';
import { aReport, aServer } from '../support/builders.ts';
import { builtCommandLine, type Ended } from '../support/built.ts';
import { has, needs } from '../support/needs.ts';
import { type RealMailServer, startRealMailServer } from '../support/real-mail-server.ts';
import { authorities, serverName } from '../support/servers.ts';
import {
  addAccount,
  type KnownAccounts,
  type KnownServer,
  knownAccounts,
  loseOutgoing,
  type NewIdentity,
  rememberPassword,
  savePreferences,
  sendMessage,
  trustAuthority,
} from '../support/thunderbird/inside.ts';
import { startLimitMs, startThunderbird, type Thunderbird } from '../support/thunderbird/launch.ts';
import { aWorkstation } from '../support/thunderbird-home.ts';
import { asThunderbirdSays } from './as-thunderbird-says.ts';

const address = 'you@example.test';

/** In Thunderbird's words. */
const known = (change: Partial<KnownServer>): KnownServer => ({
  protocol: 'smtp',
  host: serverName,
  port: 0,
  security: 'plain',
  login: 'passwordCleartext',
  username: address,
  ...change,
});
const identity = (mailAddress: string, outgoing: KnownServer | null, fullName = 'You'): NewIdentity => ({
  mailAddress,
  fullName,
  outgoing,
});

/** What is set up before: the address whose mail is stuck comes first. */
const accounts: readonly (readonly [KnownServer, readonly NewIdentity[]])[] = [
  [
    known({ protocol: 'imap', port: 143 }),
    [
      identity(address, known({ port: 25 }), `O'Brien "the\\nth" Жüß 漢𝄞`),
      identity('usual@example.test', known({ security: 'alwaysSTARTTLS' })),
    ],
  ],
  [
    known({ protocol: 'pop3', host: 'pop.other.test', security: 'SSL', username: 'other' }),
    [
      identity(
        'me@other.test',
        known({ host: 'smtp.other.test', security: 'SSL', login: 'passwordEncrypted' }),
      ),
      identity('info@other.test', null),
    ],
  ],
  [
    known({
      protocol: 'imap',
      host: 'imap.third.test',
      port: 1143,
      security: 'alwaysSTARTTLS',
      login: 'GSSAPI',
    }),
    [
      identity('me@third.test', known({ host: '192.0.2.7', port: 2525, login: 'OAuth2', security: 'SSL' })),
      identity('none@third.test', known({ host: 'open.third.test', port: 26, login: 'none', username: '' })),
      identity('lost@third.test', null),
    ],
  ],
];

const outgoing = aServer({ host: serverName, username: address });
const report = renderReport(
  aReport({
    input: { address, domain: 'example.test' },
    recommendation: { outgoing, incoming: null, why: 'It works.', alternatives: [], change: null },
  }),
);

const nothing = new AbortController().signal;

describe('the settings of the real Thunderbird', () => {
  needs('thunderbird', 'root', 'postconf', 'dovecot');
  const postway = builtCommandLine();
  let scope: Scope;
  let home: string;
  let profile: string;
  let server: RealMailServer;
  /** What Thunderbird said and did, and what `apply` said beside it, before anything was changed. */
  let before: KnownAccounts;
  let stuck: number;
  let besideIt: { readonly ended: Ended; readonly files: readonly string[]; readonly prefs: string };

  const start = (): Promise<Thunderbird> => startThunderbird(scope, server.namespace, home);
  const apply = (...argv: string[]): Promise<Ended> =>
    postway.run(['apply', 'thunderbird', '--yes', ...argv], { stdin: report, environment: { HOME: home } });
  const prefs = (): string => readFileSync(join(profile, 'prefs.js'), 'utf8');
  const entryOf = (mailAddress: string): string =>
    `user_pref("mail.smtpserver.${identityOf(before, mailAddress).outgoingKey}.`;
  const arrived = (subject: string): string[] =>
    server.received().filter((message) => message.includes(`\nSubject: ${subject}\n`));

  beforeAll(async () => {
    if (!has('thunderbird', 'root', 'postconf', 'dovecot')) return;
    scope = openScope();
    home = join(scope.folder, 'home');
    mkdirSync(home);
    server = await startRealMailServer(scope);
    const thunderbird = await start();
    for (const account of accounts) await thunderbird.run(addAccount, ...account);
    await thunderbird.run(loseOutgoing, 'lost@third.test');
    await thunderbird.run(trustAuthority, authorities.root);
    await thunderbird.run(rememberPassword, serverName, address, server.password);
    await thunderbird.run(savePreferences);
    before = await thunderbird.run(knownAccounts);
    stuck = await thunderbird.run(sendMessage, identityOf(before, address).key, 'stuck');

    profile = (await findProfiles(aWorkstation(home), nothing)).found[0]?.folder ?? '';
    besideIt = { ended: await apply('-'), files: Object.keys(filesOf(profile)), prefs: prefs() };
    await thunderbird.quit();
  }, startLimitMs);
  afterAll(() => scope?.close());

  test('are read from its files as it says them itself', async () => {
    const profiles = await findProfiles(aWorkstation(home), nothing);
    const { found, unread } = await readProfiles(profiles.found, nothing);
    expect({ profiles: profiles.found.length, unread }).toEqual({ profiles: 1, unread: [] });
    const read = found.map(({ own }) => ({
      key: own.identity,
      mailAddress: own.address,
      fullName: own.displayName,
      outgoingKey: own.smtpKey,
      incoming: own.incoming && inItsWords(own.incoming),
      outgoing: own.outgoing && inItsWords(own.outgoing),
    }));
    expect(read).toEqual(
      before.accounts.flatMap(({ incoming, identities }) =>
        identities.map((identity) => ({ ...identity, incoming, outgoing: outgoingOf(before, identity) })),
      ),
    );
    expect(read).toHaveLength(7);
  });

  test('are left alone while it is open', () => {
    expect(besideIt.ended).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Thunderbird is open'),
    });
    expect(besideIt.files).toContain('prefs.js');
    expect(besideIt.files.filter((name) => /postway/.test(name))).toEqual([]);
    expect(besideIt.prefs).toContain(`${entryOf(address)}port", 25);`);
  });

  test('can be changed and taken back, and every other byte stays', async () => {
    const [text, files] = [prefs(), filesOf(profile)];
    expect(await apply('-', '--dry-run')).toMatchObject({ status: 0 });
    expect(filesOf(profile)).toEqual(files);

    expect(await apply('-')).toMatchObject({ status: 0 });
    const entry = entryOf(address);
    const expected = text.replace(`${entry}port", 25);`, `${entry}port", 587);`);
    expect(prefs()).toBe(expected.replace(`${entry}try_ssl", 0);`, `${entry}try_ssl", 2);`));
    const { 'prefs.js': _, ...others } = files;
    expect(filesOf(profile)).toMatchObject(others);

    expect(await apply('--undo')).toMatchObject({ status: 0, stderr: '' });
    expect(filesOf(profile)).toEqual(files);
  });

  test(
    'once changed are what it uses, and it sends the message that was stuck',
    async () => {
      expect(stuck).not.toBe(0);
      expect(arrived('stuck')).toEqual([]);
      expect(await apply('-')).toMatchObject({ status: 0 });

      const thunderbird = await start();
      const after = await thunderbird.run(knownAccounts);
      const { key, outgoingKey } = identityOf(after, address);
      expect(after).toEqual({
        ...before,
        outgoing: before.outgoing.map((server) =>
          server.key === outgoingKey ? { ...server, port: 587, security: 'alwaysSTARTTLS' } : server,
        ),
      });
      expect(await thunderbird.run(sendMessage, key, 'free')).toBe(0);
      await expect.poll(() => arrived('free')).toHaveLength(1);
      expect(arrived('free')[0]).toContain('X-Arrived-At: 587');
      expect(arrived('free')[0]).toContain(`Authenticated sender: ${address}`);

      // Where no port is set, the one that our reader names is the one it takes.
      expect(await thunderbird.run(sendMessage, identityOf(after, 'usual@example.test').key, 'usual')).toBe(
        0,
      );
      await expect.poll(() => arrived('usual')).toHaveLength(1);
      expect(arrived('usual')[0]).toContain('X-Arrived-At: 587');
      await thunderbird.quit();
    },
    startLimitMs,
  );

  test('can be taken back after it has written its file anew, and what it wrote stays', async () => {
    const text = prefs();
    expect(await apply('--undo')).toMatchObject({ status: 0, stderr: '' });
    const entry = entryOf(address);
    const expected = text.replace(`${entry}port", 587);`, `${entry}port", 25);`);
    expect(prefs()).toBe(expected.replace(`${entry}try_ssl", 2);`, `${entry}try_ssl", 0);`));
    expect(prefs()).not.toBe(text);
  });
});

type KnownIdentity = KnownAccounts['accounts'][number]['identities'][number];

function identityOf(all: KnownAccounts, mailAddress: string): KnownIdentity {
  const identities = all.accounts.flatMap((account) => account.identities);
  const one = identities.find((identity) => identity.mailAddress === mailAddress);
  if (!one) throw new Error(`Thunderbird knows no ${mailAddress}`);
  return one;
}

/** The server it would send with; where no port is set, the one that its SmtpClient takes. */
function outgoingOf(all: KnownAccounts, { outgoingKey }: KnownIdentity): KnownServer | null {
  const one = all.outgoing.find(({ key }) => key === outgoingKey);
  if (!one) return null;
  const { key: _, ...server } = one;
  return { ...server, port: server.port || (server.security === 'SSL' ? 465 : 587) };
}

/** What we read, in its words; it knows more ways to log in than we have words for. */
function inItsWords(server: FoundServer): KnownServer {
  const { login, ...same } = asThunderbirdSays({ ...server, source: 'user' });
  return { ...same, username: server.username, login: server.auth === 'unknown' ? 'GSSAPI' : login };
}

type Files = Readonly<Record<string, string>>;

/** Everything in a profile's folder by its path, as a hash. */
function filesOf(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => lstatSync(join(folder, name)).isFile());
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(files.map((name) => [name, hash(name)]));
}
