import { expect, test } from 'vitest';
import { provenFailure, refusalOrigin } from '../../../shared/diagnose/proof.ts';
import { aFailedConnect, anObservation } from '../../support/builders.ts';

const answering = anObservation({ startedMs: 300 });
const refusedNearBy = { outcome: 'refused', attempts: 1, elapsedMs: 3 } as const;
const noRoute = { outcome: 'unreachable', elapsedMs: 1 } as const;

test.each([
  ['four SYNs over 1.45 s while another endpoint answered', {}, [answering], 'timeout'],
  ['two SYNs only', { attempts: 2 }, [answering], null],
  ['an unknown number of SYNs', { attempts: undefined as never }, [answering], null],
  ['less than 1.2 s', { elapsedMs: 1100 }, [answering], null],
  ['nothing else answered at all', {}, [aFailedConnect({ port: 587 })], null],
  ['something answered only before', { startedMs: 5000 }, [answering], null],
  ['something answered only afterwards', {}, [anObservation({ startedMs: 4000 })], null],
  ['nobody was heard so late in it that the line was alive', { witnessed: false }, [answering], null],
  ['others were heard late in it', { witnessed: true }, [answering], 'timeout'],
  ['cancelled', { outcome: 'cancelled' as const }, [answering], null],
  ['refused by the server itself', { outcome: 'refused' as const, elapsedMs: 41 }, [answering], 'refused'],
  ['refused near by, with others heard meanwhile', { ...refusedNearBy, witnessed: true }, [], 'refused'],
  ['refused near by, with nobody heard meanwhile', { ...refusedNearBy, witnessed: false }, [answering], null],
  ['refused, in an older report, when others were heard', refusedNearBy, [answering], 'refused'],
  ['refused, in an older report, when nobody was heard', refusedNearBy, [], null],
  ['no route, with others heard meanwhile', { ...noRoute, witnessed: true }, [], 'unreachable'],
  ['no route, with nobody heard meanwhile', { ...noRoute, witnessed: false }, [answering], null],
  ['no route, in an older report', noRoute, [answering], null],
  ['connected, then silent', { timings: { connect: 40 }, stage: 'greeting' as const }, [answering], null],
])('silence counts or not: %s', (_name, change, others, expected) => {
  const o = aFailedConnect(change);
  expect(provenFailure(o, [o, ...others])).toBe(expected);
});

test('one that connected long before and said its last word in that time answered in that time', () => {
  const o = aFailedConnect({ startedMs: 10_000 });
  expect(provenFailure(o, [o, anObservation({ startedMs: 0, elapsedMs: 10_500 })])).toBe('timeout');
});

test('one that connected long before and was still silent afterwards did not', () => {
  const o = aFailedConnect({ startedMs: 10_000 });
  const silent = anObservation({
    outcome: 'timeout',
    stage: 'greeting',
    timings: { connect: 40 },
    elapsedMs: 10_500,
  });
  expect(provenFailure(o, [o, silent])).toBe(null);
});

test('a refusal proves that the line lives only when it came from the server itself', () => {
  const o = aFailedConnect({ startedMs: 1000 });
  const open = anObservation({ elapsedMs: 300 });
  const refused = (elapsedMs: number) =>
    aFailedConnect({
      port: 26,
      outcome: 'refused',
      attempts: 1,
      startedMs: 1100,
      elapsedMs,
      timings: {},
    });
  expect(provenFailure(o, [o, open, refused(41)])).toBe('timeout');
  expect(provenFailure(o, [o, open, refused(2)])).toBe(null);
});

test.each([
  ['a tenth of the round trip', 4, 40, 'nearby'],
  ['about the round trip', 41, 40, 'server'],
  ['neither clearly', 20, 40, 'unknown'],
  ['round trips too short to tell', 1, 5, 'unknown'],
])('where a refusal came from: %s', (_name, elapsedMs, connect, expected) => {
  const refused = aFailedConnect({ outcome: 'refused', elapsedMs, timings: {} });
  const open = anObservation({ timings: { connect } });
  expect(refusalOrigin(refused, [refused, open])).toBe(expected);
});

test('the lookup of a name came before the attempt, and is no part of the time in which it was answered', () => {
  const dns = 35;
  const open = anObservation({ timings: { dns, connect: 40 } });
  const refused = aFailedConnect({ port: 26, outcome: 'refused', elapsedMs: 41, timings: { dns } });
  expect(refusalOrigin(refused, [refused, open])).toBe('server');

  const silent = aFailedConnect({ startedMs: 1000 });
  const mute = anObservation({
    outcome: 'timeout',
    stage: 'greeting',
    timings: { dns: 2000, connect: 40 },
    elapsedMs: 30_040,
  });
  expect(provenFailure(silent, [silent, mute])).toBe(null);
});

test('the round trip to another host says nothing about a refusal', () => {
  const refused = aFailedConnect({ outcome: 'refused', elapsedMs: 1, timings: {} });
  expect(refusalOrigin(refused, [refused, anObservation({ address: '192.0.2.99' })])).toBe('unknown');
});

test('one that connected only by a late attempt was heard when that attempt was answered, not before', () => {
  // Started at 1000 ms, connected at 4360: nothing was heard until then.
  const late = anObservation({
    startedMs: 1000,
    elapsedMs: 3400,
    attempts: 7,
    timings: { connect: 40, greeting: 40 },
    stage: 'greeting',
    outcome: 'rejected',
  });
  const before = aFailedConnect({ startedMs: 500, elapsedMs: 1500 });
  const meanwhile = aFailedConnect({ startedMs: 3000, elapsedMs: 1450 });
  expect(provenFailure(before, [before, late])).toBeNull();
  expect(provenFailure(meanwhile, [meanwhile, late])).toBe('timeout');
});

test('a greeting that was waited for in vain is no sign of life at its end', () => {
  const silent = anObservation({
    startedMs: 0,
    elapsedMs: 10_040,
    timings: { connect: 40, greeting: 10_000 },
    stage: 'greeting',
    outcome: 'timeout',
  });
  const o = aFailedConnect({ startedMs: 9000 });
  expect(provenFailure(o, [o, silent])).toBeNull();
});

test('when a later attempt was refused, it is not known when', () => {
  const server = anObservation({ timings: { connect: 40 }, startedMs: 9000 });
  const refused = aFailedConnect({
    port: 26,
    outcome: 'refused',
    attempts: 1,
    startedMs: 300,
    elapsedMs: 40,
  });
  const o = aFailedConnect();
  expect(provenFailure(o, [o, server, refused])).toBe('timeout');
  expect(provenFailure(o, [o, server, { ...refused, attempts: 2 }])).toBeNull();
});
