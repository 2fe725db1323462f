import { expect, test } from 'vitest';
import {
  type ConnectContext,
  type ConnectHooks,
  connect,
} from '../../../../electron/engine/connect/connect.ts';
import { type RoundTrips, roundTrips } from '../../../../electron/engine/connect/round-trips.ts';
import type { DialResult, System } from '../../../../electron/engine/system.ts';
import { fakeSystem, type Listener } from '../../../support/fake-system.ts';
import { scriptedServer } from '../../../support/scripted-server.ts';

const home = { ipAddress: '192.0.2.10', family: 4, port: 25 } as const;

/** `witnessMs`: how soon somebody else answers who is asked for a sign of life; never where there is none. */
function harness(listener: Listener | null, witnessMs: number | null = 20) {
  const system = fakeSystem(listener ? { '192.0.2.10:25': listener } : {});
  const trips = roundTrips();
  const never = new AbortController().signal;
  const askedForLife: { atMs: number; sinceMs: number }[] = [];
  let silentAtMs: number | null = null;
  let givenUpAtMs: number | null = null;
  const connecting = (signal = new AbortController().signal, siblings: string[] = []) =>
    connect(
      home,
      patientOver(system, trips),
      {
        siblings,
        onSilent: () => (silentAtMs = system.clock.now()),
        onUnwitnessed: (sinceMs) => {
          askedForLife.push({ atMs: system.clock.now(), sinceMs });
          if (witnessMs === null) return;
          void system.clock.sleep(witnessMs, never).then(() => trips.noteLife(system.clock.now()));
        },
        onStillSilent: () => (givenUpAtMs = system.clock.now()),
      },
      signal,
    );
  return {
    system,
    trips,
    connect: connecting,
    askedForLife,
    silentAtMs: () => silentAtMs,
    givenUpAtMs: () => givenUpAtMs,
  };
}

function patientOver(system: System, trips: RoundTrips): ConnectContext {
  return { system, timeoutMs: 10_000, roundTrips: trips, isCutOff: async () => false };
}

const nobodyTold: ConnectHooks = {
  siblings: [],
  onSilent: () => {},
  onUnwitnessed: () => {},
  onStillSilent: () => {},
};

/** The same sequence of "random" numbers every time (a linear congruential generator). */
function lottery(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const accepting = () => [scriptedServer(), scriptedServer(), scriptedServer()];

test.each([0, 1, 2, 3])(
  '%i lost SYNs are no timeout, even while a sibling is known to answer',
  async (lost) => {
    const { system, trips, connect } = harness({
      rttMs: 20,
      losesSyn: (n) => n <= lost,
      answer: accepting(),
    });
    trips.record('192.0.2.10', 20);
    const result = await system.clock.run(connect());
    expect(result).toMatchObject({ outcome: 'connected' });
    expect(system.dialling()).toBe(0);
  },
);

test('10 and 20 % loss at 40 and at 600 ms round trip are no timeouts in 2000 connections', async () => {
  const outcomes = new Map<string, number>();
  for (const [lossShare, rttMs] of [
    [0.1, 40],
    [0.1, 600],
    [0.2, 40],
    [0.2, 600],
  ] as const) {
    const draw = lottery(lossShare * 1000 + rttMs);
    for (let run = 0; run < 500; run += 1) {
      const { system, trips, connect } = harness({
        rttMs,
        losesSyn: () => draw() < lossShare,
        answer: accepting(),
      });
      trips.record('192.0.2.10', rttMs);
      const { outcome } = await system.clock.run(connect());
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  }
  expect([...outcomes]).toEqual([['connected', 2000]]);
});

test('silence is concluded after 1.2 s and at least three SYNs when another port of the address has answered', async () => {
  const { system, trips, connect } = harness(null);
  trips.record('192.0.2.10', 40);
  const result = await system.clock.run(connect());
  expect(result).toEqual({
    outcome: 'timeout',
    code: 'no-answer',
    attempts: 6,
    sinceMs: 0,
    startedMs: 0,
    elapsedMs: 1200,
    isWitnessed: true,
  });
  expect(system.dialled.map(({ atMs }) => atMs)).toEqual([0, 250, 450, 650, 850, 1000]);
});

test.each([
  ['a host that answers elsewhere', '192.0.2.10', 200, 450 + 4 * 200],
  ['a host that has never answered', '198.51.100.1', 200, 450 + 2 * 4 * 200],
])('%s is given its round trips after the third SYN', async (_name, answering, rttMs, elapsedMs) => {
  const { system, trips, connect } = harness(null);
  trips.record(answering, rttMs);
  const thirdSynMs = answering === '192.0.2.10' ? 200 : 0; // left alone for 1.5 known round trips: SYNs at 450, 650
  expect(await system.clock.run(connect())).toMatchObject({
    outcome: 'timeout',
    elapsedMs: elapsedMs + thirdSynMs,
  });
});

test('a host that has never answered may be farther away than a near neighbour', async () => {
  const listener = { rttMs: 1100, answer: accepting() };
  const { system, trips, connect } = harness(listener);
  trips.record('198.51.100.1', 2);
  expect(await system.clock.run(connect())).toMatchObject({ outcome: 'connected' });
});

test.each([5, 20, 40, 80, 150, 200, 300, 450, 600, 900])(
  'at %i ms seven SYNs could have been answered when silence is concluded, eight where packets were lost',
  async (rttMs) => {
    for (const [isLossy, least] of [
      [false, 7],
      [true, 8],
    ] as const) {
      const arrivedMs: number[] = [];
      const { system, trips, connect } = harness({
        losesSyn: () => {
          arrivedMs.push(system.clock.now());
          return true;
        },
        answer: accepting(),
      });
      trips.record('192.0.2.10', rttMs);
      if (isLossy) trips.noteLoss();
      const { outcome, elapsedMs } = await system.clock.run(connect());
      expect(outcome).toBe('timeout');
      expect(elapsedMs).toBeGreaterThanOrEqual(isLossy ? 1400 : 1200);
      expect(arrivedMs.filter((ms) => ms + rttMs <= elapsedMs).length).toBeGreaterThanOrEqual(least);
    }
  },
);

test('a connection that only a later SYN made shows that the line loses packets', async () => {
  const steady = harness({ rttMs: 20, answer: accepting() });
  await steady.system.clock.run(steady.connect());
  expect(steady.trips.hasLost()).toBe(false);
  const lossy = harness({ rttMs: 20, losesSyn: (n) => n === 1, answer: accepting() });
  const late = await lossy.system.clock.run(lossy.connect());
  expect(lossy.trips.hasLost()).toBe(true);
  // The packet that was lost is no part of the distance.
  expect(late).toMatchObject({ sinceMs: 0, startedMs: 250, elapsedMs: 20, roundTripMs: 20 });
  expect(lossy.trips.of('192.0.2.10')).toBe(20);
});

test('a connection is hardly expected any more when the second SYN has had the time of an answer, the third on lossy lines', async () => {
  const near = harness(null);
  near.trips.record('192.0.2.10', 20);
  await near.system.clock.run(near.connect());
  expect(near.givenUpAtMs()).toBe(250 + 50);

  const far = harness(null);
  far.trips.record('192.0.2.10', 200);
  await far.system.clock.run(far.connect());
  expect(far.givenUpAtMs()).toBe(450 + 300);

  const lossy = harness(null);
  lossy.trips.record('192.0.2.10', 20);
  lossy.trips.noteLoss();
  await lossy.system.clock.run(lossy.connect());
  expect(lossy.givenUpAtMs()).toBe(450 + 50);

  const lucky = harness({ rttMs: 20, losesSyn: (n) => n <= 1, answer: accepting() });
  lucky.trips.record('192.0.2.10', 20);
  await lucky.system.clock.run(lucky.connect());
  expect(lucky.givenUpAtMs()).toBeNull();
});

test('an address of the same host that has answered counts as near', async () => {
  const { system, trips, connect } = harness(null);
  trips.record('192.0.2.11', 40);
  const result = await system.clock.run(connect(undefined, ['192.0.2.11']));
  expect(result).toMatchObject({ outcome: 'timeout', elapsedMs: 1200 });
});

test('silence is waited for no longer than an answer can take while nobody at all was ever reached', async () => {
  const { system, connect } = harness(null, null);
  expect(await system.clock.run(connect())).toMatchObject({
    outcome: 'timeout',
    attempts: 9,
    elapsedMs: 4_300,
    isWitnessed: false,
  });
});

test('no distance, however great, makes the wait longer than the very limit', async () => {
  const { system, trips, connect } = harness(null, null);
  trips.record('192.0.2.10', 2000); // the third SYN goes out at 6 s and could be answered until 14 s
  expect(await system.clock.run(connect())).toMatchObject({ attempts: 3, elapsedMs: 10_000 });
});

test('on a line that loses packets a host that has never answered is taken to be far, whoever else is near', async () => {
  const { system, trips, connect } = harness(null);
  trips.record('198.51.100.1', 2);
  trips.noteLoss();
  expect(await system.clock.run(connect())).toMatchObject({ elapsedMs: 1000 + 2 * 4 * 75 });
});

test('a sibling that answers later, on a line that was dead until then, shortens the wait to what counts from there', async () => {
  const { system, trips, connect } = harness(null);
  const never = new AbortController().signal;
  const later = system.clock.sleep(5000, never).then(() => {
    trips.record('192.0.2.11', 30);
    trips.noteLife(5000);
  });
  const result = await system.clock.run(connect(undefined, ['192.0.2.11']));
  await later;
  expect(result).toMatchObject({ outcome: 'timeout', isWitnessed: true });
  expect(result.elapsedMs).toBeLessThanOrEqual(5000 + 1200);
  expect(system.dialled.filter(({ atMs }) => atMs >= 3800).length).toBeGreaterThanOrEqual(3);
});

test('a slow way is given four round trips after the third SYN, and the further ones put nothing off', async () => {
  const { system, trips, connect } = harness(null);
  trips.record('192.0.2.10', 300);
  const { elapsedMs } = await system.clock.run(connect());
  expect(elapsedMs).toBe(650 + 4 * 300);
  expect(system.dialled.map(({ atMs }) => atMs)).toEqual([0, 450, 650, 850, 1000, 1200]);
});

test('a far host is not asked again before it could have answered', async () => {
  const { system, trips, connect } = harness({ rttMs: 600, answer: accepting() });
  trips.record('192.0.2.10', 600);
  expect(await system.clock.run(connect())).toMatchObject({ outcome: 'connected', attempts: 1 });
});

test('the first attempt to connect wins and the others are dropped at once', async () => {
  const servers = accepting();
  const { system, trips, connect } = harness({ rttMs: 500, answer: servers });
  const result = await system.clock.run(connect());
  expect(result).toMatchObject({ outcome: 'connected', attempts: 3, startedMs: 0, elapsedMs: 500 });
  expect(system.dialling()).toBe(0);
  expect(system.clock.sleepers()).toBe(0);
  expect(trips.of('192.0.2.10')).toBe(500);
});

test('a refusal that took as long as the server is away ends it at once, with the times of that attempt', async () => {
  const { system, trips, connect } = harness({
    rttMs: 40,
    losesSyn: (n) => n === 1,
    answer: 'ECONNREFUSED',
  });
  trips.record('192.0.2.10', 40);
  expect(await system.clock.run(connect())).toEqual({
    outcome: 'refused',
    code: 'ECONNREFUSED',
    attempts: 2,
    sinceMs: 0,
    startedMs: 250,
    elapsedMs: 40,
  });
  expect(system.dialling()).toBe(0);
});

test('a reset ends it at once', async () => {
  const { system, connect } = harness({ rttMs: 7, answer: 'ECONNRESET' });
  expect(await system.clock.run(connect())).toMatchObject({ outcome: 'reset', attempts: 1, elapsedMs: 7 });
});

test.each([
  ['ECONNREFUSED', 'refused', 2, 200],
  ['EHOSTUNREACH', 'unreachable', 3, 1200],
  ['ENETUNREACH', 'unreachable', 3, 1200],
  ['EACCES', 'unreachable', 3, 1200],
])(
  '%s from near by is %s when it stays so with somebody heard meanwhile',
  async (answer, outcome, attempts, overMs) => {
    const { system, trips, connect, askedForLife, silentAtMs } = harness({ rttMs: 2, answer });
    const result = await system.clock.run(connect());
    expect(result).toMatchObject({ outcome, code: answer, sinceMs: 0, elapsedMs: 2, isWitnessed: true });
    expect(result.attempts).toBeGreaterThanOrEqual(attempts);
    expect(system.clock.now()).toBeGreaterThanOrEqual(overMs);
    const heardMs = (askedForLife[0]?.atMs ?? 0) + 20;
    expect(result.startedMs).toBeGreaterThanOrEqual(heardMs);
    expect(silentAtMs()).toBe(2);
    expect(trips.of('192.0.2.10')).toBeNull();
    expect(system.dialling()).toBe(0);
  },
);

test.each(['ECONNREFUSED', 'ENETUNREACH'])(
  '%s proves nothing while nobody at all is heard',
  async (answer) => {
    const { system, connect } = harness({ rttMs: 2, answer }, null);
    expect(await system.clock.run(connect())).toMatchObject({ isWitnessed: false });
    expect(system.clock.now()).toBeLessThan(4000);
  },
);

test('what was on its way when the network went is no witness of the time after', async () => {
  const { system, trips, connect } = harness({ rttMs: 0, answer: 'ECONNREFUSED' }, null);
  trips.record('198.51.100.1', 200);
  void system.clock.sleep(150, new AbortController().signal).then(() => trips.noteLife(system.clock.now()));
  expect(await system.clock.run(connect())).toMatchObject({ isWitnessed: false });
});

test.each(['ECONNREFUSED', 'ENETUNREACH'])(
  'a network that is back is used, whatever was said before: %s',
  async (answer) => {
    const { system, trips } = harness(null);
    const server = scriptedServer();
    const dial = async (): Promise<DialResult> =>
      system.clock.now() < 700
        ? { ok: false, errno: answer }
        : { ok: true, connection: server.accept(system.clock) };
    const patient = patientOver({ ...system, dial }, trips);
    const result = await system.clock.run(connect(home, patient, nobodyTold, new AbortController().signal));
    expect(result).toMatchObject({ outcome: 'connected', sinceMs: 0 });
    expect(trips.hasLost()).toBe(false);
  },
);

test('a computer without this address family is not asked twice, and proves nothing', async () => {
  const { system, trips } = harness({ rttMs: 0, answer: 'ENETUNREACH' });
  const patient = { ...patientOver(system, trips), isCutOff: async () => true };
  const result = await system.clock.run(connect(home, patient, nobodyTold, new AbortController().signal));
  expect(result).toMatchObject({ outcome: 'unreachable', attempts: 1, isWitnessed: false });
});

test('silence is suspicious after 250 ms, or three round trips when that is longer, and is told once', async () => {
  const near = harness(null);
  await near.system.clock.run(near.connect());
  expect(near.silentAtMs()).toBe(250);

  const far = harness(null);
  far.trips.record('192.0.2.10', 200);
  await far.system.clock.run(far.connect());
  expect(far.silentAtMs()).toBe(600);
});

test('an abort ends it at once and leaves no attempt behind', async () => {
  const { system, connect } = harness(null);
  const stop = new AbortController();
  const connecting = connect(stop.signal);
  void system.clock.sleep(900, new AbortController().signal).then(() => stop.abort());
  expect(await system.clock.run(connecting)).toMatchObject({
    outcome: 'cancelled',
    elapsedMs: 900,
    attempts: 5,
  });
  expect(system.dialling()).toBe(0);
  expect(system.clock.sleepers()).toBe(0);
});

test('an abort by whoever hears of the silence ends it in that moment', async () => {
  const { system, trips } = harness(null);
  const stop = new AbortController();
  const hooks = {
    siblings: [],
    onSilent: () => stop.abort(),
    onUnwitnessed: () => {},
    onStillSilent: () => {},
  };
  const patient = patientOver(system, trips);
  const result = await system.clock.run(connect(home, patient, hooks, stop.signal));
  expect(result).toMatchObject({ outcome: 'cancelled', elapsedMs: 250 });
});

test('nobody is told of later round trips when it is over', async () => {
  const { system, trips, connect } = harness(null);
  let watching = 0;
  const { watch } = trips;
  trips.watch = (listener) => {
    const stop = watch(listener);
    watching += 1;
    return () => {
      watching -= 1;
      stop();
    };
  };
  trips.record('192.0.2.10', 40);
  const connecting = connect();
  expect(watching).toBe(1);
  await system.clock.run(connecting);
  expect(watching).toBe(0);
});

test('a connection that is made in the moment another has won is closed', async () => {
  const { system, trips } = harness(null);
  const servers = accepting();
  let dialled = 0;
  const dial = async (): Promise<DialResult> => {
    const server = servers[dialled];
    dialled += 1;
    await system.clock.sleep(500 - system.clock.now(), new AbortController().signal); // deaf to the abort, all at once
    return { ok: true, connection: server?.accept(system.clock) ?? expect.unreachable() };
  };
  const patient = patientOver({ ...system, dial }, trips);
  const result = await system.clock.run(connect(home, patient, nobodyTold, new AbortController().signal));
  expect(result).toMatchObject({ outcome: 'connected', attempts: 3 });
  await system.clock.run(system.clock.sleep(1, new AbortController().signal));
  expect(servers.map(({ isClosed }) => isClosed)).toEqual([false, true, true]);
});

test('somebody else is asked for a sign of life after the decisive SYN, unless one came by itself', async () => {
  const quiet = harness(null);
  quiet.trips.record('192.0.2.10', 40);
  await quiet.system.clock.run(quiet.connect());
  expect(quiet.askedForLife).toEqual([{ atMs: 550, sinceMs: 450 }]);

  const lively = harness(null);
  lively.trips.record('192.0.2.10', 40);
  const never = new AbortController().signal;
  for (let ms = 300; ms < 1200; ms += 300)
    void lively.system.clock.sleep(ms, never).then(() => lively.trips.noteLife(lively.system.clock.now()));
  expect(await lively.system.clock.run(lively.connect())).toMatchObject({
    elapsedMs: 1200,
    isWitnessed: true,
  });
  expect(lively.askedForLife).toEqual([]);
});

test('without any sign of life after the decisive SYN the silence ends three seconds later, and proves nothing', async () => {
  const { system, trips, connect, askedForLife } = harness(null, null);
  trips.record('192.0.2.10', 40);
  trips.noteLife(0);
  expect(await system.clock.run(connect())).toMatchObject({
    outcome: 'timeout',
    elapsedMs: 450 + 3000,
    isWitnessed: false,
  });
  expect(askedForLife).toHaveLength(1);
});

test('a sign of life from before the decisive SYN does not witness it', async () => {
  const { system, trips, connect } = harness(null, null);
  trips.record('192.0.2.10', 40);
  const never = new AbortController().signal;
  void system.clock.sleep(440, never).then(() => trips.noteLife(system.clock.now()));
  expect(await system.clock.run(connect())).toMatchObject({ isWitnessed: false });
});

test('a line that is dead for two seconds silences nobody: the wait begins anew when it is back', async () => {
  const isDead = (ms: number): boolean => ms >= 100 && ms < 2100;
  const { system, trips, connect } = harness(null, null);
  const living = harness(
    { rttMs: 300, losesSyn: () => isDead(living.system.clock.now()), answer: accepting() },
    null,
  );
  const never = new AbortController().signal;
  for (const one of [{ system, trips }, living]) {
    one.trips.record('192.0.2.11', 40);
    for (const ms of [90, 2200, 2700, 3200])
      void one.system.clock.sleep(ms, never).then(() => one.trips.noteLife(one.system.clock.now()));
  }

  // Nobody is at home: 1.2 s from when the line is back.
  const result = await system.clock.run(connect(undefined, ['192.0.2.11']));
  expect(result).toMatchObject({ outcome: 'timeout', elapsedMs: 2200 + 1200, isWitnessed: true });
  expect(system.dialled.map(({ atMs }) => atMs).filter((ms) => ms >= 2200)).toEqual([
    2200, 2450, 2650, 2850, 3050, 3200,
  ]);

  // The first SYN went out in time, and its answer (or that to any other until then) was lost.
  living.trips.record('192.0.2.10', 300);
  const connected = await living.system.clock.run(living.connect());
  expect(connected.outcome).toBe('connected');
});

test('a line that dies again and again is not waited for without end, and what is silent then proves nothing', async () => {
  const { system, trips, connect } = harness(null, 900);
  trips.record('192.0.2.10', 40);
  const result = await system.clock.run(connect());
  expect(result).toMatchObject({ outcome: 'timeout', isWitnessed: false });
  expect(result.elapsedMs).toBeLessThanOrEqual(10_000);
  expect(system.dialled.length).toBeLessThan(60);
});

test('a computer that slept in between does not take its own absence for silence', async () => {
  const { system, trips } = harness(null);
  trips.record('192.0.2.10', 40);
  const { clock } = system;
  const sleptMs = () => (clock.now() >= 400 ? 5000 : 0);
  const drowsy = { ...system, clock: { ...clock, now: () => clock.now() + sleptMs() } };
  const patient = patientOver(drowsy, trips);
  const witness = () =>
    void clock.sleep(20, new AbortController().signal).then(() => trips.noteLife(drowsy.clock.now()));
  const hooks = { ...nobodyTold, onUnwitnessed: witness };
  const result = await clock.run(connect(home, patient, hooks, new AbortController().signal));
  // It was away from 400 ms on. The first sign of life after that comes at 5570 ms, and from there on it waits as usual.
  expect(result).toMatchObject({ outcome: 'timeout', isWitnessed: true, elapsedMs: 5570 + 1200 });
});
