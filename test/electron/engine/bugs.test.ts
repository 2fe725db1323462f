import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import { expect, test, vi } from 'vitest';
import { wordedCheck } from '../../../electron/backend/worded-check.ts';
import type { CheckOptions } from '../../../electron/engine/check.ts';
import { tlsHandshake } from '../../../electron/engine/connect/tls-handshake.ts';
import type { Trust } from '../../../electron/engine/connect/trust-anchors.ts';
import type { System } from '../../../electron/engine/system.ts';
import { practiceSystem } from '../../../electron/practice/practice-system.ts';
import { findScenario } from '../../../electron/practice/scenarios.ts';
import type { CheckEvent } from '../../../shared/model/check.ts';
import type { Report } from '../../../shared/model/report.ts';
import * as controls from '../../../shared/plan/controls.ts';
import * as followUps from '../../../shared/plan/follow-ups.ts';
import * as plan from '../../../shared/plan/own-servers.ts';
import * as recommendation from '../../../shared/recommend/recommend.ts';
import { simulatedInternet } from '../../simulation/internet.ts';
import { situation } from '../../simulation/situation.ts';
import { aCheckInput } from '../../support/builders.ts';
import { english } from '../../support/english.ts';

vi.mock('../../../shared/plan/controls.ts', { spy: true });
vi.mock('../../../shared/plan/follow-ups.ts', { spy: true });
vi.mock('../../../shared/plan/own-servers.ts', { spy: true });
vi.mock('../../../shared/recommend/recommend.ts', { spy: true });

function thrower(): never {
  throw new TypeError('x is undefined');
}

type Checked = {
  readonly report: Report;
  readonly bugs: readonly unknown[];
  readonly events: readonly CheckEvent[];
};

/** A whole check in a world in which nothing is wrong but what `change` makes of it. */
async function checked(
  change: (system: System) => Partial<System> = () => ({}),
  options: Partial<CheckOptions> = {},
): Promise<Checked> {
  const world = simulatedInternet({ ...situation('steady', 3), network: 'open', site: 'well' });
  const bugs: unknown[] = [];
  const events: CheckEvent[] = [];
  const report = await world.clock.run(
    check(
      aCheckInput(),
      {
        system: { ...world, ...change(world) },
        version: '0.0.0',
        reportBug: (bug) => bugs.push(bug),
        onEvent: (event) => events.push(event),
        ...options,
      },
      new AbortController().signal,
    ),
  );
  expect(world.clock.sleepers()).toBe(0);
  return { report, bugs, events };
}

function expectInternal({ report, bugs }: Checked): void {
  expect(report).toMatchObject({ internal: true, verdict: { code: 'inconclusive' } });
  expect(report.findings).toEqual([report.verdict]);
  expect(bugs[0]).toEqual(new TypeError('x is undefined'));
}

const check = wordedCheck(english);

test('the world of these tests is in order', async () => {
  const { report, bugs } = await checked();
  expect(report.verdict.code).toBe('all-clear');
  expect(report).not.toHaveProperty('internal');
  expect(bugs).toEqual([]);
});

test.each(['dial', 'secure', 'resolve', 'fetch', 'random'] as const)(
  'a system whose %s throws ends the check with what is known',
  async (name) => {
    expectInternal(await checked(() => ({ [name]: thrower })));
  },
);

test('what was measured until then is kept', async () => {
  let left = 3;
  const { report } = await checked((system) => ({
    secure: (...args) => (left-- > 0 ? system.secure(...args) : thrower()),
  }));
  expect(report.internal).toBe(true);
  expect(report.observations.some(({ outcome }) => outcome === 'ok')).toBe(true);
});

test.each([
  ['the planner of the user’s own servers', () => vi.mocked(plan.planProbes)],
  ['the planner of controls', () => vi.mocked(controls.planControls)],
  ['the planner of follow-ups', () => vi.mocked(followUps.planFollowUps)],
  ['what recommends', () => vi.mocked(recommendation.recommend)],
])('%s throws once, at first or later', async (_what, spy) => {
  for (const good of [0, 5]) {
    const spied = spy();
    const original = spied.getMockImplementation();
    let calls = 0;
    const real = original as ((...args: unknown[]) => unknown) | undefined;
    spied.mockImplementation(((...args: unknown[]) => {
      calls += 1;
      if (calls === good + 1 || spied === vi.mocked(recommendation.recommend)) thrower();
      return real?.(...args) ?? [];
    }) as never);
    expectInternal(await checked());
    spied.mockReset();
  }
});

test('a listener that throws is not called again, and the check goes on to its verdict', async () => {
  let calls = 0;
  const { report, bugs } = await checked(undefined, {
    onEvent: () => {
      calls += 1;
      thrower();
    },
  });
  expect(report.verdict.code).toBe('all-clear');
  expect(report).not.toHaveProperty('internal');
  expect({ calls, bugs }).toEqual({ calls: 1, bugs: [new TypeError('x is undefined')] });
});

test('a listener that throws, and nobody to report to, or one that throws too', async () => {
  const { report } = await checked(undefined, { onEvent: thrower, reportBug: thrower });
  expect(report.verdict.code).toBe('all-clear');
});

test('facts about a certificate that cannot be read end the check, not the process', async () => {
  const scenario = findScenario('everything-open');
  if (!scenario) expect.unreachable();
  const { system, close } = await practiceSystem(scenario);
  const bugs: unknown[] = [];
  const trust: Trust = {
    secureContext: createSecureContext(),
    issuerOf: thrower,
    isPublicAuthority: thrower,
  };
  const secure = (connection: Duplex, { host }: { host: string }, signal: AbortSignal) =>
    tlsHandshake(connection, host, trust, Date.now, signal);
  try {
    const report = await check(
      aCheckInput({ address: 'you@practice.example', domain: 'practice.example' }),
      { system: { ...system, secure }, version: '0.0.0', reportBug: (bug) => bugs.push(bug) },
      new AbortController().signal,
    );
    expect(report).toMatchObject({ internal: true, verdict: { code: 'inconclusive' } });
    expect(bugs.length).toBeGreaterThan(0);
  } finally {
    await close();
  }
});
