import { expect, test } from 'vitest';
import { sharedWatch } from '../../../../electron/engine/together/shared-watch.ts';
import type { Disturbance } from '../../../../shared/model/disturbance.ts';
import type { Family } from '../../../../shared/model/family.ts';
import { fakeSystem } from '../../../support/fake-system.ts';

test('all checks of a run hear of one thing in one moment, each by its own time, and only while they last', async () => {
  const { clock } = fakeSystem({});
  let looks = 0;
  let address = '192.0.2.1';
  const ownAddress = async (family: Family): Promise<string | null> => {
    looks += 1;
    return family === 4 ? address : null;
  };
  const watch = sharedWatch({ ...fakeSystem({}), clock, ownAddress });
  const told: { readonly by: string; readonly disturbance: Disturbance; readonly atMs: number }[] = [];
  const begin = (by: string, startedMs: number): AbortController => {
    const stop = new AbortController();
    const onDisturbed = (disturbance: Disturbance): void =>
      void told.push({ by, disturbance, atMs: clock.now() });
    const onBug = (error: unknown): void => expect.unreachable(String(error));
    watch(
      { ...fakeSystem({}), clock },
      startedMs,
      { onLost: () => undefined, onDisturbed, onBug },
      stop.signal,
    );
    return stop;
  };
  const [one, other, brief] = [begin('one', 0), begin('other', 0), begin('brief', 0)];
  clock.at(300, () => brief.abort());
  let late = new AbortController();
  clock.at(400, () => {
    late = begin('late', 400);
  });
  clock.at(950, () => {
    address = '198.51.100.7';
  });
  await clock.run(clock.sleep(1_500, new AbortController().signal));
  const what = { kind: 'other-network', family: 4 };
  expect(told).toEqual([
    { by: 'one', disturbance: { ...what, fromMs: 900, untilMs: 1000 }, atMs: 1000 },
    { by: 'other', disturbance: { ...what, fromMs: 900, untilMs: 1000 }, atMs: 1000 },
    { by: 'late', disturbance: { ...what, fromMs: 500, untilMs: 600 }, atMs: 1000 },
  ]);
  // Once for all of them: both families, every 100 ms.
  expect(looks).toBeLessThanOrEqual(2 * 16);
  for (const stop of [one, other, late]) stop.abort();
  const before = looks;
  await clock.run(clock.sleep(500, new AbortController().signal));
  expect(looks).toBe(before);
  expect(clock.sleepers()).toBe(0);
});
