import { badCertificate, judges } from '../world.ts';

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
