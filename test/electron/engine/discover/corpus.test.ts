import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ispdb } from '../../../../electron/engine/discover/ispdb.ts';
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

  test.each(files)('%s: every domain gets exactly the servers it states, in order', async (file) => {
    const xml = read(file);
    for (const domain of domainsOf(xml)) {
      const address = `you.too@${domain}`;
      const url = `https://autoconfig.thunderbird.net/v1.1/${domain}`;
      const { entries } = await asked(ispdb, {}, { address, domain }, { [url]: page(xml) });
      expect(entries).toHaveLength(1);
      expect(entries[0]?.servers).toEqual(statedBy(xml, address));
      expect(entries[0]?.isAuthenticated).toBe(true);
    }
  });

  test('exactly the five odd files are flagged', async () => {
    const flagged = await Promise.all(
      files.map(async (file) => {
        const xml = read(file);
        const domain = domainsOf(xml)[0] ?? '';
        const url = `https://autoconfig.thunderbird.net/v1.1/${domain}`;
        const change = { address: `you@${domain}`, domain };
        const { entries } = await asked(ispdb, {}, change, { [url]: page(xml) });
        const remarks = entries[0]?.remarks ?? [];
        // Conditions and Exchange are facts, not faults.
        return remarks.some((text) => !/condition|Postway can check/.test(text)) ? file : null;
      }),
    );
    expect(flagged.filter((file) => file !== null)).toEqual(odd);
  });
});

function read(file: string): string {
  return readFileSync(`${folder}${file}`, 'utf8');
}

function domainsOf(xml: string): string[] {
  return [...xml.matchAll(/<domain>\s*([^<]*?)\s*<\/domain>/g)].map(([, domain = '']) =>
    domain.toLowerCase(),
  );
}
