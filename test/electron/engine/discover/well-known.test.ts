import { expect, test } from 'vitest';
import { wellKnown } from '../../../../electron/engine/discover/well-known.ts';
import type { DnsRecords } from '../../../../electron/engine/system.ts';
import type { CheckInput } from '../../../../shared/model/check.ts';
import { remarksIn } from '../../../support/english.ts';
import { ask } from './ask.ts';

function mx(exchange: string): DnsRecords {
  return {
    type: 'MX',
    records: [
      { exchange: 'backup.example.com', preference: 20 },
      { exchange, preference: 10 },
    ],
  };
}

async function about(domain: string, zone = {}, change: Partial<CheckInput> = {}) {
  const entries = await ask(wellKnown, zone, { address: `you@${domain}`, domain, ...change });
  expect(entries).toHaveLength(1);
  const [entry] = entries;
  const servers = entry?.servers.map(({ host, port, security }) => `${host}:${port}/${security}`);
  return { entry, servers };
}

test('a provider of the table is known at once, with all that goes with it', async () => {
  const { entry, servers } = await about('gmail.com');
  expect(servers).toEqual([
    'smtp.gmail.com:465/tls',
    'smtp.gmail.com:587/starttls',
    'imap.gmail.com:993/tls',
    'pop.gmail.com:995/tls',
  ]);
  expect(entry).toMatchObject({
    source: 'well-known',
    outcome: 'found',
    elapsedMs: 0,
    provider: { secret: 'app-password', secretAt: 'https://myaccount.google.com/apppasswords' },
  });
});

test('a domain of one’s own is recognised by who receives its mail', async () => {
  const { entry, servers } = await about('example.org', {
    'MX example.org': mx('example-org.mail.protection.outlook.com'),
  });
  expect(servers).toContain('smtp.office365.com:587/starttls');
  expect(entry).toMatchObject({
    asked: 'example.org (MX example-org.mail.protection.outlook.com)',
    provider: { name: 'Microsoft 365', secret: 'browser' },
  });
  expect(entry?.servers[0]?.username).toBe('you@example.org');
});

test('nodemailer’s list adds what the table has not', async () => {
  expect((await about('kolabnow.com')).servers).toEqual(['smtp.kolabnow.com:465/tls']);
  expect((await about('disroot.org')).servers).toEqual(['disroot.org:587/starttls']);
});

test.each(['sparkpost.com', 'www.feishu.cn', 'pec.aruba.it', 'exmail.qq.com'])(
  'and nothing where it is not about mailboxes: %s',
  async (domain) => {
    expect((await about(domain)).entry).toMatchObject({ outcome: 'nothing', servers: [] });
  },
);

test.each(['proton.me', 'tuta.com'])(
  '%s has no servers for mail programs, and that is said',
  async (domain) => {
    const { entry } = await about(domain);
    expect(entry).toMatchObject({ outcome: 'nothing', servers: [] });
    expect(remarksIn(entry).join()).toMatch(/mail programs cannot send/);
  },
);

test('it needs no web, and no receiving where nobody wants it', async () => {
  const { servers } = await about('gmail.com', {}, { lookup: false, incoming: false });
  expect(servers).toEqual(['smtp.gmail.com:465/tls', 'smtp.gmail.com:587/starttls']);
});

test('nobody’s known domain, and a known server', async () => {
  expect((await about('example.org')).entry).toMatchObject({ outcome: 'nothing' });
  expect(await ask(wellKnown, {}, { server: 'mail.example.org' })).toEqual([]);
});
