import { expect, test } from 'vitest';
import { check } from '../../electron/engine/check.ts';
import { reportIn } from '../../shared/diagnose/worded.ts';
import type { CheckInput } from '../../shared/model/check.ts';
import type { Report } from '../../shared/model/report.ts';
import { aCheckInput } from '../support/builders.ts';
import { english } from '../support/english.ts';
import { mailHost, simulatedInternet } from './internet.ts';
import { type KindOfWorld, networkAt, type Situation, situation } from './situation.ts';
import { falsehoods, omissions } from './truth.ts';

/** `POSTWAY_WORLDS=2000 POSTWAY_FROM=1` tries so many worlds of each kind of line, from this seed on. */
export const worlds = Number(process.env.POSTWAY_WORLDS ?? 60);
export const from = Number(process.env.POSTWAY_FROM ?? 1);

/** A whole check in this world; takes some 0.1 s, however long it takes in there. */
export async function checked(world: Situation, change: Partial<CheckInput> = {}): Promise<Report> {
  return (await lived(world, change)).report;
}

/** The same, and what is true when it ends. */
export async function lived(
  world: Situation,
  change: Partial<CheckInput> = {},
): Promise<{ readonly report: Report; readonly truth: Situation }> {
  const system = simulatedInternet(world);
  const input = aCheckInput({
    lookup: true,
    ...(world.publishes === 'server given' && { server: mailHost }),
    ...change,
  });
  const judged = await system.clock.run(
    check(input, { system, version: '0.0.0' }, new AbortController().signal),
  );
  expect(system.clock.sleepers()).toBe(0);
  const network = networkAt(world, system.clock.now());
  const report = reportIn(judged, english);
  return { report, truth: { ...world, network, isClockWrong: system.isClockWrong() } };
}

/** How many of the worlds may stay undecided, of 100: dead lines leave now and then no moment for an answer. */
const mayStayOpen = { steady: 0, lossy: 0, broken: 1, moving: 1 };

/** The tests of one kind of worlds. Each kind has a file, so that they run side by side. */
export function testWorlds(kind: KindOfWorld): void {
  const timeoutMs = 60_000 + worlds * 3_000;
  test(`nothing false is said in ${worlds} invented worlds, on a ${kind} line`, {
    timeout: timeoutMs,
  }, async () => {
    expect(await wrongIn(kind)).toEqual([]);
  });
  if (!hasFree(kind)) return;
  test(`where nothing is wrong but the line, that is found in ${worlds} invented worlds, on a ${kind} line`, {
    timeout: timeoutMs,
  }, async () => {
    const unsettled = await unsettledIn(kind);
    expect(unsettled.length, unsettled.join('\n')).toBeLessThanOrEqual((worlds * mayStayOpen[kind]) / 100);
  });
}

function hasFree(kind: KindOfWorld): kind is keyof typeof mayStayOpen {
  return kind in mayStayOpen;
}

/** The worlds in which nothing is wrong but the line, and that is not found. Nothing false is said in any. */
async function unsettledIn(kind: KindOfWorld): Promise<string[]> {
  const unsettled: string[] = [];
  for (let seed = from; seed < from + worlds; seed += 1) {
    const drawn = situation(kind, seed);
    const moves = drawn.moves.map((move) =>
      move.kind === 'other' ? { ...move, to: 'open' as const } : move,
    );
    const world: Situation = { ...drawn, network: 'open', site: 'well', moves };
    const { report, truth } = await lived(world);
    expect(falsehoods(truth, report), nameOf(world)).toEqual([]);
    if (omissions(truth, report).length > 0) unsettled.push(nameOf(world));
  }
  return unsettled;
}

/** The worlds in which something is said that is not so, or (on a steady line) not said that is. */
async function wrongIn(kind: KindOfWorld): Promise<string[]> {
  const wrong: string[] = [];
  // A server that is waited for makes many times as much work.
  const count = kind.startsWith('failing') ? Math.ceil(worlds / 4) : worlds;
  for (let seed = from; seed < from + count; seed += 1) {
    const world = situation(kind, seed);
    const { report, truth } = await lived(world);
    const mistakes = [...falsehoods(truth, report), ...(isSteady(kind) ? omissions(truth, report) : [])];
    if (mistakes.length > 0) wrong.push(`${nameOf(world)}: ${mistakes.join('; ')}`);
  }
  return wrong;
}

function isSteady(kind: KindOfWorld): boolean {
  return kind === 'steady' || kind === 'failing';
}

export function nameOf(world: Situation): string {
  const { seed, network, site, publishes, line, hasIpv6, siteHasIpv6, moves } = world;
  const families = `IPv6 ${hasIpv6 ? 'here' : 'not here'} and ${siteHasIpv6 ? 'there' : 'not there'}`;
  const quality = `${Math.round(line.roundTripMs)} ms, ${Math.round(line.lossPercent)} % lost`;
  const happens = moves.map((move) => JSON.stringify(move)).join(' ');
  return `seed ${seed} | ${network} | ${site} | ${publishes} | ${families} | ${quality} ${happens}`;
}
