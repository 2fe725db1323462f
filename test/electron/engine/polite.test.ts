import { expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import { limits } from '../../../electron/engine/limits.ts';
import { aCheckInput } from '../../support/builders.ts';
import { fakeSystem, type Listener } from '../../support/fake-system.ts';
import { close, hear, say, scriptedServer, wait } from '../../support/scripted-server.ts';
import { virtualClock } from '../../support/virtual-clock.ts';

const rttMs = 100;
const ports = [24, 25, 26, 587, 2525];

/** A submission server without TLS at a distance of `rttMs`: its every answer comes as late as that. */
function farServer() {
  return scriptedServer(
    ...[wait(rttMs), say('220 mail.example.org')],
    hear('EHLO'),
    ...[wait(rttMs), say('250 mail.example.org')],
    hear('QUIT'),
    ...[wait(rttMs), say('221 bye')],
    close(),
  );
}

/** One connection as the server sees it: what we send arrives half a round trip later, our goodbye and our last SYN packet alike. */
type Visit = { readonly port: number; readonly fromMs: number; quitMs: number; toMs: number };

/** Checks five ports of one computer and keeps its visitors' book. */
async function visitsOf(listener: (port: number) => Partial<Listener>) {
  const clock = virtualClock();
  const visits: Visit[] = [];
  const listeners = Object.fromEntries(
    ports.map((port) => [
      `192.0.2.10:${port}`,
      { rttMs, answer: Array.from({ length: 9 }, farServer), ...listener(port) },
    ]),
  );
  const found = { type: 'addresses', addresses: [{ ipAddress: '192.0.2.10', family: 4 }] } as const;
  const system = fakeSystem(listeners, () => ({ outcome: 'found', found }), clock);
  const dial: typeof system.dial = async (to, signal) => {
    const dialled = await system.dial(to, signal);
    if (!dialled.ok) return dialled;
    const { connection } = dialled;
    const visit: Visit = { port: to.port, fromMs: clock.now() + rttMs / 2, quitMs: Infinity, toMs: Infinity };
    visits.push(visit);
    const write = connection.write.bind(connection) as (...args: unknown[]) => boolean;
    connection.write = (...args: unknown[]) => {
      if (String(args[0]).startsWith('QUIT')) visit.quitMs = clock.now();
      return write(...args);
    };
    connection.once('close', () => {
      visit.toMs = Math.min(visit.quitMs, clock.now()) + rttMs / 2;
    });
    return dialled;
  };
  const input = aCheckInput({
    server: 'mail.example.org',
    incoming: false,
    references: false,
    lookup: false,
  });
  const options = { system: { ...system, dial }, version: '0.0.0' };
  const report = await clock.run(check({ ...input, ports }, options, new AbortController().signal));
  const most = (among: readonly Visit[]): number =>
    Math.max(...among.map(({ fromMs: at }) => among.filter((v) => v.fromMs <= at && at < v.toMs).length));
  return { visits, most, report, system };
}

test('the next connection begins with the goodbye before it, and the server never sees more than three', async () => {
  const { visits, most, system } = await visitsOf(() => ({}));
  expect(visits.length).toBeGreaterThan(5);
  expect(most(visits)).toBe(limits.connectionsPerHost);
  for (const port of ports) expect(most(visits.filter((visit) => visit.port === port))).toBe(1);
  const firstGoodbyeMs = Math.min(...visits.map(({ quitMs }) => quitMs));
  expect(system.dialled.some(({ atMs }) => atMs === firstGoodbyeMs)).toBe(true);
  // Every one of them was said goodbye to, and none is open after the check.
  expect(visits.filter(({ quitMs }) => quitMs === Infinity)).toEqual([]);
  expect(visits.filter(({ toMs }) => toMs === Infinity)).toEqual([]);
  expect(system.dialling()).toBe(0);
  expect(system.clock.sleepers()).toBe(0);
});

test('a port that answers late waits its turn: the server still never sees more than three', async () => {
  const lateOnes = [587, 24, 25];
  const { visits, most, report } = await visitsOf((port) =>
    lateOnes.includes(port) ? { losesSyn: (n) => n <= 4 } : { answer: Array.from({ length: 9 }, slowServer) },
  );
  expect(most(visits)).toBe(limits.connectionsPerHost);
  const unused = visits.filter(({ port, quitMs }) => lateOnes.includes(port) && quitMs === Infinity);
  expect(unused.length).toBeGreaterThan(0);
  for (const { fromMs, toMs } of unused) expect(toMs - fromMs).toBe(0);
  for (const port of lateOnes) {
    expect(report.observations.filter((o) => o.port === port && o.outcome === 'timeout')).toEqual([]);
    expect(report.observations.some((o) => o.port === port && o.greeting !== undefined)).toBe(true);
  }
});

test('a port that stays silent holds no place: the others are spoken to while it is waited for', async () => {
  const { visits, report } = await visitsOf((port) =>
    port === 25 || port === 24 || port === 587 ? { losesSyn: () => true } : {},
  );
  const silent = report.observations.filter((o) => o.outcome === 'timeout');
  expect(silent.map((o) => o.port).toSorted((a, b) => a - b)).toEqual([24, 25, 587]);
  const earliestMs = Math.min(...silent.map((o) => o.startedMs + o.elapsedMs));
  for (const port of [26, 2525])
    expect(visits.find((visit) => visit.port === port)?.toMs).toBeLessThan(earliestMs);
});

/** One that greets late, so that its connections are open for long. */
function slowServer() {
  return scriptedServer(
    ...[wait(2000), say('220 mail.example.org')],
    hear('EHLO'),
    ...[wait(rttMs), say('250 mail.example.org')],
    hear('QUIT'),
    close(),
  );
}
