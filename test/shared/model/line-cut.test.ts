import { expect, test } from 'vitest';
import { mayBeOfCutLine } from '../../../shared/model/line-cut.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { anObservation } from '../../support/builders.ts';

const unanswered = { greeting: undefined, tls: undefined } as const;

/** Connected at 200 ms, and nothing came any more. */
const silent = (change: Partial<Observation> = {}): Observation =>
  anObservation({
    ...unanswered,
    outcome: 'timeout',
    stage: 'greeting',
    startedMs: 100,
    elapsedMs: 30_100,
    timings: { connect: 100, greeting: 30_000 },
    ...change,
  });

/** Connected at 200 ms, and reset when 600 ms had passed. */
const reset = (change: Partial<Observation> = {}): Observation =>
  silent({ outcome: 'reset', elapsedMs: 500, timings: { connect: 100, greeting: 400 }, ...change });

/** Answered for the last time `answerMs` after a connection was made at `startedMs` and 40 ms, and greeted at once. */
const heard = (startedMs: number, answerMs: number): Observation =>
  anObservation({
    port: 993,
    startedMs,
    elapsedMs: 40 + answerMs,
    timings: { connect: 40, greeting: 40, ehlo: answerMs - 40 },
  });

const isOfCutLine = (one: Observation, ...others: Observation[]): boolean =>
  mayBeOfCutLine(one, [one, ...others]);

test.each([
  ['silence', silent()],
  ['a reset', reset()],
  ['an early end', reset({ outcome: 'closed' })],
])('%s may be that of a line which was cut, where only later connections are heard', (_what, one) => {
  expect(isOfCutLine(one)).toBe(true);
  expect(isOfCutLine(one, heard(3_000, 400)), 'made later').toBe(true);
  expect(isOfCutLine(one, heard(100, 90)), 'ended before').toBe(true);
});

test('not where a connection of before was heard when the answer was due', () => {
  expect(isOfCutLine(silent(), heard(100, 800))).toBe(false);
  expect(isOfCutLine(reset(), heard(100, 800))).toBe(false);
  const overIpv6 = { ...heard(100, 800), family: 6 as const };
  expect(isOfCutLine(silent(), overIpv6), 'the other family may be tunnelled elsewhere').toBe(true);
});

test('nor where connections that follow each other were heard all the while', () => {
  const pausing = anObservation({
    startedMs: 100,
    elapsedMs: 5_100,
    timings: { connect: 100, greeting: 5_000 },
  });
  const meanwhile = heard(2_000, 9_000);
  expect(isOfCutLine(silent(), pausing), 'heard until shortly before the answer was due at the latest').toBe(
    true,
  );
  expect(isOfCutLine(silent(), pausing, meanwhile)).toBe(false);
  expect(isOfCutLine(silent(), pausing, heard(5_170, 9_000)), 'made when nobody was heard any more').toBe(
    true,
  );
});

test('an end that comes later than another is no word on it', () => {
  expect(
    isOfCutLine(reset(), reset({ port: 465, elapsedMs: 900, timings: { connect: 100, greeting: 800 } })),
  ).toBe(true);
});

test('a server that is known to pause before it greets is due only after that pause', () => {
  const pausing = anObservation({ startedMs: 20_000, timings: { connect: 100, greeting: 5_000 } });
  expect(isOfCutLine(silent(), pausing, heard(100, 800))).toBe(true);
  expect(isOfCutLine(silent(), pausing, heard(100, 8_000))).toBe(false);
});

test('shorter silence than that pause says nothing of another time, on whatever is begun there', () => {
  const pausing = anObservation({ startedMs: 20_000, timings: { connect: 100, greeting: 5_000 } });
  const later = (change: Partial<Observation>, silentMs: number): Observation =>
    silent({ startedMs: 40_000, port: 2525, elapsedMs: silentMs + 100, ...change });
  const greeting = (ms: number) => later({ timings: { connect: 100, greeting: ms } }, ms);
  const crossed = (ms: number) =>
    later({ security: 'tls', stage: 'tls', timings: { connect: 100, tls: ms } }, ms);
  for (const short of [greeting(2_500), crossed(2_500)])
    expect(isOfCutLine(silent(), pausing, short)).toBe(true);
  for (const long of [greeting(9_000), crossed(9_000)])
    expect(isOfCutLine(silent(), pausing, long)).toBe(false);
});

test('one that was overdue when the check ended fails at another time as well; one that was merely not there yet does not', () => {
  const left = (silentMs: number): Observation =>
    silent({
      port: 2525,
      outcome: 'cancelled',
      startedMs: 8_000,
      elapsedMs: 100 + silentMs,
      timings: { connect: 100, greeting: silentMs },
    });
  expect(isOfCutLine(silent(), left(3_000))).toBe(false);
  expect(isOfCutLine(silent(), left(500))).toBe(true);
  expect(isOfCutLine(left(3_000)), 'it did not fail').toBe(false);
});

test('not where the same server, or a stranger’s, failed so at another time as well', () => {
  expect(isOfCutLine(silent(), silent({ port: 465 })), 'at the same time').toBe(true);
  expect(isOfCutLine(silent(), silent({ port: 465, startedMs: 4_000 }))).toBe(false);
  expect(isOfCutLine(silent(), silent({ address: '192.0.2.99', startedMs: 4_000 }))).toBe(true);
  const stranger = { role: 'reference', control: 'mail', address: '192.0.2.99', startedMs: 4_000 } as const;
  expect(isOfCutLine(silent(), silent(stranger))).toBe(false);
});

test('what answered, or does not tell how long it was silent, is not doubted; nor is a stranger', () => {
  expect(isOfCutLine(anObservation())).toBe(false);
  expect(isOfCutLine(anObservation({ outcome: 'rejected', stage: 'ehlo' }))).toBe(false);
  expect(isOfCutLine(silent({ timings: { connect: 100 } }))).toBe(false);
  expect(isOfCutLine(silent({ role: 'reference', control: 'mail' }))).toBe(false);
});
