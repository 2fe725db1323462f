import { expect, test } from 'vitest';
import { wordedCheck } from '../../../electron/backend/worded-check.ts';
import { limits } from '../../../electron/engine/limits.ts';
import { practiceSystem } from '../../../electron/practice/practice-system.ts';
import { findScenario } from '../../../electron/practice/scenarios.ts';
import type { Report } from '../../../shared/model/report.ts';
import { parseReport, renderReport } from '../../../shared/model/report.ts';
import { simulatedInternet } from '../../simulation/internet.ts';
import { type Situation, situation } from '../../simulation/situation.ts';
import { falsehoods } from '../../simulation/truth.ts';
import { aCheckInput } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { nothingMoreThan, underWay } from '../../support/handles.ts';
import { type Torture, torturedSystem } from '../../support/tortured-system.ts';

/** `POSTWAY_TORTURE=all` spoils each call in turn, which takes minutes; else some hundred of them, always the same. */
const isThorough = process.env.POSTWAY_TORTURE === 'all';
const tortures: readonly Torture[] = ['fails', 'throws', 'rejects', 'never answers'];
/** So long, in its own time, a check may take of which something was lost. */
const longestMs = 2 * (limits.stuckMs + 10_000) + 60_000;

/** Up to `count` of the numbers from 1 to `last`, the first ones and then as evenly as may be. */
function someOf(last: number, count: number, offset: number): number[] {
  if (isThorough || last <= count) return Array.from({ length: last }, (_, index) => index + 1);
  const step = last / count;
  return Array.from({ length: count }, (_, index) => Math.min(last, 1 + offset + Math.floor(index * step)));
}

function expectHonest(report: Report, bugs: readonly unknown[], torture: Torture, what: string): void {
  expect(parseReport(renderReport(report)).ok, what).toBe(true);
  // What never answers is noticed now and then only when the check is over and nothing depends on it any more.
  if (report.internal) expect(bugs.length, what).toBeGreaterThan(0);
  if (torture === 'throws' || torture === 'rejects')
    expect(report.internal ?? false, what).toBe(bugs.length > 0);
  if (report.internal) expect(report.verdict.code, what).toBe('inconclusive');
}

const check = wordedCheck(english);

const worlds: readonly Situation[] = [
  { ...situation('steady', 3), network: 'open', site: 'well' },
  { ...situation('steady', 4), network: '25 dropped', site: 'well' },
];

test.each(tortures)(
  'in virtual time: whichever call %s, the check ends with a report, says nothing false and leaves nothing',
  async (torture) => {
    for (const [index, world] of worlds.entries()) {
      const whole = await tortured(world, 0, torture);
      for (const number of someOf(whole.calls, 30, index)) {
        const { report, bugs, spoilt, system } = await tortured(world, number, torture);
        const what = `${world.network}, call ${number} (${spoilt}) ${torture}`;
        expectHonest(report, bugs, torture, what);
        // Where a look at this computer's own address fails, its network is seen to go: the note of that is true. So is that it slept, where the
        // watch of it never wakes.
        const isSeenToChange = spoilt === 'ownAddress' || (spoilt === 'sleep' && torture === 'never answers');
        const said = falsehoods(world, report).filter(
          (one) => !isSeenToChange || !/network-changed/.test(one),
        );
        expect(said, what).toEqual([]);
        expect(system.clock.now(), what).toBeLessThan(longestMs);
        expect(system.clock.sleepers(), what).toBe(0);
      }
    }
  },
  isThorough ? 3_600_000 : 120_000,
);

async function tortured(world: Situation, number: number, torture: Torture) {
  const system = simulatedInternet(world);
  const spoilt = torturedSystem(system, number, torture);
  const bugs: unknown[] = [];
  const options = { system: spoilt, version: '0.0.0', reportBug: (bug: unknown) => bugs.push(bug) };
  const input = aCheckInput({ lookup: true });
  const report = await system.clock.run(check(input, options, new AbortController().signal));
  return { report, bugs, system, calls: spoilt.calls(), spoilt: spoilt.spoilt() };
}

test.each(tortures)(
  'on real sockets of the practice network: whichever call %s, no socket, timer or promise is left',
  async (torture) => {
    const whole = await practised(0, torture);
    for (const number of someOf(whole.calls, 6, 5)) {
      const { report, bugs, spoilt } = await practised(number, torture);
      expectHonest(report, bugs, torture, `call ${number} (${spoilt}) ${torture}`);
    }
  },
  isThorough ? 3_600_000 : 180_000,
);

async function practised(number: number, torture: Torture) {
  const scenario = findScenario('port-25-blocked');
  if (!scenario) throw new Error('no such scenario');
  const before = underWay();
  const { system, close } = await practiceSystem(scenario);
  // Here time is real: a wait that never ends would be noticed after a minute, as in virtual time above.
  const counts = (name: string): boolean => torture !== 'never answers' || name !== 'sleep';
  const spoilt = torturedSystem(system, number, torture, counts);
  const bugs: unknown[] = [];
  const options = { system: spoilt, version: '0.0.0', reportBug: (bug: unknown) => bugs.push(bug) };
  const report = await check(
    aCheckInput({ address: 'you@practice.example', domain: 'practice.example' }),
    options,
    new AbortController().signal,
  );
  await close();
  await nothingMoreThan(before);
  return { report, bugs, calls: spoilt.calls(), spoilt: spoilt.spoilt() };
}
