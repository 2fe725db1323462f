import { expect, test } from 'vitest';
import { ispdb } from '../../../../electron/engine/discover/ispdb.ts';
import type { DnsRecords } from '../../../../electron/engine/system.ts';
import { asked, page } from './ask.ts';
import { settingsFile } from './settings-file.ts';

const usual = 'https://autoconfig.thunderbird.net/v1.1/';
const newer = 'https://live.thunderbird.net/autoconfig/v1.1/';
const good = page(settingsFile('smtp.example.net 465 SSL'));
const missing = { ok: true, status: 404, body: '' } as const;

function mx(...exchanges: string[]): DnsRecords {
  return { type: 'MX', records: exchanges.map((exchange, index) => ({ exchange, preference: 10 - index })) };
}

test('the domain is looked up, and never the address', async () => {
  const { entries, fetched } = await asked(ispdb, {}, {}, { [`${usual}example.org`]: good });
  expect(entries).toMatchObject([{ source: 'ispdb', outcome: 'found', isAuthenticated: true }]);
  expect(entries[0]?.servers[0]).toMatchObject({ host: 'smtp.example.net', username: 'you@example.org' });
  expect(fetched.map(({ url }) => url)).toEqual([`${usual}example.org`]);
});

test('the newer address is asked when the usual one does not answer, and not when it knows nothing', async () => {
  const broken = { ok: true, status: 502, body: '' } as const;
  const { entries } = await asked(
    ispdb,
    {},
    {},
    { [`${usual}example.org`]: broken, [`${newer}example.org`]: good },
  );
  expect(entries.map(({ outcome }) => outcome)).toEqual(['failed', 'found']);

  const { fetched } = await asked(
    ispdb,
    {},
    {},
    { [`${usual}example.org`]: missing, [`${newer}example.org`]: good },
  );
  expect(fetched).toHaveLength(1);
});

test('where the domain is not listed, whoever receives its mail is: by host without its first label, then by registrable domain', async () => {
  const web = {
    [`${usual}example.org`]: missing,
    [`${usual}mail.operator.co.uk`]: missing,
    [`${usual}operator.co.uk`]: good,
  };
  const { entries } = await asked(
    ispdb,
    { 'MX example.org': mx('backup.example.com', 'in.mail.operator.co.uk.') },
    {},
    web,
  );
  expect(entries.map((entry) => [entry.asked.slice(usual.length), entry.outcome])).toEqual([
    ['example.org', 'nothing'],
    ['mail.operator.co.uk', 'nothing'],
    ['operator.co.uk', 'found'],
  ]);
});

test('a domain that receives its own mail is asked for once', async () => {
  const { fetched } = await asked(
    ispdb,
    { 'MX example.org': mx('mx.example.org') },
    {},
    { [`${usual}example.org`]: missing },
  );
  expect(fetched).toHaveLength(1);
});

test('nothing is asked without leave, or when the server is known', async () => {
  for (const change of [{ lookup: false }, { references: false }, { server: 'mail.example.org' }]) {
    const { entries, fetched } = await asked(ispdb, {}, change, {});
    expect([entries, fetched]).toEqual([[], []]);
  }
});
