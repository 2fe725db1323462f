import { expect, test } from 'vitest';
import { answerMoments } from '../../../shared/model/answer-moments.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { anObservation } from '../../support/builders.ts';

const dialogue = (change: Partial<Observation> = {}): Observation =>
  anObservation({
    startedMs: 100,
    elapsedMs: 700,
    timings: { connect: 100, greeting: 100, ehlo: 200, starttls: 100, tls: 200 },
    ...change,
  });

test('each answer of a dialogue that came to its end is a moment at which somebody was heard', () => {
  expect(answerMoments(dialogue())).toEqual([200, 300, 400, 500, 700, 800]);
});

test('when the first answer to EHLO came is not known where one of the two was late, or the dialogue went on to no end', () => {
  const late = dialogue({
    elapsedMs: 1_500,
    timings: { connect: 100, greeting: 100, ehlo: 1_000, starttls: 100, tls: 200 },
  });
  expect(answerMoments(late)).toEqual([200, 300, 1_600]);
  expect(answerMoments(dialogue({ outcome: 'rejected' }))).toEqual([200, 300, 800]);
});

test('an end that we made in silence is no answer', () => {
  const silent = dialogue({
    outcome: 'timeout',
    timings: { connect: 100, greeting: 600 },
    greeting: undefined,
  });
  expect(answerMoments(silent)).toEqual([200]);
});
