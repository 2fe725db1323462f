import { expect, test } from 'vitest';
import {
  type ChecksOptions,
  createChecks,
  maxFinished,
  maxRunning,
} from '../../../electron/backend/checks.ts';
import { wordedCheck } from '../../../electron/backend/worded-check.ts';
import type { System } from '../../../electron/engine/system.ts';
import type { CheckEvent, CheckInput } from '../../../shared/model/check.ts';
import type { Result } from '../../../shared/model/problem.ts';
import type { Report } from '../../../shared/model/report.ts';
import { type SimulatedSystem, simulatedInternet } from '../../simulation/internet.ts';
import { situation } from '../../simulation/situation.ts';
import { aCheckInput, aReport, aServer } from '../../support/builders.ts';
import { english } from '../../support/english.ts';

const input: CheckInput = {
  domain: 'example.org',
  ports: [587],
  incoming: false,
  lookup: false,
  references: false,
  customReferences: [],
  resolvers: [],
  timeoutMs: 1000,
};

function usableAt(atMs: number): CheckEvent {
  return { type: 'usable', server: aServer(), atMs };
}

/** Checks whose engine is played by the test: each started check can be told what to say and how to end. */
function playedChecks(change: Partial<ChecksOptions> = {}) {
  const played: {
    say(event: CheckEvent): void;
    finish(report?: Report): void;
    fail(error: Error): void;
    signal: AbortSignal;
  }[] = [];
  const bugs: unknown[] = [];
  const opened: (string | undefined)[] = [];
  let closed = 0;
  let lastId = 0;
  const checks = createChecks({
    version: '1.2.3',
    systemFor: async (scenarioId) => {
      opened.push(scenarioId);
      const close = async () => {
        closed += 1;
      };
      return { system: {} as System, close };
    },
    check: (_input, { onEvent, version }, signal) =>
      new Promise((resolve, reject) => {
        const report = (interrupted: boolean) =>
          aReport({ tool: { name: 'Postway', version }, ...(interrupted && { interrupted }) });
        signal.addEventListener('abort', () => resolve(report(true)));
        played.push({
          say: (event) => onEvent?.(event),
          finish: (own) => resolve(own ?? report(false)),
          fail: reject,
          signal,
        });
      }),
    newId: () => `c${++lastId}`,
    reportBug: (error) => bugs.push(error),
    ...change,
  });
  const begin = async () => {
    const started = checks.start(input, undefined);
    if (!started.ok) throw new Error(english(started.problem.message));
    await expect.poll(() => played.length).toBe(lastId);
    const play = played.at(-1);
    if (!play) throw new Error('the check did not begin');
    return { checkId: started.value.checkId, play };
  };
  return { checks, begin, bugs, opened, closedCount: () => closed };
}

const ignore = () => {};
const never = new AbortController().signal;

test('who comes late hears everything from the first event on, then the rest, then the report', async () => {
  const { checks, begin } = playedChecks();
  const { checkId, play } = await begin();
  play.say(usableAt(1));
  const early: CheckEvent[] = [];
  const late: CheckEvent[] = [];
  const first = checks.watch(checkId, (event) => early.push(event), never);
  play.say(usableAt(2));
  const second = checks.watch(checkId, (event) => late.push(event), never);
  play.say(usableAt(3));
  play.finish();

  expect(await first).toEqual(await second);
  expect(await first).toMatchObject({ ok: true, value: { tool: { version: '1.2.3' } } });
  const all = [usableAt(1), usableAt(2), usableAt(3)];
  expect([early, late]).toEqual([all, all]);
});

test('a finished check still tells its events and its report', async () => {
  const { checks, begin } = playedChecks();
  const { checkId, play } = await begin();
  play.say(usableAt(1));
  play.finish();
  await checks.watch(checkId, ignore, never);

  const again: CheckEvent[] = [];
  expect(await checks.watch(checkId, (event) => again.push(event), never)).toMatchObject({ ok: true });
  expect(again).toEqual([usableAt(1)]);
});

test('dropping a watch does not cancel the check, and no further event reaches it', async () => {
  const { checks, begin } = playedChecks();
  const { checkId, play } = await begin();
  const window = new AbortController();
  const heard: CheckEvent[] = [];
  const dropped = checks.watch(checkId, (event) => heard.push(event), window.signal);
  window.abort();
  expect(await dropped).toMatchObject({ ok: false, problem: { code: 'unavailable' } });
  play.say(usableAt(1));

  expect(heard).toEqual([]);
  expect(play.signal.aborted).toBe(false);
  play.finish();
  expect(await checks.watch(checkId, ignore, never)).toMatchObject({ ok: true });
});

test('a watch whose signal is aborted already hears nothing', async () => {
  const { checks, begin } = playedChecks();
  const { checkId, play } = await begin();
  play.say(usableAt(1));
  const heard: CheckEvent[] = [];
  await checks.watch(checkId, (event) => heard.push(event), AbortSignal.abort());
  expect(heard).toEqual([]);
});

test('cancelling gives every watcher the report of what is known so far', async () => {
  const { checks, begin, closedCount } = playedChecks();
  const { checkId } = await begin();
  const watches = [checks.watch(checkId, ignore, never), checks.watch(checkId, ignore, never)];
  expect(checks.cancel(checkId)).toEqual({ ok: true, value: {} });
  for (const report of await Promise.all(watches)) {
    expect(report).toMatchObject({ ok: true, value: { interrupted: true } });
  }
  expect(closedCount()).toBe(1);
  expect(checks.cancel(checkId)).toEqual({ ok: true, value: {} });
});

test('an id that nobody gave out is a Problem', async () => {
  const { checks } = playedChecks();
  expect(checks.cancel('c99')).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  expect(await checks.watch('c99', ignore, never)).toMatchObject({
    ok: false,
    problem: { code: 'not-found' },
  });
});

test('a bug in one check is in its report and told, its system is closed, and the others go on', async () => {
  const bug = new TypeError('undefined is not a function');
  const broken = (system: SimulatedSystem): System => ({
    ...system,
    dial: () => {
      throw bug;
    },
  });
  const healthy = { ...situation('steady', 3), network: 'open', site: 'well' } as const;
  let closed = 0;
  const bugs: unknown[] = [];
  let lastId = 0;
  const worlds: SimulatedSystem[] = [];
  const checks = createChecks({
    version: '1.2.3',
    check: wordedCheck(english),
    systemFor: async () => {
      const world = simulatedInternet(healthy);
      worlds.push(world);
      const close = async () => {
        closed += 1;
      };
      return { system: worlds.length === 1 ? broken(world) : world, close };
    },
    newId: () => `c${++lastId}`,
    reportBug: (error) => bugs.push(error),
  });
  const started = [1, 2].map(() => checks.start(aCheckInput(), undefined));
  await expect.poll(() => worlds.length).toBe(2);
  const [first, second] = await Promise.all(
    started.map(async (one, index) => {
      if (!one.ok) return expect.unreachable();
      return worlds[index]?.clock.run(checks.watch(one.value.checkId, ignore, never));
    }),
  );
  expect(first).toMatchObject({ ok: true, value: { internal: true, verdict: { code: 'inconclusive' } } });
  expect(JSON.stringify(first)).not.toContain('undefined is not');
  expect(second).toMatchObject({ ok: true, value: { verdict: { code: 'all-clear' } } });
  expect(second).not.toHaveProperty('value.internal');
  expect(new Set(bugs)).toEqual(new Set([bug]));
  expect(closed).toBe(2);
});

test('a network that cannot be opened is a bug told as internal, not an unhandled rejection', async () => {
  const { checks, bugs } = playedChecks({
    systemFor: async () => {
      throw new Error('no certificates');
    },
  });
  const started = checks.start(input, 'port-25-blocked');
  if (!started.ok) expect.unreachable();
  expect(await checks.watch(started.value.checkId, ignore, never)).toMatchObject({
    ok: false,
    problem: { code: 'internal' },
  });
  expect(bugs).toHaveLength(1);
});

test('a watcher that throws ends its own watch, not the check and not the other watchers', async () => {
  const { checks, begin, bugs } = playedChecks();
  const { checkId, play } = await begin();
  const heard: CheckEvent[] = [];
  const broken = checks.watch(
    checkId,
    () => {
      throw new Error('cannot draw this');
    },
    never,
  );
  const other = checks.watch(checkId, (event) => heard.push(event), never);
  play.say(usableAt(1));
  await expect(broken).rejects.toThrow('cannot draw this');
  await expect(
    checks.watch(
      checkId,
      () => {
        throw new Error('nor this');
      },
      never,
    ),
  ).rejects.toThrow('nor this');
  play.finish();
  expect(await other).toMatchObject({ ok: true });
  expect(heard).toEqual([usableAt(1)]);
  expect(bugs).toEqual([]);
});

test('only so many checks run at once; when one has ended there is room again', async () => {
  const { checks, begin } = playedChecks();
  const running = [];
  for (let count = 0; count < maxRunning; count += 1) running.push(await begin());
  expect(checks.start(input, undefined)).toMatchObject({ ok: false, problem: { code: 'refused' } });
  const first = running[0];
  first?.play.finish();
  await checks.watch(first?.checkId ?? '', ignore, never);
  expect(checks.start(input, undefined)).toMatchObject({ ok: true });
});

test('the last finished checks are kept, the ones before forgotten, running ones never', async () => {
  const { checks, begin } = playedChecks();
  const running = await begin();
  const finished: string[] = [];
  for (let count = 0; count < maxFinished + 2; count += 1) {
    const { checkId, play } = await begin();
    play.finish();
    await checks.watch(checkId, ignore, never);
    finished.push(checkId);
  }
  const known = (id: string) => checks.cancel(id).ok;
  expect(finished.map(known)).toEqual(finished.map((_id, index) => index >= 2));
  expect(known(running.checkId)).toBe(true);
});

test('close ends every check, waits for its system, and takes no new one', async () => {
  const { checks, begin, closedCount, opened } = playedChecks();
  const { checkId } = await begin();
  const watch: Promise<Result<Report>> = checks.watch(checkId, ignore, never);
  await checks.close();
  expect(closedCount()).toBe(1);
  expect(opened).toEqual([undefined]);
  expect(await watch).toMatchObject({ ok: true, value: { interrupted: true } });
  expect(checks.start(input, undefined)).toMatchObject({ ok: false, problem: { code: 'unavailable' } });
});
