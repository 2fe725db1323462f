import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { check } from '../../electron/engine/check.ts';
import { reportIn } from '../../shared/diagnose/worded.ts';
import type { CheckInput } from '../../shared/model/check.ts';
import { endpointKey } from '../../shared/model/endpoint.ts';
import type { Report } from '../../shared/model/report.ts';
import { aCheckInput } from '../support/builders.ts';
import { english } from '../support/english.ts';
import { mailHost, simulatedInternet } from './internet.ts';
import type { LineQuality } from './line.ts';
import { type KindOfWorld, kinds, networkAt, type Situation, situation } from './situation.ts';
import { falsehoods, omissions } from './truth.ts';

/** `POSTWAY_WORLDS=2000 POSTWAY_FROM=1` tries so many worlds of each kind of line, from this seed on. */
const worlds = Number(process.env.POSTWAY_WORLDS ?? 60);
const from = Number(process.env.POSTWAY_FROM ?? 1);

/** A whole check in this world; takes some 0.1 s, however long it takes in there. */
async function checked(world: Situation, change: Partial<CheckInput> = {}): Promise<Report> {
  return (await lived(world, change)).report;
}

/** The same, and what is true when it ends. */
async function lived(
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

function nameOf(world: Situation): string {
  const { seed, network, site, publishes, line, hasIpv6, siteHasIpv6, moves } = world;
  const families = `IPv6 ${hasIpv6 ? 'here' : 'not here'} and ${siteHasIpv6 ? 'there' : 'not there'}`;
  const quality = `${Math.round(line.roundTripMs)} ms, ${Math.round(line.lossPercent)} % lost`;
  const happens = moves.map((move) => JSON.stringify(move)).join(' ');
  return `seed ${seed} | ${network} | ${site} | ${publishes} | ${families} | ${quality} ${happens}`;
}

test.each(Object.keys(kinds) as KindOfWorld[])(
  `nothing false is said in ${worlds} invented worlds, on a %s line`,
  async (kind) => {
    expect(await wrongIn(kind)).toEqual([]);
  },
  60_000 + worlds * 3_000,
);

/** How many of the worlds may stay undecided, of 100: dead lines leave now and then no moment for an answer. */
const mayStayOpen = { steady: 0, lossy: 0, broken: 1, moving: 1 };

test.each(Object.keys(mayStayOpen) as (keyof typeof mayStayOpen)[])(
  `where nothing is wrong but the line, that is found in ${worlds} invented worlds, on a %s line`,
  async (kind) => {
    const unsettled: string[] = [];
    for (let seed = from; seed < from + worlds; seed += 1) {
      const drawn = situation(kind, seed);
      const moves = drawn.moves.map((move) =>
        move.kind === 'other' ? { ...move, to: 'open' as const } : move,
      );
      const world: Situation = { ...drawn, network: 'open', site: 'well', moves };
      const { report, truth } = await lived(world);
      const mistakes = falsehoods(truth, report);
      expect(mistakes, nameOf(world)).toEqual([]);
      if (omissions(truth, report).length > 0) unsettled.push(nameOf(world));
    }
    expect(unsettled.length, unsettled.join('\n')).toBeLessThanOrEqual((worlds * mayStayOpen[kind]) / 100);
  },
  60_000 + worlds * 3_000,
);

const healthy = { network: 'open', site: 'well' } as const;

test.each([
  [
    'the line came back, and a first round trip with a SYN sent again in it hid that it had been dead',
    171,
    healthy,
  ],
  ['answers from afar were on their way when the line died', 40_436, healthy],
  ['the same, beside a real block of 25', 40_910, {}],
  ['the IPv4 address was never heard of, because the line was dead', 21_000_610, {}],
])('nothing is blamed that once was: %s', async (_what, seed, change) => {
  const world: Situation = { ...situation('broken', seed), ...change };
  expect(falsehoods(world, await checked(world))).toEqual([]);
});

test('the judge of these worlds sees what is wrong', async () => {
  const open: Situation = { ...situation('steady', 1), network: 'open', site: 'well' };
  const report = await checked({ ...open, network: '25 refused' });

  expect(falsehoods({ ...open, network: '25 refused' }, report)).toEqual([]);
  expect(omissions({ ...open, network: '25 refused' }, report)).toEqual([]);
  expect(falsehoods(open, report)).toEqual(['port-25-blocked (certain) is false']);
  expect(omissions(open, report)).toEqual([
    'port-25-blocked is not all-clear or ipv6-unreachable or slow-greeting',
  ]);
  expect(falsehoods({ ...open, network: 'mail dropped' }, report)).toContain(
    'port 587 is recommended and closed',
  );
});

test(
  `a brief check says the same in ${worlds} invented worlds, and knocks at fewer ports where all is well`,
  async () => {
    const different: string[] = [];
    for (let seed = from; seed < from + worlds; seed += 1) {
      const world = situation('steady', seed);
      // There the whole check is the one that gets itself banned.
      if (world.site === 'bans the busy') continue;
      const [whole, brief] = [await checked(world), await checked(world, { brief: true })];
      const [one, other] = [whole, brief].map(conclusionOf);
      if (!isDeepStrictEqual(one, other))
        different.push(`${nameOf(world)}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`);
    }
    expect(different).toEqual([]);
    const near: LineQuality = { roundTripMs: 40, lossPercent: 0, jitter: 0, gaps: [] };
    const healthy = await checked(
      { ...situation('steady', 1), network: 'open', site: 'well', line: near, greetingMs: 0 },
      { brief: true },
    );
    const ports = healthy.observations.filter(({ role }) => role === 'outgoing').map(({ port }) => port);
    expect(new Set(ports)).toEqual(new Set([25, 465, 587]));
  },
  60_000 + worlds * 6_000,
);

/** What must not depend on how much was tried. */
function conclusionOf({ verdict, findings, recommendation }: Awaited<ReturnType<typeof checked>>) {
  return {
    verdict: verdict.code,
    findings: findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code),
    outgoing: recommendation && endpointKey(recommendation.outgoing),
    incoming: recommendation?.incoming && endpointKey(recommendation.incoming),
  };
}
