import { expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import { reportIn } from '../../../shared/diagnose/worded.ts';
import type { CheckInput } from '../../../shared/model/check.ts';
import { aCheckInput } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { fakeSystem, type Listener } from '../../support/fake-system.ts';
import { honestDialogues, stepsOf } from '../../support/honest-dialogues.ts';
import {
  close,
  hear,
  type ScriptedServer,
  say,
  scriptedServer,
  tls,
  tlsHangs,
  wait,
} from '../../support/scripted-server.ts';

/** What listens on this port of the server of this name. */
type Play = (port: number, name: string) => readonly ScriptedServer[];

const host = 'mail.example.org';
const hosts: Readonly<Record<string, readonly string[]>> = {
  'smtp.gmail.com': ['198.51.100.1', '2001:db8:1::1'],
  'mail.gmx.net': ['198.51.100.2', '2001:db8:1::2'],
  'posteo.de': ['198.51.100.3', '2001:db8:1::3'],
  'detectportal.firefox.com': ['198.51.100.9', '2001:db8:1::9'],
};
const familyOf = (ipAddress: string) => (ipAddress.includes(':') ? 6 : 4);

/** What is made anew for every connection: a script is played once. */
const often = (make: () => ScriptedServer): readonly ScriptedServer[] => Array.from({ length: 60 }, make);
const stepsAt = (port: number, name: string) =>
  (
    honestDialogues.find((one) => one.name === (port === 465 ? 'smtp tls' : 'smtp starttls'))?.exchanges ?? []
  ).flatMap((exchange) =>
    stepsOf({ ...exchange, reply: exchange.reply?.replaceAll('mx.example', name) ?? null }),
  );
const well: Play = (port, name) => often(() => scriptedServer(...stepsAt(port, name)));
/** Greets after so long. */
const late =
  (ms: number): Play =>
  (port, name) =>
    often(() => scriptedServer(wait(ms), ...stepsAt(port, name)));
const mute: Play = (port) => often(() => scriptedServer(port === 465 ? tlsHangs() : wait(120_000)));
/** Answers in clear, and its certificate, which fills the largest packets, never arrives. */
const stuckInTls: Play = (port, name) => {
  const steps = stepsAt(port, name);
  const begun = steps.findIndex((step) => step.do === 'tls');
  return often(() => scriptedServer(...(port === 993 ? [] : steps.slice(0, begun)), tlsHangs()));
};
const page = () =>
  often(() =>
    scriptedServer(hear('GET'), say('HTTP/1.1 200 OK', 'Content-Length: 8', '', 'success'), close()),
  );
const portalPage = () =>
  often(() =>
    scriptedServer(
      hear('GET'),
      say('HTTP/1.1 302 Found', 'Location: http://login.hotel.example/', '', ''),
      close(),
    ),
  );

type World = {
  /** By address of the user's server. */
  readonly own: Readonly<Record<string, Play>>;
  readonly strangers: Play;
  readonly web?: () => readonly ScriptedServer[];
};

async function checked({ own, strangers, web = page }: World, change: Partial<CheckInput> = {}) {
  const listeners: Record<string, Listener> = {};
  const listen = (ipAddress: string, play: Play, name = host): void => {
    for (const port of [25, 465, 587, 993])
      listeners[`${ipAddress}:${port}`] = { rttMs: 20, answer: play(port, name) };
    for (const port of [143, 110, 995])
      listeners[`${ipAddress}:${port}`] = { rttMs: 20, answer: 'ECONNREFUSED' };
  };
  for (const [ipAddress, play] of Object.entries(own)) listen(ipAddress, play);
  for (const [name, addresses] of Object.entries(hosts)) {
    for (const ipAddress of addresses) {
      if (name.startsWith('detect')) listeners[`${ipAddress}:80`] = { rttMs: 20, answer: web() };
      else listen(ipAddress, strangers, name);
    }
  }
  const system = fakeSystem(listeners, ({ name, type }) => {
    const found = name === host ? Object.keys(own) : (hosts[name] ?? []);
    if (type !== 'addresses' || found.length === 0) return { outcome: 'no-name', code: 'ENOTFOUND' };
    const addresses = found.map((ipAddress) => ({ ipAddress, family: familyOf(ipAddress) }) as const);
    return { outcome: 'found', found: { type: 'addresses', addresses } };
  });
  const input = aCheckInput({
    server: host,
    ports: [587, 465, 25],
    incoming: false,
    lookup: false,
    references: true,
    ...change,
  });
  const options = { system, version: '0', onEvent: () => {} };
  const report = reportIn(
    await system.clock.run(check(input, options, new AbortController().signal)),
    english,
  );
  expect(system.dialling()).toBe(0);
  expect(system.clock.sleepers()).toBe(0);
  return { report, codes: report.findings.map(({ code }) => code) };
}

test('an address that takes connections and says nothing does not keep the other family’s from being used', async () => {
  const { report, codes } = await checked({
    own: { '2001:db8::10': mute, '192.0.2.10': well },
    strangers: well,
  });
  expect(report.recommendation?.outgoing).toMatchObject({ port: 587, security: 'starttls' });
  expect(report.verdict.code).toBe('ipv6-unreachable');
  expect(codes).not.toContain('submission-blocked');
  expect(report.elapsedMs).toBeLessThan(8_000);
});

test('nor does IPv4 that is mute keep IPv6 from it', async () => {
  const { report } = await checked({ own: { '192.0.2.10': mute, '2001:db8::10': well }, strangers: well });
  expect(report.recommendation?.outgoing).toMatchObject({ port: 587 });
  expect(report.findings.filter(({ severity }) => severity === 'problem')).toEqual([]);
  expect(report.elapsedMs).toBeLessThan(8_000);
});

test('one of two addresses of one family that is mute is named', async () => {
  const { report } = await checked({ own: { '192.0.2.10': mute, '192.0.2.11': well }, strangers: well });
  expect(report.recommendation?.outgoing).toMatchObject({ port: 587 });
  expect(report.verdict).toMatchObject({ code: 'submission-failing', severity: 'warning' });
  expect(report.verdict.detail).toContain('192.0.2.10');
  expect(report.elapsedMs).toBeLessThan(8_000);
});

test('one of two addresses that turns everybody away does not keep the other from being used', async () => {
  const away: Play = (port, name) =>
    port === 465 ? mute(port, name) : often(() => scriptedServer(say('550 5.3.2 maintenance'), close()));
  const { report } = await checked({ own: { '192.0.2.10': away, '192.0.2.11': well }, strangers: well });
  expect(report.recommendation?.outgoing).toMatchObject({ port: 587 });
  expect(report.verdict).toMatchObject({ code: 'submission-failing', severity: 'warning' });
});

test('an address that objects to the caller is taken at its word: the others are of the same mind', async () => {
  const listed: Play = () =>
    often(() => scriptedServer(say('554 5.7.1 blocked using zen.spamhaus.org'), close()));
  const { report } = await checked(
    { own: { '192.0.2.10': listed, '192.0.2.11': listed }, strangers: well },
    { ports: [587, 25] },
  );
  expect(report.verdict.code).toBe('client-blocklisted');
  const at587 = report.observations.filter(({ role, port }) => role === 'outgoing' && port === 587);
  expect(at587.filter(({ outcome }) => outcome !== 'cancelled')).toHaveLength(1);
});

test('where every mail port of everybody takes connections and says nothing, it is the network, and soon said', async () => {
  const { report } = await checked({ own: { '192.0.2.10': mute }, strangers: mute });
  expect(report.verdict.code).toBe('mail-ports-blocked');
  expect(report.elapsedMs).toBeLessThan(12_000);
});

test('the same over both families', async () => {
  const { report } = await checked({ own: { '192.0.2.10': mute, '2001:db8::10': mute }, strangers: mute });
  expect(report.verdict.code).toBe('mail-ports-blocked');
  expect(report.elapsedMs).toBeLessThan(14_000);
});

test('a server that alone says nothing is waited for, and no network is blamed', async () => {
  const { report, codes } = await checked({ own: { '192.0.2.10': mute }, strangers: well });
  expect(report.verdict).toMatchObject({ code: 'submission-failing', confidence: 'likely' });
  expect(codes).not.toContain('mail-ports-blocked');
  expect(report.elapsedMs).toBeLessThan(12_000);
});

test('the same with further ports and receiving, and at three addresses', async () => {
  const own = { '192.0.2.10': mute, '192.0.2.11': mute, '192.0.2.12': mute };
  const { report } = await checked(
    { own, strangers: well },
    { incoming: true, ports: [25, 26, 465, 587, 2525] },
  );
  expect(report.verdict.code).toBe('submission-failing');
  expect(report.elapsedMs).toBeLessThan(12_500);
});

test('one that speaks on any port is alive, and its late greeting is waited for', async () => {
  const own: Play = (port, name) =>
    port === 993
      ? often(() => scriptedServer(tls(), say('* OK IMAP4rev1 ready'), wait(60_000)))
      : (port === 587 ? late(18_000) : mute)(port, name);
  const { report } = await checked({ own: { '192.0.2.10': own }, strangers: well }, { incoming: true });
  expect(report.recommendation?.outgoing).toMatchObject({ port: 587 });
});

test('a late greeting is waited for where strangers greet', async () => {
  const own: Play = (port, name) => (port === 465 ? well : late(12_000))(port, name);
  const { report } = await checked({ own: { '192.0.2.10': own }, strangers: well });
  expect(report.recommendation?.outgoing).toBeDefined();
  expect(report.findings.filter(({ severity }) => severity === 'problem')).toEqual([]);
});

test('who greets late at one address is given as long at the other', async () => {
  const own = { '2001:db8::10': late(6_000), '192.0.2.10': late(6_200) };
  const { report } = await checked({ own, strangers: well });
  const at587 = report.observations.filter(
    ({ role, port, outcome }) => role === 'outgoing' && port === 587 && outcome !== 'cancelled',
  );
  expect(at587.map(({ family, outcome }) => `${family} ${outcome}`)).toEqual(['6 ok', '4 ok']);
  expect(report.findings.map(({ severity }) => severity)).toEqual(['note', 'note']);
});

test('a sign-in page that takes every connection ends the check as soon as it shows itself', async () => {
  const { report } = await checked({ own: { '192.0.2.10': mute }, strangers: mute, web: portalPage });
  expect(report.verdict.code).toBe('captive-portal');
  expect(report.elapsedMs).toBeLessThan(2_500);
});

test('a sign-in page on port 80 alone does not end a check whose server is about to work', async () => {
  const own: Play = (port, name) => (port === 25 ? mute : late(1_000))(port, name);
  const { report } = await checked({
    own: { '192.0.2.10': own },
    strangers: well,
    web: portalPage,
  });
  expect(report.recommendation?.outgoing).toMatchObject({ port: 587 });
  expect(report.verdict.severity).not.toBe('problem');
});

test('where encryption begins nowhere, neither at the user’s server nor at strangers’, it is soon said, whatever else is to be tried', async () => {
  const { report, codes } = await checked(
    { own: { '192.0.2.10': stuckInTls }, strangers: stuckInTls },
    { incoming: true, brief: true },
  );
  expect(report.verdict.code).toBe('packet-size');
  expect(codes).not.toContain('submission-port-blocked');
  expect(report.observations.some(({ port }) => port === 993)).toBe(true);
  expect(report.elapsedMs).toBeLessThan(12_000);
});

test('and strangers are asked no question twice for it', async () => {
  const { report } = await checked({ own: { '192.0.2.10': stuckInTls }, strangers: stuckInTls });
  const asked = report.observations
    .filter(({ control }) => control === 'mail')
    .map(({ host, port, security, address }) => `${host}:${port}/${security} ${address}`);
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
});
