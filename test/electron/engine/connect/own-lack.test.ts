import { expect, test } from 'vitest';
import { connect } from '../../../../electron/engine/connect/connect.ts';
import { connectOutcome } from '../../../../electron/engine/connect/errno.ts';
import { preferences } from '../../../../electron/engine/connect/preferences.ts';
import { roundTrips } from '../../../../electron/engine/connect/round-trips.ts';
import type { DialResult } from '../../../../electron/engine/system.ts';
import { fakeSystem } from '../../../support/fake-system.ts';

test.each(['EMFILE', 'ENFILE', 'ENOMEM', 'ENOBUFS'])('%s is nobody’s refusal', (errno) => {
  expect(connectOutcome(errno)).toBe('cancelled');
});

/** Connects to these ports at once, where an attempt gets a socket only as `hasRoom` says. */
async function connected(
  ports: readonly number[],
  hasRoom: (atMs: number, open: number) => boolean,
  answer: string | 'silence',
) {
  const system = fakeSystem({});
  const { clock } = system;
  let open = 0;
  let most = 0;
  const dial = async (_to: unknown, signal: AbortSignal): Promise<DialResult> => {
    if (!hasRoom(clock.now(), open)) return { ok: false, errno: 'EMFILE' };
    open += 1;
    most = Math.max(most, open);
    await clock.sleep(answer === 'silence' ? 60_000 : 30, signal);
    open -= 1;
    return { ok: false, errno: signal.aborted ? 'ECANCELED' : answer };
  };
  const trips = roundTrips();
  trips.record('192.0.2.10', 30);
  const hooks = { siblings: [], onSilent() {}, onUnwitnessed() {}, onStillSilent() {} };
  const patience = {
    system: { ...system, dial },
    timeoutMs: 3_000,
    roundTrips: trips,
    isCutOff: async () => false,
    preferences: preferences(),
  };
  const results = await clock.run(
    Promise.all(
      ports.map((port) =>
        connect({ ipAddress: '192.0.2.10', family: 4, port }, patience, hooks, new AbortController().signal),
      ),
    ),
  );
  expect(open, 'nothing is left open').toBe(0);
  return { results, tookMs: clock.now(), most };
}

test('an attempt without room is made anew when there is some, and its silence counts from then', async () => {
  const { results, tookMs } = await connected([587], (atMs) => atMs > 1_000, 'silence');
  expect(results).toMatchObject([{ outcome: 'timeout' }]);
  expect(results[0]?.sinceMs, 'what was never sent is no unanswered SYN').toBeGreaterThan(1_000);
  expect(tookMs).toBeLessThan(6_000);
});

test('many that need more room than there is come through one after the other', async () => {
  const { results } = await connected([25, 465, 587, 993], (_atMs, open) => open < 2, 'ECONNREFUSED');
  expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('where room never comes the attempt ends, proves nothing and says why', async () => {
  const { results, tookMs } = await connected([587], () => false, 'silence');
  expect(results).toMatchObject([{ outcome: 'cancelled', code: 'EMFILE' }]);
  expect(tookMs).toBeLessThan(10_000);
});
