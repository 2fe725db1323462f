import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientSettings } from '../../shared/clients/client.ts';
import { renderClient } from '../../shared/clients/index.ts';
import { thunderbirdAutoconfig } from '../../shared/clients/thunderbird-autoconfig.ts';
import type { Server } from '../../shared/model/check.ts';
import { openScope, type Scope } from '../lab/scope.ts';
import { anySettings, fileOf } from '../shared/clients/carried.ts';
import { someSettings } from '../shared/clients/settings.ts';
import { aServer } from '../support/builders.ts';
import { fc } from '../support/invented-inputs.ts';
import { has, needs } from '../support/needs.ts';
import { readAutoconfig } from '../support/thunderbird/inside.ts';
import { startLimitMs, startThunderbird, type Thunderbird } from '../support/thunderbird/launch.ts';
import { asThunderbirdSays } from './as-thunderbird-says.ts';

describe("Thunderbird's own reader of config-v1.1.xml", () => {
  needs('thunderbird', 'root');
  let scope: Scope;
  let thunderbird: Thunderbird;
  beforeAll(async () => {
    if (!has('thunderbird', 'root')) return;
    scope = openScope();
    const home = join(scope.folder, 'home');
    mkdirSync(home);
    thunderbird = await startThunderbird(scope, scope.addNamespace('reader'), home);
  }, startLimitMs);
  afterAll(() => scope?.close());

  const imap = (change: Partial<Server> = {}) =>
    aServer({ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', ...change });

  /** Each server that the file names, and no other: what Thunderbird cannot use it drops without a word. */
  async function expectTheSameAccount(settings: ClientSettings, xml: string): Promise<void> {
    const read = await thunderbird.run(readAutoconfig, xml, settings.mailAddress);
    expect(read).toEqual({
      incoming: settings.incoming && [asThunderbirdSays(settings.incoming)],
      outgoing: [asThunderbirdSays(settings.outgoing)],
    });
  }

  test.each<[string, Partial<ClientSettings>]>([
    ['587 with STARTTLS', {}],
    ['465 with TLS', { outgoing: aServer({ port: 465, security: 'tls' }) }],
    ['no login for sending', { outgoing: aServer({ auth: 'none', username: '' }) }],
    ['an encrypted password', { outgoing: aServer({ auth: 'password-encrypted' }) }],
    ['POP3', { incoming: imap({ protocol: 'pop3', port: 110, security: 'starttls' }) }],
    ['a user name without the domain', { outgoing: aServer({ username: 'you' }) }],
    ['a name with letters that are not ASCII', { outgoing: aServer({ host: 'xn--e1afmkfd.example' }) }],
    ['an IPv4 address', { outgoing: aServer({ host: '192.0.2.1' }) }],
    [
      'an IPv6 address',
      { outgoing: aServer({ host: '2001:db8::1' }), incoming: imap({ host: '2001:db8::2' }) },
    ],
    ["Google's sign-in", { outgoing: aServer({ host: 'smtp.gmail.com', auth: 'oauth2' }) }],
  ])('sets up the same account: %s', async (_what, change) => {
    await expectTheSameAccount(someSettings(change), fileOf(thunderbirdAutoconfig, change));
  });

  test('falls back to the password, where the server takes one too and Thunderbird knows no sign-in for the host', async () => {
    const login = { auth: 'oauth2', orPassword: true } as const;
    const [incoming, outgoing] = [imap(login), aServer(login)];
    const xml = fileOf(thunderbirdAutoconfig, { incoming, outgoing });
    const read = await thunderbird.run(readAutoconfig, xml, 'you@example.org');
    expect(read.outgoing).toMatchObject([{ host: outgoing.host, login: 'passwordCleartext' }]);
    expect(read.incoming).toMatchObject([{ host: incoming.host, login: 'passwordCleartext' }]);
  });

  test('gets back every value of any settings, or the export refuses', async () => {
    const auth = fc.constantFrom('password-cleartext', 'password-encrypted', 'none', 'unknown');
    const protocol = fc.constantFrom('imap', 'pop3');
    let carried = 0;
    await fc.assert(
      fc.asyncProperty(anySettings, fc.boolean(), auth, auth, protocol, async (any, isWhole, ...more) => {
        const { mailAddress } = any;
        fc.pre(!mailAddress.includes('$')); // it takes `$$` for `$` when it puts the address in, whatever the file
        const username = isWhole ? mailAddress : mailAddress.replace(/@.*/, '');
        const [outgoingAuth, incomingAuth, incomingProtocol] = more;
        const settings: ClientSettings = {
          ...any,
          outgoing: { ...any.outgoing, username, auth: outgoingAuth },
          incoming: imap({
            host: any.outgoing.host,
            username,
            auth: incomingAuth,
            protocol: incomingProtocol,
          }),
        };
        const rendered = renderClient(thunderbirdAutoconfig, settings);
        if (!rendered.ok) return;
        carried += 1;
        await expectTheSameAccount(settings, rendered.value.text);
      }),
      { numRuns: 150 },
    );
    expect(carried).toBeGreaterThan(50);
  });

  test('a script that fails in it fails here, with its words', async () => {
    await expect(thunderbird.run(readAutoconfig, '<nonsense/>', 'you@example.org')).rejects.toThrow(
      'does not contain an email account configuration',
    );
  });

  // The last one: it does not survive this.
  test('ends at the first attempt to reach another computer', async () => {
    const outside = thunderbird.run(() => fetch('http://192.0.2.1/').then(({ status }) => status));
    await expect(outside).rejects.toThrow('Thunderbird is gone');
  });
});
