import { expect, test } from 'vitest';
import { diagnose } from '../../../../shared/diagnose/diagnose.ts';
import { worded } from '../../../../shared/diagnose/worded.ts';
import type { Judgement } from '../../../../shared/model/finding.ts';
import { recommend } from '../../../../shared/recommend/recommend.ts';
import { anObservation, tlsFacts } from '../../../support/builders.ts';
import { english } from '../../../support/english.ts';
import { evidenceOf, type World } from '../world.ts';

function headlineOf(findings: readonly Judgement[]): string {
  const found = findings.find(({ code }) => code === 'network-changed');
  return found ? worded(found, english).headline : '';
}

const blocked: World = {
  own: { 25: 'unreachable', 587: 'open' },
  large: { 25: 'unreachable', 587: 'open' },
  small: { 25: 'unreachable' },
};

test('what looked like a block while the network was away is none, and that is told', () => {
  const evidence = evidenceOf(blocked);
  expect(diagnose(evidence).verdict.code).toBe('port-25-blocked');
  const { verdict, findings } = diagnose({
    ...evidence,
    disturbances: [{ kind: 'lost', fromMs: 0, untilMs: 900 }],
  });
  expect(verdict.code).toBe('all-clear');
  expect(findings).toMatchObject([{}, { code: 'network-changed', severity: 'note', confidence: 'certain' }]);
  expect(headlineOf(findings)).toMatch(/away for a moment/);
});

test('in another network nothing of the first one counts, not even what worked', () => {
  const evidence = evidenceOf({ own: { 587: 'open' } });
  const disturbances = [{ kind: 'other-network' as const, fromMs: 2000, untilMs: 2500 }];
  expect(recommend({ ...evidence, disturbances })).toBeNull();
  const { verdict, findings } = diagnose({ ...evidence, recommendation: null, disturbances });
  expect(verdict.code).toBe('inconclusive');
  expect(findings.map(({ code }) => code)).toContain('network-changed');
});

test.each([
  ['asleep', /slept/],
  ['clock-leapt', /clock was set/],
  ['other-network', /changed its network/],
] as const)('%s is told in words', (kind, words) => {
  const disturbances = [{ kind, fromMs: 5000, untilMs: 5100 }];
  const { findings } = diagnose({ ...evidenceOf({ own: { 587: 'open' } }), disturbances });
  expect(headlineOf(findings)).toMatch(words);
});

test('a certificate that was out of date and a moment later was not shows the clock, and accuses nobody', () => {
  const evidence = evidenceOf({
    own: { 587: 'open' },
    more: [
      anObservation({
        port: 465,
        security: 'tls',
        elapsedMs: 10,
        tls: tlsFacts({ trusted: false, problem: 'not-yet-valid', problems: ['not-yet-valid'] }),
      }),
    ],
  });
  const { findings } = diagnose(evidence);
  expect(findings.map(({ code }) => code)).toEqual(['all-clear', 'network-changed']);
});

test('a greeting that came late because the computer slept meanwhile is none of the server’s pauses', () => {
  const late = {
    timings: { connect: 40, greeting: 20_000, ehlo: 80, starttls: 40, tls: 80 },
    elapsedMs: 20_300,
  };
  const evidence = evidenceOf({ own: { 587: late } });
  const codes = (fromMs: number, untilMs: number): string[] =>
    diagnose({ ...evidence, disturbances: [{ kind: 'asleep', fromMs, untilMs }] }).findings.map(
      ({ code }) => code,
    );
  expect(codes(900, 19_000)).not.toContain('slow-greeting');
  expect(codes(30_000, 40_000)).toContain('slow-greeting');
});
