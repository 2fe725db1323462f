import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientSettings } from '../../shared/clients/client.ts';
import { thunderbirdZip } from '../../shared/clients/thunderbird-zip.ts';
import { openScope, type Scope } from '../lab/scope.ts';
import { fileOf } from '../shared/clients/carried.ts';
import { someSettings } from '../shared/clients/settings.ts';
import { aServer } from '../support/builders.ts';
import { has, needs } from '../support/needs.ts';
import { type RealMailServer, startRealMailServer } from '../support/real-mail-server.ts';
import { authorities, serverName } from '../support/servers.ts';
import {
  addAccount,
  importProfile,
  type KnownAccounts,
  knownAccounts,
  rememberPassword,
  sendMessage,
  trustAuthority,
} from '../support/thunderbird/inside.ts';
import { startLimitMs, startThunderbird, type Thunderbird } from '../support/thunderbird/launch.ts';
import { asThunderbirdSays } from './as-thunderbird-says.ts';

const settingsFor = (local: string, change: Partial<ClientSettings> = {}): ClientSettings => {
  const username = `${local}@example.test`;
  const incoming = {
    protocol: 'imap' as const,
    port: 993,
    security: 'tls' as const,
    host: serverName,
    username,
  };
  return someSettings({
    mailAddress: username,
    outgoing: aServer({ host: serverName, username }),
    incoming: aServer(incoming),
    ...change,
  });
};
const overTls = (username: string) => aServer({ host: serverName, port: 465, security: 'tls', username });

/** What is exported, one ZIP file each. All go into one profile, one after the other. */
const exported: Readonly<Record<string, ClientSettings>> = {
  '587 with STARTTLS': settingsFor('starttls'),
  '465 with TLS': settingsFor('tls', { outgoing: overTls('tls@example.test') }),
  'no encryption, no login, POP3': settingsFor('pop', {
    outgoing: aServer({ host: serverName, port: 25, security: 'none', auth: 'none', username: '' }),
    incoming: aServer({
      protocol: 'pop3',
      host: serverName,
      port: 110,
      security: 'starttls',
      username: 'pop',
    }),
  }),
  'names full of what means something in JavaScript': settingsFor('a+b', {
    displayName: `O'Brien "the\\nth" Жüß 漢𝄞 \${x} */ //`,
    outgoing: aServer({ host: serverName, auth: 'password-encrypted', username: `a"b\\c'd\\u0041 ü;` }),
    incoming: aServer({ protocol: 'imap', host: serverName, port: 143, username: `"); user_pref("x", "ü𝄞` }),
  }),
};

/** What was there before, as a profile with one server has it: an address may have no server of its own and use the default. */
const old = {
  incoming: asThunderbirdSays(
    aServer({ protocol: 'imap', host: 'imap.old.test', port: 143, security: 'none', username: 'old' }),
  ),
  outgoing: asThunderbirdSays(
    aServer({ host: 'smtp.old.test', port: 25, security: 'none', username: 'old' }),
  ),
};

describe("Thunderbird's import of the ZIP file", () => {
  needs('thunderbird', 'root', 'postconf', 'dovecot');
  let scope: Scope;
  let server: RealMailServer;
  let after: KnownAccounts;
  let thunderbird: Thunderbird;

  beforeAll(async () => {
    if (!has('thunderbird', 'root', 'postconf', 'dovecot')) return;
    scope = openScope();
    const home = join(scope.folder, 'home');
    mkdirSync(home);
    server = await startRealMailServer(scope);
    thunderbird = await startThunderbird(scope, server.namespace, home);
    await thunderbird.run(addAccount, old.incoming, [
      { mailAddress: 'old@old.test', fullName: 'Old', outgoing: old.outgoing },
      { mailAddress: 'info@old.test', fullName: 'Info', outgoing: null },
    ]);
    for (const [index, settings] of Object.values(exported).entries()) {
      const path = join(home, `${index}.zip`);
      writeFileSync(path, Buffer.from(fileOf(thunderbirdZip, settings), 'base64'));
      expect(await thunderbird.run(importProfile, path)).toBe(true);
    }
    await thunderbird.run(trustAuthority, authorities.root);
    // It wants to be started anew after an import; only then are all values its own.
    await thunderbird.quit();
    thunderbird = await startThunderbird(scope, server.namespace, home);
    after = await thunderbird.run(knownAccounts);
  }, startLimitMs);
  afterAll(() => scope?.close());

  const imported = (settings: ClientSettings) => {
    const isOurs = ({ mailAddress }: { mailAddress: string }) => mailAddress === settings.mailAddress;
    const account = after.accounts.find(({ identities }) => identities.some(isOurs));
    const identity = account?.identities[0];
    const outgoing = after.outgoing.find(({ key }) => key === identity?.outgoingKey);
    if (!account || !identity || !outgoing) throw new Error(JSON.stringify(after));
    return { account, identity, outgoing };
  };

  test.each(Object.entries(exported))('adds the account with exactly our values: %s', (_what, settings) => {
    if (!settings.incoming) throw new Error('unreachable');
    const { account, identity, outgoing } = imported(settings);
    expect(account.identities).toHaveLength(1);
    expect(account.incoming).toEqual(asThunderbirdSays(settings.incoming));
    expect(account.leavesMail).toBe(settings.incoming.protocol === 'pop3');
    expect(outgoing).toEqual({ key: outgoing.key, ...asThunderbirdSays(settings.outgoing) });
    expect(identity).toMatchObject({ fullName: settings.displayName, mailAddress: settings.mailAddress });
  });

  test('leaves what was there as it was, and adds nothing else', () => {
    expect(after.accounts[0]).toEqual({
      key: 'account1',
      incoming: old.incoming,
      leavesMail: false,
      identities: [
        { key: 'id1', mailAddress: 'old@old.test', fullName: 'Old', outgoingKey: 'smtp1' },
        { key: 'id2', mailAddress: 'info@old.test', fullName: 'Info', outgoingKey: 'smtp1' },
      ],
    });
    expect(after.outgoing[0]).toEqual({ key: 'smtp1', ...old.outgoing });
    expect(after.accounts).toHaveLength(1 + Object.keys(exported).length);
    expect(after.outgoing).toHaveLength(1 + Object.keys(exported).length);
  });

  test('sends a message from the imported account through 587, and through 465', async () => {
    for (const what of ['587 with STARTTLS', '465 with TLS'] as const) {
      const settings = exported[what] ?? someSettings();
      const { port, username } = settings.outgoing;
      await thunderbird.run(rememberPassword, serverName, username, server.password);
      expect(await thunderbird.run(sendMessage, imported(settings).identity.key, what)).toBe(0);
      const arrived = () => server.received().filter((message) => message.includes(`\nSubject: ${what}`));
      await expect.poll(arrived).toHaveLength(1);
      expect(arrived()[0]).toContain(`X-Arrived-At: ${port}`);
      expect(arrived()[0]).toMatch(new RegExp(`\\(Authenticated sender: ${username}\\)\\s+by ${serverName}`));
      expect(arrived()[0]).toMatch(/ with ESMTPSA /);
      expect(arrived()[0]).toContain('It works.');
    }
  });
});
