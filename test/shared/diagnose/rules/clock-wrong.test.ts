import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../../shared/diagnose/diagnose.ts';
import { badCertificate, evidenceOf, judges } from '../world.ts';

const twoYears = 2 * 365 * 86_400_000;
const dated = (clockOffsetMs: number) => ({ web: { status: 200, isExpected: true, clockOffsetMs } });
const early = badCertificate('not-yet-valid');

judges([
  [
    'certificates are good but the clock is two years behind',
    { own: { 587: early, 465: early }, google: { 465: early }, web: dated(twoYears) },
    {
      verdict: 'clock-wrong',
      confidence: 'certain',
      not: ['certificate-expired'],
      says: [/2 years behind|730 days behind/, /date and time/],
    },
  ],
  [
    'the clock is ahead',
    {
      own: { 587: badCertificate('expired') },
      google: { 465: badCertificate('expired') },
      web: dated(-3 * 86_400_000),
    },
    { verdict: 'clock-wrong', says: [/3 days ahead/] },
  ],
  [
    'not raised: one expired certificate, and the clock is right',
    { own: { 587: badCertificate('expired') }, google: { 465: 'open' } },
    { verdict: 'certificate-expired', not: ['clock-wrong'], saysNot: [/clock/] },
  ],
  [
    'not raised: the clock is wrong but one host alone shows it; the finding mentions the clock first',
    { own: { 587: badCertificate('expired') }, web: dated(-twoYears) },
    { verdict: 'certificate-expired', confidence: 'possible', says: [/clock seems to be/] },
  ],
  [
    'not raised: several expired certificates, and the web has our date',
    {
      own: { 587: badCertificate('expired') },
      google: { 465: badCertificate('expired') },
      web: dated(23 * 3_600_000),
    },
    { verdict: 'certificate-expired', not: ['clock-wrong'] },
  ],
]);

describe('a clock that was set during the check, where no web server gives a date', () => {
  const dayMs = 86_400_000;
  const verdictAfter = (leapMs: number, clockOffsetMs?: number) => {
    const evidence = evidenceOf({
      own: { 587: early },
      large: { 465: early },
      web: clockOffsetMs === undefined ? { web: { status: 200, isExpected: true } } : dated(clockOffsetMs),
    });
    const leap = { kind: 'clock-leapt' as const, fromMs: 0, untilMs: 0, leapMs };
    return diagnose({ ...evidence, recommendation: null, disturbances: [leap] }).verdict;
  };
  test('explains certificates of unrelated hosts that are not valid yet', () => {
    expect(verdictAfter(-400 * dayMs)).toMatchObject({ code: 'clock-wrong', confidence: 'likely' });
  });
  test('is one host’s word alone, so that its certificate is only possibly at fault', () => {
    const evidence = evidenceOf({ own: { 587: early }, web: { web: { status: 200, isExpected: true } } });
    const leap = { kind: 'clock-leapt' as const, fromMs: 0, untilMs: 0, leapMs: -400 * dayMs };
    expect(diagnose({ ...evidence, recommendation: null, disturbances: [leap] }).verdict).toMatchObject({
      code: 'certificate-expired',
      confidence: 'possible',
    });
  });
  test('explains nothing where it moved by an hour, or where the web has the date of now', () => {
    expect(verdictAfter(-3_600_000).code).toBe('certificate-expired');
    expect(verdictAfter(-400 * dayMs, 0).code).toBe('certificate-expired');
  });
});
