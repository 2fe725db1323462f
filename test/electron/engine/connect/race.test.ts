import { expect, test } from 'vitest';
import { preferences } from '../../../../electron/engine/connect/preferences.ts';
import { roundTrips } from '../../../../electron/engine/connect/round-trips.ts';
import { fakeSystem } from '../../../support/fake-system.ts';
import { aProbe, probing } from '../../../support/probing.ts';
import { say, scriptedServer } from '../../../support/scripted-server.ts';

const four = { ipAddress: '192.0.2.10', family: 4 } as const;
const otherFour = { ipAddress: '192.0.2.11', family: 4 } as const;
const six = { ipAddress: '2001:db8::10', family: 6 } as const;
const otherSix = { ipAddress: '2001:db8::11', family: 6 } as const;
const plain = aProbe({ protocol: 'tcp', security: 'none' });

test('the second address starts 250 ms after a silent first, wins, and does not wait for the fate of the loser', async () => {
  const system = fakeSystem({ '192.0.2.10:587': { rttMs: 30, answer: [scriptedServer()] } });
  const seenAtMs: number[] = [];
  const { observations } = await system.clock.run(
    probing(system, plain, {
      addresses: [six, four],
      onObserved: () => seenAtMs.push(system.clock.now()),
    }).then(() => probing(fakeSystem({}), plain, { signal: AbortSignal.abort() })),
  );
  expect(observations).toHaveLength(1);
  expect(system.dialled.filter(({ family }) => family === 4)).toMatchObject([{ atMs: 250 }]);
  expect(seenAtMs).toEqual([280, 1200]);
});

test('the silent loser is a timeout of its own, on the evidence of its sibling', async () => {
  const system = fakeSystem({ '192.0.2.10:587': { rttMs: 30, answer: [scriptedServer()] } });
  const { observations } = await system.clock.run(probing(system, plain, { addresses: [six, four] }));
  expect(observations).toMatchObject([
    {
      address: '192.0.2.10',
      family: 4,
      outcome: 'ok',
      startedMs: 250,
      elapsedMs: 30,
      timings: { connect: 30 },
    },
    {
      address: '2001:db8::10',
      family: 6,
      outcome: 'timeout',
      stage: 'connect',
      attempts: 6,
      elapsedMs: 1200,
    },
  ]);
  expect(observations[1]?.timings.connect).toBeUndefined();
});

test.each([
  ['an address that answers on another port is suspected at once', '2001:db8::10', 40, 120],
  ['and waits for its answer only, not for that of the other family', '2001:db8::10', 97, 291],
  ['an address nobody has heard is suspected once the other family is silent too', '198.51.100.1', 40, 500],
])('%s', async (_name, answering, roundTripMs, suspectedAtMs) => {
  const system = fakeSystem({});
  const trips = roundTrips();
  trips.record(answering, roundTripMs);
  const suspected: number[] = [];
  await system.clock.run(
    probing(system, plain, {
      addresses: [six, four],
      roundTrips: trips,
      onProgress: (_stage, silent) => silent && suspected.push(system.clock.now()),
    }),
  );
  expect(suspected).toEqual([suspectedAtMs]);
});

test('a refused first address makes room at once', async () => {
  const system = fakeSystem({
    '[2001:db8::10]:587': { answer: 'ECONNREFUSED' },
    '2001:db8::10:587': { rttMs: 4, answer: 'ECONNREFUSED' },
    '192.0.2.10:587': { rttMs: 30, answer: [scriptedServer()] },
  });
  const { observations } = await system.clock.run(probing(system, plain, { addresses: [six, four] }));
  expect(observations).toMatchObject([
    { family: 4, outcome: 'ok', startedMs: 4 },
    { family: 6, outcome: 'refused', elapsedMs: 4, witnessed: true, error: { code: 'ECONNREFUSED' } },
  ]);
});

test('a loser that connects late is closed at once and is no failure', async () => {
  const late = scriptedServer(say('220 too late'));
  const system = fakeSystem({
    '2001:db8::10:587': { rttMs: 300, answer: [late] },
    '192.0.2.10:587': { rttMs: 10, answer: [scriptedServer()] },
  });
  const { observations } = await system.clock.run(probing(system, plain, { addresses: [six, four] }));
  expect(observations[1]).toMatchObject({
    family: 6,
    outcome: 'cancelled',
    stage: 'connect',
    timings: { connect: 300 },
  });
  expect(late.isClosed).toBe(true);
});

test('an address that was never started is not spoken of', async () => {
  const system = fakeSystem({ '192.0.2.10:587': { rttMs: 30, answer: [scriptedServer()] } });
  const { observations } = await system.clock.run(
    probing(system, plain, { addresses: [four, otherFour, six] }),
  );
  expect(observations.map(({ address }) => address)).toEqual(['192.0.2.10']);
});

test('families take turns, beginning with the first of DNS, and at most six addresses are tried', async () => {
  const system = fakeSystem({});
  const more = [12, 13, 14, 15].map((n) => ({ ipAddress: `192.0.2.${n}`, family: 4 }) as const);
  const addresses = [four, otherFour, ...more, six, otherSix];
  const { observations } = await system.clock.run(probing(system, plain, { addresses }));
  const firstDials = [...new Set(system.dialled.map(({ ipAddress }) => ipAddress))];
  expect(firstDials).toEqual([
    '192.0.2.10',
    '2001:db8::10',
    '192.0.2.11',
    '2001:db8::11',
    '192.0.2.12',
    '192.0.2.13',
  ]);
  expect(observations).toHaveLength(6);
  expect(observations.every(({ outcome }) => outcome === 'timeout')).toBe(true);
});

test('what one port has learnt about families another port of the host uses', async () => {
  const learnt = preferences();
  const system = fakeSystem({
    '192.0.2.10:587': { rttMs: 30, answer: [scriptedServer()] },
    '192.0.2.10:465': { rttMs: 30, answer: [scriptedServer()] },
  });
  const addresses = [six, four];
  await system.clock.run(probing(system, plain, { addresses, preferences: learnt }));
  const { observations } = await system.clock.run(
    probing(system, { ...plain, port: 465 }, { addresses, preferences: learnt }),
  );
  expect(observations).toMatchObject([{ family: 4, outcome: 'ok' }]);
});

test('a family that has no way out is not tried first again', async () => {
  const learnt = preferences();
  const system = fakeSystem({
    '2001:db8::10:587': { rttMs: 1, answer: 'EHOSTUNREACH' },
    '192.0.2.10:587': { rttMs: 30, answer: [scriptedServer()] },
  });
  await system.clock.run(probing(system, plain, { addresses: [six, four], preferences: learnt }));
  expect(learnt.of('mail.example.org')).toBe(4);
});

test('a family that was only refused on one port is tried first again', async () => {
  const learnt = preferences();
  const system = fakeSystem({
    '2001:db8::10:587': { rttMs: 1, answer: 'ECONNREFUSED' },
    '192.0.2.10:587': { rttMs: 30, answer: [scriptedServer()] },
  });
  await system.clock.run(probing(system, plain, { addresses: [six, four], preferences: learnt }));
  expect(learnt.of('mail.example.org')).toBeNull();
});

test('an address that answers while another is waited for wins in that moment', async () => {
  const system = fakeSystem({ '2001:db8::10:587': { rttMs: 300, answer: [scriptedServer()] } });
  const seenAtMs: number[] = [];
  await system.clock.run(
    probing(system, plain, {
      addresses: [six, four, otherSix], // the third would start at 500 ms
      onObserved: () => seenAtMs.push(system.clock.now()),
    }),
  );
  expect(seenAtMs[0]).toBe(300);
});

test('silence of a loser is not told when another has won', async () => {
  const system = fakeSystem({ '192.0.2.10:587': { rttMs: 30, answer: [scriptedServer()] } });
  const trips = roundTrips();
  trips.record('2001:db8::10', 300); // suspicious after 900 ms
  const { progress, observations } = await system.clock.run(
    probing(system, plain, { addresses: [six, four], roundTrips: trips }),
  );
  expect(observations).toMatchObject([{ outcome: 'ok' }, { outcome: 'timeout' }]);
  expect(progress).not.toContain('silent');
});

test('silence of one family is not told while the other connects; silence of both is', async () => {
  const open = fakeSystem({ '192.0.2.10:587': { rttMs: 30, answer: [scriptedServer()] } });
  const one = await open.clock.run(probing(open, plain, { addresses: [six, four] }));
  expect(one.progress).not.toContain('silent');

  const shut = fakeSystem({});
  const none = await shut.clock.run(probing(shut, plain, { addresses: [six, four] }));
  expect(none.progress.filter((word) => word === 'silent')).toHaveLength(1);
});

test('silence of the first family is not told while the second is still on its way', async () => {
  const system = fakeSystem({ '192.0.2.10:587': { rttMs: 100, answer: [scriptedServer()] } });
  const known = roundTrips();
  known.record('198.51.100.1', 100); // silence is suspicious after 300 ms; the second starts at 250 and answers at 350
  const { progress } = await system.clock.run(
    probing(system, plain, { addresses: [six, four], roundTrips: known }),
  );
  expect(progress).not.toContain('silent');
});

test('an abort gives every started address its observation at once', async () => {
  const system = fakeSystem({});
  const stop = new AbortController();
  const running = probing(system, plain, { addresses: [six, four], signal: stop.signal });
  void system.clock.sleep(600, new AbortController().signal).then(() => stop.abort());
  const { observations } = await system.clock.run(running);
  expect(observations).toMatchObject([
    { outcome: 'cancelled', stage: 'connect', elapsedMs: 600 },
    { outcome: 'cancelled', stage: 'connect', elapsedMs: 350 },
  ]);
  expect(system.dialling()).toBe(0);
  expect(system.clock.sleepers()).toBe(0);
});

test('an abort starts no further address', async () => {
  const system = fakeSystem({});
  const stop = new AbortController();
  const running = probing(system, plain, { addresses: [six, four], signal: stop.signal });
  void system.clock.sleep(100, new AbortController().signal).then(() => stop.abort());
  const { observations } = await system.clock.run(running);
  expect(observations).toMatchObject([{ family: 6, outcome: 'cancelled', elapsedMs: 100 }]);
});

test('a probe that is cancelled before it begins still says so', async () => {
  const system = fakeSystem({});
  const { observations } = await system.clock.run(probing(system, plain, { signal: AbortSignal.abort() }));
  expect(observations).toMatchObject([{ outcome: 'cancelled', stage: 'connect' }]);
});

test.each([
  ['a control, near', { role: 'reference' } as const, '198.51.100.1', 60, 90],
  ['a control, next door', { role: 'reference' } as const, '198.51.100.1', 4, 50],
  ['a control, far', { role: 'portal' } as const, '198.51.100.1', 300, 250],
  ['the connectivity check, near', { role: 'portal' } as const, '198.51.100.1', 60, 90],
  ["the user's server, near (by then its silence is suspicious)", {}, '2001:db8::10', 60, 180],
  ["the user's server, next door", {}, '2001:db8::10', 4, 120],
  ["the user's server, far", {}, '2001:db8::10', 300, 450],
  ["the user's server while only others are known", {}, '198.51.100.1', 300, 250],
])(
  'how long the first address of %s may answer before the second is tried',
  async (_name, change, known, rttMs, atMs) => {
    const system = fakeSystem({});
    const trips = roundTrips();
    trips.record(known, rttMs);
    await system.clock.run(
      probing(system, { ...plain, ...change }, { addresses: [six, four], roundTrips: trips }),
    );
    expect(system.dialled.find(({ family }) => family === 4)?.atMs).toBe(atMs);
  },
);

test('the place is lent when both families have left two SYNs unanswered, and had back by the one that answers', async () => {
  const lentAtMs: number[] = [];
  const events: string[] = [];
  const system = fakeSystem({
    '192.0.2.10:587': { rttMs: 30, losesSyn: (n) => n <= 4, answer: [scriptedServer()] },
  });
  const trips = roundTrips();
  trips.record('2001:db8::10', 30);
  const slot = {
    yield: () => {
      events.push('yield');
      lentAtMs.push(system.clock.now());
    },
    tryReacquire: () => {
      events.push('reacquire');
      return true;
    },
    reacquire: () => expect.unreachable('the slot was free'),
    release: () => events.push('release'),
  };
  await system.clock.run(probing(system, plain, { addresses: [six, four], roundTrips: trips, slot }));
  // IPv4 begins when IPv6 is suspicious, its second SYN follows 250 ms later; after the dialogue the fate of IPv6 is still open.
  expect(lentAtMs[0]).toBe(120 + 250 + 50);
  expect(events).toEqual(['yield', 'reacquire', 'yield', 'release']);
});
