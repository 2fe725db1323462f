import { describe, expect, test } from 'vitest';
import type { Observation } from '../../../shared/model/observation.ts';
import { type LineQuality, retryOf } from '../../../shared/plan/retries.ts';
import { aControl, aFailedConnect, anObservation, tlsFacts } from '../../support/builders.ts';

const steady: LineQuality = { isLossy: false, hasGaps: false };
const lossy: LineQuality = { isLossy: true, hasGaps: false };
const withGaps: LineQuality = { isLossy: true, hasGaps: true };

const stalled = (change: Partial<Observation> = {}): Observation =>
  anObservation({
    outcome: 'timeout',
    stage: 'ehlo',
    error: { code: 'no-reply', message: '' },
    ...change,
  });

/** The next ask of the first, with all of these known. */
const next = (first: Observation, ...others: Observation[]) => retryOf(first, [first, ...others], lossy);

test('an endpoint whose dialogues stall is asked three times in all', () => {
  expect(next(stalled())).toBe(2);
  expect(next(stalled(), stalled())).toBe(3);
  expect(next(stalled(), stalled(), stalled())).toBeNull();
});

test('a port that says nothing to another way of beginning either is asked that once, where sending works by another', () => {
  const crossed = stalled({ port: 587, security: 'tls', stage: 'tls' });
  expect(next(crossed)).toBe(2);
  expect(next(crossed, anObservation({ port: 465, security: 'tls' }))).toBeNull();
  expect(next(crossed, anObservation({ port: 2525 })), 'no port for sending').toBe(2);
  expect(next(stalled({ port: 587 }), anObservation({ port: 465, security: 'tls' })), 'the usual way').toBe(
    2,
  );
});

test('a port that falls silent at all addresses of the user’s is asked three times at different times, not three times at each', () => {
  const at = (startedMs: number, change: Partial<Observation> = {}) =>
    stalled({
      startedMs,
      elapsedMs: 6_000,
      timings: { connect: 500, greeting: 500, ehlo: 5_000 },
      ...change,
    });
  const first = at(0);
  const elsewhere = [
    at(7_000, { family: 6 }),
    at(14_000, { host: 'smtp.example.org', address: '192.0.2.11' }),
  ];
  expect(next(first, ...elsewhere)).toBeNull();
  const atOnce = elsewhere.map((o) => ({ ...o, startedMs: 100 }));
  expect(next(first, ...atOnce), 'all at one moment').toBe(2);
  const works = anObservation({ host: 'smtp.example.org', address: '192.0.2.11' });
  expect(next(first, ...elsewhere, works), 'it came through elsewhere').toBe(2);
  expect(next(first, ...elsewhere.map((o) => ({ ...o, stage: 'tls' as const }))), 'at another point').toBe(2);
});

test('whatever was said in another dialogue there is an answer', () => {
  expect(next(stalled(), anObservation())).toBeNull();
  const refused = anObservation({ outcome: 'rejected', stage: 'greeting' });
  expect(next(stalled(), refused)).toBeNull();
});

test('other families, ports and securities are other matters, and so is a connection dropped unheard', () => {
  const others = [
    anObservation({ family: 6 }),
    anObservation({ port: 25 }),
    anObservation({ security: 'none' }),
    anObservation({ outcome: 'cancelled', stage: 'connect', timings: { connect: 40 } }),
  ];
  expect(next(stalled(), ...others)).toBe(2);
});

test('one port for sending that alone is silent is tried once more on a line that loses packets', () => {
  const silent = aFailedConnect({ port: 587, witnessed: true, startedMs: 0, elapsedMs: 1_200 });
  const other = anObservation({ port: 465, security: 'tls', startedMs: 2_000 });
  const stranger = aControl('gmx.net', { port: 587, startedMs: 2_000 });

  expect(next(silent, other, stranger)).toBe(2);
  expect(next(silent, { ...silent, id: 'again' }, other, stranger), 'twice').toBeNull();
  expect(next(silent, other), 'no stranger is reached on it').toBeNull();
  expect(next(silent, stranger), 'nothing of the server is reached').toBeNull();
  expect(retryOf(silent, [silent, other, stranger], steady), 'nothing was lost').toBeNull();
  const elsewhere = { ...silent, port: 143, role: 'incoming' as const };
  expect(next(elsewhere, other, stranger), 'not for sending').toBeNull();
});

test('a refusal while nobody else was heard is asked for again on the ports for sending once somebody is: a router says no on a dead line too', () => {
  const turnedAway = (port: number, witnessed: boolean) =>
    aFailedConnect({ outcome: 'refused', port, witnessed, startedMs: 0, elapsedMs: 1000 });
  const heard = anObservation({ role: 'portal', port: 80, startedMs: 1500, elapsedMs: 300 });

  expect(next(turnedAway(587, false), heard)).toBe(2);
  expect(next(turnedAway(587, false))).toBeNull();
  expect(next(turnedAway(587, true), heard)).toBeNull();
  expect(next(turnedAway(2525, false), heard)).toBeNull();
});

test('and so is “no way”, unless nobody at all was reached over that family', () => {
  const away = (change: Partial<Observation> = {}) =>
    aFailedConnect({
      outcome: 'unreachable',
      port: 587,
      witnessed: false,
      startedMs: 0,
      elapsedMs: 1000,
      ...change,
    });
  const heard = anObservation({ role: 'portal', port: 80, startedMs: 1500, elapsedMs: 300 });

  expect(next(away(), heard)).toBe(2);
  expect(next(away({ witnessed: true }), heard)).toBeNull();
  const stranger = (outcome: 'unreachable' | 'timeout') =>
    aControl('google.com', { port: 587, outcome, stage: 'connect', timings: {} });
  expect(next(away({ witnessed: true }), heard, stranger('timeout')), 'said of nobody else').toBe(2);
  expect(next(away({ witnessed: true }), heard, stranger('unreachable'))).toBeNull();
  expect(next(away({ port: 2525 }), heard)).toBeNull();
  expect(next(away({ family: 6 }), heard)).toBeNull();
});

test('what was proven, one way or the other, is not asked again', () => {
  expect(next(aFailedConnect())).toBeNull();
  expect(next(aFailedConnect({ outcome: 'refused' }))).toBeNull();
  expect(next(anObservation())).toBeNull();
});

describe('on a line that loses nothing the silence of a dialogue', () => {
  const silent = (change: Partial<Observation> = {}): Observation =>
    stalled({
      startedMs: 100,
      elapsedMs: 10_200,
      timings: { connect: 80, greeting: 100, ehlo: 10_000 },
      ...change,
    });
  const first = silent();
  const asked = (...others: Observation[]) => retryOf(first, [first, ...others], steady);
  /** Connected before, and heard afterwards. */
  const spanning = anObservation({
    port: 25,
    startedMs: 100,
    elapsedMs: 900,
    timings: { connect: 80, greeting: 100, ehlo: 700 },
  });

  test('is the server’s own where a connection of before was heard afterwards', () => {
    expect(asked(spanning)).toBeNull();
  });

  test('may be that of a line which was cut and laid anew: a new connection tells', () => {
    const later = { ...spanning, startedMs: 5_000 };
    expect(asked()).toBe(2);
    expect(asked(later)).toBe(2);
    expect(asked(later, silent({ startedMs: 10_400 })), 'twice, at different times').toBeNull();
  });

  test('is not worth another ask on ports by which programs do not send', () => {
    const relay = silent({ port: 25 });
    expect(retryOf(relay, [relay], steady)).toBeNull();
    const receiving = silent({ role: 'incoming', port: 993 });
    expect(retryOf(receiving, [receiving], steady)).toBeNull();
  });

  test('is worth one on a port that stands in for them, while nothing works', () => {
    const standIn = silent({ port: 2525 });
    expect(retryOf(standIn, [standIn], steady)).toBe(2);
    expect(retryOf(standIn, [standIn, anObservation()], steady)).toBeNull();
  });

  test('is worth one over IPv6 on any port, where this host alone never said a word over it and is reached over IPv4', () => {
    const mute = (change: Partial<Observation> = {}) =>
      aFailedConnect({
        role: 'incoming',
        host: 'imap.example.org',
        port: 143,
        family: 6,
        address: '2001:db8::1',
        stage: 'greeting',
        startedMs: 100,
        elapsedMs: 5_580,
        timings: { connect: 80, greeting: 5_500 },
        ...change,
      });
    const first = mute();
    const others = [mute({ port: 110 }), mute({ port: 995, security: 'tls', stage: 'tls' })];
    const overIpv4 = anObservation({
      role: 'incoming',
      host: 'imap.example.org',
      port: 143,
      startedMs: 2_000,
    });
    const beside = anObservation({ family: 6, startedMs: 2_500 });
    const all = [first, ...others, overIpv4, beside];

    expect(
      all.map((o) => retryOf(o, all, steady)),
      'on one port',
    ).toEqual([2, null, null, null, null]);
    expect(retryOf(first, [first, ...others, beside], steady), 'not reached over IPv4').toBeNull();
    expect(retryOf(first, [first, ...others, overIpv4], steady), 'nothing else over IPv6').toBeNull();
    const again = mute({ startedMs: 6_000 });
    expect(retryOf(first, [...all, again], steady), 'twice, at different times').toBeNull();
    const word = mute({ outcome: 'ok', stage: 'done', startedMs: 6_000, port: 993, greeting: '* OK' });
    expect(retryOf(first, [...all, word], steady), 'a word over IPv6').toBeNull();
  });

  test('and a reset alike', () => {
    const reset = anObservation({
      outcome: 'reset',
      stage: 'ehlo',
      timings: { connect: 80, greeting: 100, ehlo: 20 },
    });
    expect(retryOf(reset, [reset], steady)).toBe(2);
    expect(retryOf(reset, [reset, { ...reset, startedMs: 900 }], steady)).toBeNull();
  });
});

describe('a connection that did not come about while nobody was heard', () => {
  const unwitnessed = (startedMs = 0) => aFailedConnect({ witnessed: false, startedMs, elapsedMs: 3000 });
  const somebody = (startedMs: number) =>
    anObservation({ role: 'portal', host: 'portal.example', startedMs, elapsedMs: 80 });

  test('is tried again as soon as somebody is heard, whatever the line lost before', () => {
    expect(retryOf(unwitnessed(), [unwitnessed(), somebody(3100)], steady)).toBe(2);
  });
  test('not before', () => {
    expect(retryOf(unwitnessed(), [unwitnessed()], steady)).toBeNull();
    expect(retryOf(unwitnessed(), [unwitnessed(), somebody(100)], steady)).toBeNull();
  });
  test('not a third time', () => {
    expect(retryOf(unwitnessed(), [unwitnessed(), unwitnessed(4000), somebody(8000)], steady)).toBeNull();
  });
  test('not when a witnessed silence has settled it', () => {
    const proven = aFailedConnect({ witnessed: true, startedMs: 4000 });
    expect(retryOf(unwitnessed(), [unwitnessed(), proven, somebody(8000)], steady)).toBeNull();
  });
  test('not when the endpoint works over the other family', () => {
    const works = anObservation({ port: 25, family: 6, startedMs: 4000 });
    expect(retryOf(unwitnessed(), [unwitnessed(), works], steady)).toBeNull();
  });
});

describe('silence that was witnessed, on a line that is dead now and then', () => {
  const silent = (startedMs = 0) => aFailedConnect({ witnessed: true, startedMs, elapsedMs: 1500 });
  const somebody = anObservation({ role: 'portal', host: 'portal.example', startedMs: 6000 });

  test('is heard twice before it counts', () => {
    expect(retryOf(silent(), [silent(), somebody], withGaps)).toBe(2);
    expect(retryOf(silent(), [silent(), silent(2000), somebody], withGaps)).toBeNull();
    expect(retryOf(silent(), [silent(), somebody], lossy)).toBeNull();
  });
  test('also where the other family works', () => {
    const works = anObservation({ port: 25, family: 6, startedMs: 4000 });
    expect(retryOf(silent(), [silent(), works], withGaps)).toBe(2);
  });
  test('not when it connected another time', () => {
    const works = anObservation({ port: 25, startedMs: 4000 });
    expect(retryOf(silent(), [silent(), works], withGaps)).toBeNull();
  });
});

test('silence that was witnessed counts once more where dialogues with that server were as silent, and came through later', () => {
  const unconnected = aFailedConnect({ port: 587, witnessed: true, startedMs: 700, elapsedMs: 2_100 });
  const fellSilent = stalled({
    port: 465,
    security: 'tls',
    startedMs: 700,
    elapsedMs: 3_400,
    timings: { connect: 100, tls: 200, greeting: 100, ehlo: 3_000 },
  });
  const cameThrough = anObservation({ port: 465, security: 'tls', startedMs: 4_800 });
  const asked = (...others: Observation[]) => retryOf(unconnected, [unconnected, ...others], steady);

  expect(asked(fellSilent, cameThrough)).toBe(2);
  expect(asked(fellSilent), 'it never did').toBeNull();
  expect(asked({ ...fellSilent, startedMs: 3_000 }, cameThrough), 'at another time').toBeNull();
  const elsewhere = { address: '192.0.2.99', host: 'else.example' };
  expect(asked({ ...fellSilent, ...elsewhere }, { ...cameThrough, ...elsewhere })).toBeNull();
});

test('a port that speaks TLS from the first byte rightly does not greet in plain text', () => {
  const silent = stalled({ port: 465, stage: 'greeting', error: { code: 'no-greeting', message: '' } });
  const speaksTls = anObservation({ port: 465, security: 'tls', tls: tlsFacts() });
  expect(next(silent)).toBe(2);
  expect(next(silent, speaksTls)).toBeNull();
});
