import { describe, expect, test } from 'vitest';
import { mayBeLosses } from '../../../shared/diagnose/lossy-line.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { anObservation } from '../../support/builders.ts';

/** Fell silent when TLS was to begin. */
const stuck = (change: Partial<Observation> = {}): Observation => {
  const { tls: _tls, capabilities: _capabilities, auth: _auth, ...rest } = anObservation();
  return {
    ...rest,
    outcome: 'timeout',
    stage: 'tls',
    timings: { connect: 500, greeting: 500, ehlo: 900, starttls: 500, tls: 5_500 },
    error: { code: 'no-reply', message: '' },
    ...change,
  };
};
/** Four answers after the greeting, of which the last came after `ms`. */
const answered = (ms: number, change: Partial<Observation> = {}): Observation =>
  anObservation({
    port: 2525,
    timings: { connect: 500, greeting: 500, ehlo: 1_000, starttls: 500, tls: ms },
    ...change,
  });

const isChance = (tries: readonly Observation[], ...others: Observation[]): boolean => {
  const all = [...tries, ...others];
  const own = all.filter(({ role }) => role !== 'reference');
  return mayBeLosses(tries[0] ?? stuck(), { all, own });
};

describe('three silences in a row at one point', () => {
  const thrice = [stuck(), stuck(), stuck()];

  test('are the server’s where nobody else’s answer took as long', () => {
    expect(isChance(thrice, answered(900), answered(4_000, { port: 26 }))).toBe(false);
    expect(isChance([stuck()], answered(900))).toBe(false);
  });

  test('may be chance where every fourth answer takes as long elsewhere, or stays away', () => {
    expect(isChance(thrice, answered(6_000), answered(7_000, { port: 26 }))).toBe(true);
    const lost = stuck({ role: 'reference', control: 'mail', host: 'mail.gmx.net' });
    expect(isChance(thrice, lost, answered(900))).toBe(true);
    const cameThroughLater = [stuck({ port: 2525 }), answered(900)];
    expect(isChance(thrice, ...cameThroughLater)).toBe(true);
  });

  test('are the server’s where one answer of many did', () => {
    const many = Array.from({ length: 6 }, () => answered(900, { role: 'incoming', port: 143 }));
    expect(isChance(thrice, answered(6_000), ...many)).toBe(false);
    expect(isChance([stuck()], answered(6_000), ...many), 'one try').toBe(true);
  });

  test('are so on two ports, where neither ever came through', () => {
    const other = [1, 2, 3].map(() => stuck({ port: 465 }));
    expect(isChance(thrice, ...other, answered(900))).toBe(false);
  });
});

test('what ended otherwise, or never said a word, has its own proof', () => {
  const lost = [answered(6_000), answered(6_000, { port: 26 })];
  expect(isChance([stuck({ outcome: 'reset' })], ...lost)).toBe(false);
  const { greeting: _greeting, ...mute } = stuck({
    stage: 'greeting',
    timings: { connect: 500, greeting: 5_500 },
  });
  expect(isChance([mute], ...lost)).toBe(false);
});
