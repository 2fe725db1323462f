import { expect, test } from 'vitest';
import { roundTrips } from '../../../../electron/engine/connect/round-trips.ts';
import { silentWait } from '../../../../electron/engine/connect/silence-policy.ts';

const never = Number.POSITIVE_INFINITY;

/** A wait that began at 0 ms for an address 40 ms away, with its SYNs sent when they were due, until `untilMs`. */
function waiting(untilMs: number, lifeMs: readonly number[] = [], known = '192.0.2.10') {
  const trips = roundTrips();
  trips.record(known, 40);
  const options = {
    ipAddress: '192.0.2.10',
    siblings: [],
    roundTrips: trips,
    startedMs: 0,
    timeoutMs: 10_000,
  };
  const wait = silentWait(options);
  const synsMs: number[] = [];
  const signs = [...lifeMs];
  for (let now = 0; now <= untilMs; now += 10) {
    if (signs[0] === now) trips.noteLife(signs.shift() ?? now);
    wait.listen(now);
    if (now < wait.nextSynMs()) continue;
    wait.sent(now);
    synsMs.push(now);
  }
  return { wait, synsMs, trips };
}

test('SYNs are due as planned, and each is sent once', () => {
  expect(waiting(1300).synsMs).toEqual([0, 250, 450, 650, 850, 1000, 1200]);
});

test('on a living line the wait ends after 1.2 s', () => {
  const { wait } = waiting(1190, [300, 700, 1100]);
  expect(wait.endMs(1190)).toBe(1200);
  expect(wait.isAliveUntil(1200)).toBe(true);
  expect(wait.askForLifeMs(1190)).toBe(never);
});

test('nobody is asked for a sign of life before the decisive SYN is out, and nobody twice', () => {
  expect(waiting(440).wait.askForLifeMs(440)).toBe(never);
  const { wait } = waiting(460);
  expect(wait.askForLifeMs(460)).toBe(550);
  expect(wait.asked()).toBe(450);
  expect(wait.askForLifeMs(2000)).toBe(never);
});

test('a pause up to 0.8 s is none; after a longer one the wait begins anew, four times at most', () => {
  expect(waiting(1300, [100, 900]).synsMs).toEqual([0, 250, 450, 650, 850, 1000, 1200]);
  expect(waiting(1300, [100, 910]).synsMs).toEqual([0, 250, 450, 650, 850, 910, 1160]);

  const again = waiting(9500, [900, 1800, 2700, 3600, 4500]);
  expect(again.synsMs.filter((ms) => ms % 900 === 0)).toEqual([0, 900, 1800, 2700, 3600]);
  expect(again.wait.isAliveUntil(4500)).toBe(false);
});

test('after a pause a host of unknown distance is sent one more, and that one is waited for', () => {
  const stranger = '198.51.100.20';
  const pause = waiting(1790, [500, 1110, 1600], stranger);
  expect(pause.wait.endMs(1790), 'sent at 1.2 s').toBe(1200 + 8 * 75);
  expect(waiting(1190, [500, 1080], stranger).wait.endMs(1190), 'nobody paused').toBe(1200);
  expect(waiting(1190, [500, 1110], stranger).wait.endMs(1190), 'not sent yet').toBe(10_000);
  expect(waiting(1190, [500], stranger).wait.isAliveUntil(1200), 'nobody was heard since').toBe(false);
  expect(waiting(1190, [500]).wait.isAliveUntil(1200), 'its distance is known').toBe(true);
});

test('on a line that was dead once somebody is asked in every pause, be it before the decisive SYN', () => {
  const { wait, synsMs } = waiting(1500, [100, 1300]);
  expect(synsMs.at(-1), 'begun anew').toBe(1300);
  expect(wait.askForLifeMs(1500)).toBe(1300 + 450);
});

test('who is asked for a sign of life and is far away leaves a longer pause, which is none', () => {
  const { wait, trips } = waiting(1300, [100]);
  trips.noteWitness(300);
  trips.noteLife(1000);
  wait.listen(1300);
  expect(wait.nextSynMs(), 'asked after 0.45 s, and half as long again as usual on the way').toBe(2000);
  trips.noteLife(1901 + 1);
  wait.listen(1902);
  expect(wait.nextSynMs(), 'longer than that').toBe(1902);
});

test('nor is the time in which a far witness is asked for and answers a pause, for a host of unknown distance', () => {
  const { wait, trips } = waiting(450, [], '198.51.100.20');
  trips.record('198.51.100.21', 700);
  trips.record('198.51.100.22', 750);
  for (let now = 460; now <= 2_600; now += 10) {
    if (now === 460) trips.noteLife(now);
    // Asked for 700 ms after the last sign of life, it answers 700 ms later.
    if (now === 1_860) trips.noteLife(now);
    wait.listen(now);
    if (now >= wait.nextSynMs()) wait.sent(now);
  }
  expect(wait.endMs(2_600), 'the third SYN decides, of 450 ms').toBe(450 + 8 * 700);
});

test('a gap of more than a second and three round trips is the line’s; a shorter one is only a pause', () => {
  expect(waiting(2500, [100, 1210]).trips.hasGaps()).toBe(false);
  expect(waiting(2500, [100, 1230]).trips.hasGaps()).toBe(true);
});

test('a gap is judged anew when a round trip that contained a SYN sent again turns out to be short', () => {
  const trips = roundTrips();
  trips.record('192.0.2.10', 1055);
  const wait = silentWait({
    ipAddress: '192.0.2.10',
    siblings: [],
    roundTrips: trips,
    startedMs: 0,
    timeoutMs: 10_000,
  });
  for (const atMs of [0, 250, 450]) wait.sent(atMs);
  trips.noteLife(1800);
  wait.listen(1800);
  expect(wait.isAliveUntil(1850)).toBe(true);
  trips.record('192.0.2.10', 55);
  wait.listen(1850);
  expect(wait.isAliveUntil(1850)).toBe(false);
  expect(wait.nextSynMs()).toBe(1850);
});

test('without a sign of life the wait ends three seconds after the decisive SYN', () => {
  expect(waiting(1500).wait.endMs(1500)).toBe(450 + 3000);
});
