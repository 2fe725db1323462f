import { expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import type { DnsQuestion } from '../../../electron/engine/system.ts';
import type { CheckInput } from '../../../shared/model/check.ts';
import { aCheckInput } from '../../support/builders.ts';
import { type FakePage, fakeSystem, type Listener } from '../../support/fake-system.ts';
import { virtualClock } from '../../support/virtual-clock.ts';
import { workingSubmission } from '../../support/working-submission.ts';
import { settingsFile } from './discover/settings-file.ts';

/** A world in which every name that somebody has leads to one computer that refuses, and mail for any domain is received by `exchange`. */
async function checked(
  change: Partial<CheckInput>,
  exchange: string,
  srvTarget?: string,
  web: Readonly<Record<string, FakePage>> = {},
  listeners: Readonly<Record<string, Listener>> = {},
) {
  const asked: string[] = [];
  const dns = ({ name, type }: DnsQuestion) => {
    asked.push(`${type} ${name}`);
    if (type === 'addresses' && !name.endsWith('.com.')) {
      return {
        outcome: 'found',
        found: { type, addresses: [{ ipAddress: '192.0.2.1', family: 4 }] },
      } as const;
    }
    if (type === 'MX')
      return { outcome: 'found', found: { type, records: [{ exchange, preference: 1 }] } } as const;
    if (srvTarget === undefined || !name.startsWith('_submission.')) {
      return { outcome: 'no-name', code: 'ENOTFOUND' } as const;
    }
    const records = [{ target: srvTarget, port: 587, priority: 0, weight: 0 }];
    return { outcome: 'found', found: { type: 'SRV', records } } as const;
  };
  const refusing: Listener = { rttMs: 20, answer: 'ECONNREFUSED' };
  const ports = [25, 26, 465, 587, 2525, 993, 995, 143, 110, 80, 443];
  const at = Object.fromEntries(ports.map((port) => [`192.0.2.1:${port}`, refusing]));
  const system = fakeSystem({ ...at, ...listeners }, dns, virtualClock(), web);
  const input = aCheckInput(change);
  const report = await system.clock.run(check(input, { system, version: '0' }, new AbortController().signal));
  return { report, system, asked };
}

test.each([
  ['an address of the service', { address: 'anna@proton.me', domain: 'proton.me' }, 'mail.protonmail.ch'],
  [
    'a server that is named',
    { address: 'anna@example.org', domain: 'example.org', server: 'mail.tutanota.de' },
    'mx.example.org',
  ],
  ['a server alone, with its port', { server: 'smtp.tutanota.com', serverPort: 465 }, 'mx.example.org'],
] as const)('%s: nothing is knocked at, and the web hears of nobody', async (_what, change, exchange) => {
  const { report, system } = await checked(change, exchange);
  expect(report.verdict.code).toBe('no-smtp-service');
  expect(report.observations).toEqual([]);
  expect(report.recommendation).toBeNull();
  expect(system.fetched).toEqual([]);
  expect(system.clock.sleepers()).toBe(0);
});

test('a domain whose mail is passed on may have a server for sending of its own', async () => {
  const { report } = await checked(
    { address: 'anna@example.org', domain: 'example.org' },
    'route2.mx.cloudflare.net',
    'smtp.example.org',
  );
  expect(report.verdict.code).not.toBe('no-smtp-service');
  expect(report.observations.map(({ host }) => host)).toContain('smtp.example.org');
});

test('what the program uses today is tried, and nothing else', async () => {
  const { report } = await checked(
    {
      address: 'anna@proton.me',
      domain: 'proton.me',
      current: { host: 'relay.example.org', port: 587, security: 'starttls' },
    },
    'mail.protonmail.ch',
  );
  const own = report.observations.filter(({ role }) => role === 'outgoing' || role === 'incoming');
  expect(new Set(own.map(({ host }) => host))).toEqual(new Set(['relay.example.org']));
  expect(report.verdict.code).toBe('no-smtp-service');
});

const own = {
  address: 'anna@example.org',
  domain: 'example.org',
  incoming: false,
  references: false,
};
const settingsUrl = 'https://autoconfig.example.org/mail/config-v1.1.xml?emailaddress=anna%40example.org';
const published: FakePage = { ok: true, status: 200, body: settingsFile('smtp.example.org 587 STARTTLS') };

/** A server for sending that works on 587. */
function submissions(): Record<string, Listener> {
  return { '192.0.2.1:587': workingSubmission() };
}

test('a domain of one’s own, whose mail is passed on: the domain alone is asked, and nothing is knocked at', async () => {
  const { report, system } = await checked(own, 'route2.mx.cloudflare.net');
  expect(report.verdict.code).toBe('no-smtp-service');
  expect(report.observations).toEqual([]);
  expect(report.recommendation).toBeNull();
  expect(system.fetched.length).toBeGreaterThan(0);
  const hosts = system.fetched.map(({ url }) => new URL(url).host);
  expect(hosts.filter((host) => host !== 'example.org' && !host.endsWith('.example.org'))).toEqual([]);
  expect(system.clock.sleepers()).toBe(0);
});

test.each([
  ['where its places on the web are silent', { ...published, ms: 60_000 }, 4_500],
  ['where they may not be asked', published, 500],
] as const)(
  'a domain whose mail is passed on, %s: it ends soon all the same',
  async (_what, page, withinMs) => {
    const lookup = page.ms !== undefined;
    const { report } = await checked({ ...own, lookup }, 'route2.mx.cloudflare.net', undefined, {
      [settingsUrl]: page,
    });
    expect(report.verdict.code).toBe('no-smtp-service');
    expect(report.observations).toEqual([]);
    expect(report.elapsedMs).toBeLessThanOrEqual(withinMs);
  },
);

test.each([
  ['passed on', 'route2.mx.cloudflare.net', []],
  ['kept at a service without such servers', 'mail.protonmail.ch', ['no-smtp-service']],
] as const)(
  'mail that is %s, while the domain publishes a server of its own: that one counts',
  async (...row) => {
    const [, exchange, notes] = row;
    const { report } = await checked(own, exchange, undefined, { [settingsUrl]: published }, submissions());
    expect(report.verdict.code).not.toBe('no-smtp-service');
    expect(report.recommendation?.outgoing).toMatchObject({ host: 'smtp.example.org', port: 587 });
    const told = report.findings.filter((finding) => finding.code === 'no-smtp-service');
    expect(told.map((finding) => finding.code)).toEqual(notes);
    for (const { severity } of told) expect(severity).toBe('note');
  },
);

test.each([
  ['passed on', 'route2.mx.cloudflare.net', false],
  ['kept at a service without such servers', 'mail.protonmail.ch', true],
] as const)(
  'mail that is %s, and the domain’s own server does not work',
  async (_what, exchange, isClosed) => {
    const { report } = await checked(own, exchange, undefined, { [settingsUrl]: published });
    expect(report.observations.map(({ host }) => host)).toContain('smtp.example.org');
    expect(report.verdict.code === 'no-smtp-service').toBe(isClosed);
  },
);
