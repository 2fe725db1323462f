import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ispdb } from '../../../../electron/engine/discover/ispdb.ts';
import { names as namesOf } from '../../../../electron/engine/names.ts';
import type { System } from '../../../../electron/engine/system.ts';
import { pages as pagesOf } from '../../../../electron/engine/web/pages.ts';
import { serversOf } from '../../../../shared/discover/known-provider.ts';
import { providers } from '../../../../shared/discover/providers.ts';
import { rankCandidates } from '../../../../shared/discover/rank.ts';
import type { DiscoveryEntry, NamedServer } from '../../../../shared/model/check.ts';
import { aCheckInput } from '../../../support/builders.ts';
import { remarksIn } from '../../../support/english.ts';
import { type LoopbackWeb, loopbackWeb } from '../../../support/loopback-web.ts';
import { asked, page } from './ask.ts';

/** Mozilla's own source files, kept beside the repository for tests; nothing of them is part of it. */
const folder = fileURLToPath(new URL('../../../../../shared/corpus/ispdb/', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : [];

/** Files with a value that goes against what everybody else does. */
const odd = ['arubapec.it.xml', 'charter.net.xml', 'pdx.edu.xml', 'rediffmail.com.xml', 'teol.net.xml'];

const securities: Readonly<Record<string, string>> = { SSL: 'tls', STARTTLS: 'starttls', plain: 'none' };
const logins: Readonly<Record<string, string>> = { OAuth2: 'oauth2' };

/** What a file states, read with nothing but regular expressions, so that a fault of the parser cannot hide in its own test. */
function statedBy(xml: string, address: string) {
  const [local = '', domain = ''] = address.split('@');
  const filled = (template: string | undefined) =>
    template
      ?.replace('%EMAILADDRESS%', address)
      .replace('%EMAILLOCALPART%', local)
      .replace('%EMAILDOMAIN%', domain);
  const text = xml.replace(/<!--[\s\S]*?-->/g, '');
  return [...text.matchAll(/<(incoming|outgoing)Server type="(imap|pop3|smtp)">([\s\S]*?)<\/\1Server>/g)].map(
    ([, role, protocol, inside = '']) => {
      const all = (name: string) =>
        [...inside.matchAll(new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`, 'g'))].map(
          ([, value = '']) => value,
        );
      return {
        protocol,
        host: filled(all('hostname')[0])?.toLowerCase(),
        port: Number(all('port')[0]),
        security: securities[all('socketType')[0] ?? ''],
        role,
        auth: all('authentication').map((word) => logins[word] ?? word),
        username: filled(all('username')[0]),
      };
    },
  );
}

describe('Mozilla’s database as found', () => {
  if (files.length === 0) {
    test('of 963 domains', ({ skip }) => skip(`needs the files of the database in ${folder}`));
    return;
  }

  test('holds the 963 domains in 163 files', () => {
    expect(files).toHaveLength(163);
    expect(files.flatMap((file) => domainsOf(read(file)))).toHaveLength(963);
  });

  describe('served by a web server of this computer', () => {
    let web: LoopbackWeb;
    beforeAll(async () => {
      const pages = files.map(read).flatMap((xml) => domainsOf(xml).map((domain) => [urlOf(domain), xml]));
      web = await loopbackWeb(Object.fromEntries(pages));
    });
    afterAll(() => web.close());

    test.each(files)('%s: every domain gets exactly the servers it states, in order', async (file) => {
      const xml = read(file);
      for (const domain of domainsOf(xml)) {
        const address = `you.too@${domain}`;
        const entries = await listedFor(address, domain, web.system);
        expect(entries).toHaveLength(1);
        expect(entries[0]?.servers).toEqual(statedBy(xml, address));
        expect(entries[0]?.isAuthenticated).toBe(true);
        const stated = statedBy(xml, address).map(({ role, host, port }) => `${role} ${host}:${port}`);
        const ranked = rankCandidates(entries).map(({ role, host, port }) => `${role} ${host}:${port}`);
        expect(ranked).toEqual([...new Set(stated)]);
      }
    });
  });

  test('our own table agrees with it about hosts, user names and at least one port, domain by domain', () => {
    const listed = new Map(
      files.flatMap((file) => domainsOf(read(file)).map((domain) => [domain, read(file)])),
    );
    const known = providers.flatMap((provider) => provider.domains.map((domain) => ({ provider, domain })));
    const common = known.filter(({ domain }) => listed.has(domain));
    expect(common.length).toBeGreaterThan(100);
    for (const { provider, domain } of common) {
      const address = `you.too@${domain}`;
      const theirs = statedBy(listed.get(domain) ?? '', address);
      const ours = serversOf(provider, { address, domain });
      const outgoing = ours.filter(({ role }) => role === 'outgoing');
      const isTheirs = ({ host, port }: NamedServer) =>
        theirs.some((stated) => stated.host === host && stated.port === port);
      expect([domain, outgoing.some(isTheirs)]).toEqual([domain, true]);
      for (const { role, host, username } of outgoing) {
        const same = theirs.filter((stated) => stated.role === role && stated.host === host);
        expect([domain, host, same[0]?.username]).toEqual([domain, host, username]);
      }
    }
  });

  test('exactly the five odd files are flagged', async () => {
    const flagged = await Promise.all(
      files.map(async (file) => {
        const xml = read(file);
        const domain = domainsOf(xml)[0] ?? '';
        const url = urlOf(domain);
        const change = { address: `you@${domain}`, domain };
        const { entries } = await asked(ispdb, {}, change, { [url]: page(xml) });
        const remarks = remarksIn(entries[0]);
        // Conditions and Exchange are facts, not faults.
        return remarks.some((text) => !/condition|Postway can check/.test(text)) ? file : null;
      }),
    );
    expect(flagged.filter((file) => file !== null)).toEqual(odd);
  });
});

/** What Mozilla's list gives for a domain, asked as a check asks it. */
async function listedFor(address: string, domain: string, system: System): Promise<DiscoveryEntry[]> {
  const input = aCheckInput({ address, domain });
  const { signal } = new AbortController();
  const names = namesOf(system, input, signal);
  const entries: DiscoveryEntry[] = [];
  await ispdb({ input, names, pages: pagesOf(system, names, signal) }, (entry) => entries.push(entry));
  return entries;
}

function urlOf(domain: string): string {
  return `https://autoconfig.thunderbird.net/v1.1/${domain}`;
}

function read(file: string): string {
  return readFileSync(`${folder}${file}`, 'utf8');
}

function domainsOf(xml: string): string[] {
  return [...xml.matchAll(/<domain>\s*([^<]*?)\s*<\/domain>/g)].map(([, domain = '']) =>
    domain.toLowerCase(),
  );
}
