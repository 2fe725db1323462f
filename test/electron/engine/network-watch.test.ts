import { expect, test } from 'vitest';
import { watchNetwork } from '../../../electron/engine/network-watch.ts';
import type { Disturbance } from '../../../shared/model/disturbance.ts';
import { fakeSystem } from '../../support/fake-system.ts';

type Ways = { 4: string | null; 6: string | null; gateway: string };

/** Watches for three seconds in which `happen` is called at each of its times; reading the date takes `readingMs` once. */
async function watched(
  happen: Readonly<Record<number, (ways: Ways, clock: ReturnType<typeof fakeSystem>['clock']) => void>>,
  { readingMs = 0, isWithoutNetwork = false } = {},
) {
  const system = fakeSystem({});
  const { clock } = system;
  let leftMs = readingMs;
  const wallClock = (): number => {
    if (clock.now() > 1_000) {
      clock.work(leftMs);
      leftMs = 0;
    }
    return clock.wallClock();
  };
  const ways: Ways = { 4: '192.0.2.1', 6: '2001:db8:0:7::1', gateway: 'wlan0 192.0.2.254' };
  if (isWithoutNetwork) Object.assign(ways, { 4: null, 6: null });
  const told: Disturbance[] = [];
  const lostMs: number[] = [];
  const stop = new AbortController();
  const watch = watchNetwork(
    {
      ...system,
      clock: { ...clock, wallClock },
      ownAddress: async (family) => ways[family],
      gateway: () => ways.gateway,
    },
    0,
    {
      onLost: () => lostMs.push(clock.now()),
      onDisturbed: (disturbance) => told.push(disturbance),
      onBug: (error) => expect.unreachable(String(error)),
    },
    stop.signal,
  );
  for (const [ms, change] of Object.entries(happen)) clock.at(Number(ms), () => change(ways, clock));
  await clock.run(clock.sleep(3000, stop.signal));
  stop.abort();
  expect(clock.sleepers()).toBe(0);
  return { told, lostMs, watch };
}

test('where nothing happens nothing is told: what changed before the check began disturbed nothing', async () => {
  expect(await watched({})).toMatchObject({ told: [], lostMs: [] });
});

test('a network that goes and comes back is told when it is back', async () => {
  const { told, lostMs } = await watched({
    950: (ways) => Object.assign(ways, { 4: null, 6: null }),
    1450: (ways) => Object.assign(ways, { 4: '192.0.2.1', 6: '2001:db8:0:7::1' }),
  });
  expect(lostMs).toEqual([1000]);
  expect(told).toEqual([{ kind: 'lost', fromMs: 900, untilMs: 1500 }]);
});

test('a network that comes only after the check began was lost, and is no other one', async () => {
  const { told } = await watched(
    { 950: (ways) => Object.assign(ways, { 4: '192.0.2.1', 6: '2001:db8:0:7::1' }) },
    { isWithoutNetwork: true },
  );
  expect(told).toEqual([{ kind: 'lost', fromMs: 900, untilMs: 1000 }]);
});

test('another network is told with the family that it is over', async () => {
  const { told, lostMs } = await watched({ 950: (ways) => Object.assign(ways, { 4: '198.51.100.9' }) });
  expect(lostMs).toEqual([]);
  expect(told).toEqual([{ kind: 'other-network', family: 4, fromMs: 900, untilMs: 1000 }]);
});

test('another router behind the same address is another network', async () => {
  const { told } = await watched({ 950: (ways) => Object.assign(ways, { gateway: 'wlan0 192.0.2.253' }) });
  expect(told).toEqual([{ kind: 'other-network', family: 4, fromMs: 900, untilMs: 1000 }]);
});

test('a family that is lost for good is no other network, and its attempts are known to be without a way', async () => {
  const { told, watch } = await watched({ 950: (ways) => Object.assign(ways, { 6: null }) });
  expect(told).toEqual([]);
  expect(watch.isCutOff(6)).toBe(true);
  expect(watch.isCutOff(4)).toBe(false);
});

test('a new private address of the same IPv6 network changes nothing', async () => {
  const { told } = await watched({ 950: (ways) => Object.assign(ways, { 6: '2001:db8:0:7:a:b:c:d' }) });
  expect(told).toEqual([]);
});

test('a computer that slept is told so', async () => {
  const { told } = await watched({ 1000: (_ways, clock) => clock.freeze(30_000) });
  expect(told).toEqual([{ kind: 'asleep', fromMs: 900, untilMs: 31_000 }]);
});

test('a clock that was set is told with by how much', async () => {
  const { told } = await watched({ 950: (_ways, clock) => clock.setBy(-86_400_000) });
  expect(told).toEqual([{ kind: 'clock-leapt', fromMs: 900, untilMs: 1000, leapMs: -86_400_000 }]);
});

test('a computer that was busy did not sleep, however late the look comes', async () => {
  const { told } = await watched({ 1000: (_ways, clock) => clock.work(6_000) });
  expect(told).toEqual([]);
});

test('a date that is read long after the time is no clock that was set', async () => {
  const { told } = await watched({}, { readingMs: 5_000 });
  expect(told).toEqual([]);
});
