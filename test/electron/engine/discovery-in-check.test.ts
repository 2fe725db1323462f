import { describe, expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import { discover } from '../../../electron/engine/discovery.ts';
import type { DnsQuestion } from '../../../electron/engine/system.ts';
import { reportIn } from '../../../shared/diagnose/worded.ts';
import type { CheckEvent, CheckInput } from '../../../shared/model/check.ts';
import { aCheckInput } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { type FakePage, fakeSystem, type Listener } from '../../support/fake-system.ts';
import { virtualClock } from '../../support/virtual-clock.ts';
import { workingSubmission } from '../../support/working-submission.ts';
import { settingsFile } from './discover/settings-file.ts';

const settingsUrl = 'https://autoconfig.example.org/mail/config-v1.1.xml?emailaddress=you%40example.org';
const listUrl = 'https://autoconfig.thunderbird.net/v1.1/example.org';
const addresses: Readonly<Record<string, string>> = {
  'autoconfig.example.org': '192.0.2.80',
  'autoconfig.thunderbird.net': '198.51.100.80',
  'mail.example.org': '192.0.2.1',
  'smtp.example.org': '192.0.2.2',
  'smtp.example.net': '192.0.2.3',
};

function dns({ name, type }: DnsQuestion) {
  const ipAddress = type === 'addresses' ? addresses[name] : undefined;
  if (ipAddress === undefined) return { outcome: 'no-name', code: 'ENOTFOUND' } as const;
  return { outcome: 'found', found: { type: 'addresses', addresses: [{ ipAddress, family: 4 }] } } as const;
}

const refusing: Listener = { rttMs: 20, answer: 'ECONNREFUSED' };

/** One computer with submission on 587 alone. */
function computer(ipAddress: string): Record<string, Listener> {
  const others = [25, 26, 465, 2525].map((port) => [`${ipAddress}:${port}`, refusing]);
  return { ...Object.fromEntries(others), [`${ipAddress}:587`]: workingSubmission() };
}

const input: CheckInput = aCheckInput({ incoming: false, references: false });
const listInput: CheckInput = { ...input, references: true };

async function checked(web: Readonly<Record<string, FakePage>>, at: Record<string, Listener>, asked = input) {
  const system = fakeSystem(at, dns, virtualClock(), web);
  const events: CheckEvent[] = [];
  const options = { system, version: '0', onEvent: (event: CheckEvent) => events.push(event) };
  const judged = await system.clock.run(check(asked, options, new AbortController().signal));
  const report = reportIn(judged, english);
  const usable = events.find((event) => event.type === 'usable');
  return { report, usable: usable?.type === 'usable' ? usable : null, system };
}

function settings(...servers: string[]): FakePage {
  return { ok: true, status: 200, body: settingsFile(...servers) };
}

describe('a source that stalls', () => {
  const stalled = { ...settings('smtp.example.net 465 SSL'), ms: 60_000 };

  test('holds up neither the first setting that works nor, by more than a second, the report', async () => {
    const without = await checked({}, computer('192.0.2.1'));
    const withIt = await checked({ [settingsUrl]: stalled }, computer('192.0.2.1'));
    expect(withIt.usable?.server.host).toBe('mail.example.org');
    expect((withIt.usable?.atMs ?? Number.NaN) - (without.usable?.atMs ?? Number.NaN)).toBeLessThanOrEqual(
      200,
    );
    expect(withIt.report.elapsedMs - without.report.elapsedMs).toBeLessThanOrEqual(1_200);
    expect(withIt.report.discovery.find(({ asked }) => asked === settingsUrl)?.outcome).toBe('cancelled');
    expect(withIt.system.clock.sleepers()).toBe(0);
  });

  test('that answers in its last moment has its servers compared with controls like any other', async () => {
    const asked = { ...listInput, ports: [587] };
    const at = () => ({ ...computer('192.0.2.1'), ...computer('192.0.2.2') });
    const { report: without } = await checked({}, at(), asked);
    // Nobody answers at smtp.example.net, so controls are looked up: after the last moment.
    const late = { ...settings('smtp.example.net 587 STARTTLS'), ms: without.elapsedMs + 900 };
    const { report } = await checked({ [settingsUrl]: late, [listUrl]: stalled }, at(), asked);
    expect(report.observations.some(({ host }) => host === 'smtp.example.net')).toBe(true);
    const controls = report.observations.filter(({ role }) => role === 'reference' || role === 'portal');
    expect(controls.length).toBeGreaterThan(3);
    expect(controls.filter(({ outcome }) => outcome === 'cancelled')).toEqual([]);
  });

  test('is waited for when nothing else works, and what it says is tried', async () => {
    const late = { ...settings('smtp.example.net 587 STARTTLS'), ms: 6_000 };
    const { report } = await checked({ [settingsUrl]: late }, computer('192.0.2.3'));
    expect(report.recommendation?.outgoing).toMatchObject({ host: 'smtp.example.net', source: 'autoconfig' });
  });
});

test('a web server that takes every question and never answers does not keep a check that found nothing', async () => {
  const silent = { ok: true, status: 200, body: '', ms: 60_000 } as const;
  const places = ['https://autoconfig.example.org', 'https://example.org/.well-known/autoconfig'];
  const web = Object.fromEntries(
    [
      `${places[0]}/mail/config-v1.1.xml?emailaddress=you%40example.org`,
      `${places[1]}/mail/config-v1.1.xml`,
      ...places.map((place) => `${place.replace('https', 'http')}/mail/config-v1.1.xml`),
    ].map((url) => [url, silent]),
  );
  const { report } = await checked(web, {});
  expect(report.recommendation).toBeNull();
  expect(report.elapsedMs).toBeLessThanOrEqual(12_000);
});

describe('sources that contradict one another', () => {
  test('the provider’s own word comes before a list’s, once both have been tried', async () => {
    const web = {
      [settingsUrl]: settings('smtp.example.org 587 STARTTLS'),
      [listUrl]: settings('smtp.example.net 587 STARTTLS'),
    };
    const at = { ...computer('192.0.2.2'), ...computer('192.0.2.3') };
    const { report } = await checked(web, at, listInput);
    expect(report.recommendation?.outgoing).toMatchObject({ host: 'smtp.example.org', source: 'autoconfig' });
    expect(report.recommendation?.alternatives.map(({ host }) => host)).toContain('smtp.example.net');
  });

  test('a published setting that does not work is overruled by one that does, and its source named', async () => {
    const web = { [settingsUrl]: settings('smtp.example.org 465 SSL') };
    const { report } = await checked(web, { ...computer('192.0.2.2'), ...computer('192.0.2.1') });
    expect(report.recommendation?.outgoing).toMatchObject({ host: 'smtp.example.org', port: 587 });
    expect(report.recommendation?.why).toContain(
      "Your provider's settings file names port 465 at smtp.example.org",
    );
  });

  test('what is published without encryption is overruled by what encrypts', async () => {
    const { report } = await checked(
      { [settingsUrl]: settings('smtp.example.org 587 plain') },
      computer('192.0.2.2'),
    );
    expect(report.recommendation?.outgoing).toMatchObject({ port: 587, security: 'starttls' });
    expect(report.recommendation?.why).toMatch(/safer one/);
  });
});

describe('what an unprotected answer cannot do', () => {
  const plainUrl = 'http://autoconfig.example.org/mail/config-v1.1.xml';

  test('have another domain’s servers contacted', async () => {
    const { report, system } = await checked(
      { [plainUrl]: settings('smtp.example.net 587 STARTTLS') },
      computer('192.0.2.3'),
    );
    expect(system.dialled.map(({ ipAddress }) => ipAddress)).not.toContain('192.0.2.3');
    expect(report.recommendation).toBeNull();
    // It is told, with its reason and the way to have it tried.
    expect(report.verdict.detail).toMatch(/smtp\.example\.net.*not tried.*another domain/);
    expect(report.verdict.advice.join(' ')).toContain('--server smtp.example.net');
  });

  test('be told beside a setting that works', async () => {
    const { report } = await checked(
      { [plainUrl]: settings('smtp.example.net 587 STARTTLS') },
      computer('192.0.2.1'),
    );
    expect(report.recommendation?.outgoing.host).toBe('mail.example.org');
    expect(`${report.verdict.detail} ${report.verdict.advice.join(' ')}`).not.toContain('smtp.example.net');
  });

  test('have anything but mail ports contacted, nor can a protected one', async () => {
    for (const url of [plainUrl, settingsUrl]) {
      const { system } = await checked(
        { [url]: settings('smtp.example.org 22 SSL', 'smtp.example.org 6379 plain') },
        {},
      );
      const ports = new Set(system.dialled.map(({ port }) => port));
      expect([...ports].filter((port) => port === 22 || port === 6379)).toEqual([]);
      expect(ports).toContain(587);
    }
  });
});

test('a host that is published for receiving alone is tried for sending, and called a guess', async () => {
  const incoming = settingsFile('smtp.example.net 993 SSL')
    .replace('<outgoingServer type="smtp">', '<incomingServer type="imap">')
    .replace('</outgoingServer>', '</incomingServer>');
  const { report } = await checked(
    { [settingsUrl]: { ok: true, status: 200, body: incoming } },
    computer('192.0.2.3'),
    { ...input, incoming: true },
  );
  expect(report.recommendation?.outgoing).toMatchObject({
    host: 'smtp.example.net',
    port: 587,
    source: 'guess',
  });
});

test('without leave to look things up nothing on the web is asked', async () => {
  const { system } = await checked({ [settingsUrl]: settings() }, computer('192.0.2.1'), {
    ...listInput,
    lookup: false,
  });
  expect(system.fetched).toEqual([]);
});

test('with a known server nothing is discovered', async () => {
  const { system } = await checked({}, computer('192.0.2.1'), { ...input, server: 'mail.example.org' });
  expect(system.fetched).toEqual([]);
});

test('discovery by itself waits for every source and merges them by trust', async () => {
  const web = {
    [settingsUrl]: { ...settings('smtp.example.org 465 SSL'), ms: 900 },
    [listUrl]: settings('smtp.example.net 465 SSL', 'smtp.example.net 587 STARTTLS'),
  };
  const system = fakeSystem({}, dns, virtualClock(), web);
  const found = await system.clock.run(discover(listInput, system, new AbortController().signal));
  expect(found.ranking.slice(0, 3).map(({ host, port, source }) => `${host}:${port} ${source}`)).toEqual([
    'smtp.example.org:465 autoconfig',
    'smtp.example.net:465 ispdb',
    'smtp.example.net:587 ispdb',
  ]);
  expect(found.ranking.at(-1)?.source).toBe('guess');
  expect(new Set(found.entries.map(({ source }) => source))).toEqual(
    new Set(['well-known', 'srv', 'mx', 'guess', 'autoconfig', 'ispdb', 'autodiscover']),
  );
});
