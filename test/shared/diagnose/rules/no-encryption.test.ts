import { type Fate, judges, masked, noStartTls } from '../world.ts';

const plain: Fate = { security: 'none', timings: { connect: 40 }, auth: ['PLAIN', 'LOGIN'] };

judges([
  [
    'only a plain 587: offered with a warning',
    { own: { 587: [noStartTls, noStartTls, noStartTls, plain], 465: 'refuse' } },
    {
      verdict: 'no-encryption',
      confidence: 'certain',
      severity: 'problem',
      use: 'mail.example.org:587/none',
      says: [/others can read your password/i, /never in a public network/],
    },
  ],
  [
    'asked once only: likely',
    { own: { 587: noStartTls } },
    { verdict: 'no-encryption', confidence: 'likely', use: null },
  ],
  [
    'not raised: 465 encrypts',
    { own: { 25: [noStartTls, noStartTls, noStartTls], 465: 'open' } },
    { verdict: 'all-clear', not: ['no-encryption'] },
  ],
  [
    'not raised: the offer was overwritten on the way',
    { own: { 587: [masked, masked, masked] } },
    { verdict: 'starttls-stripped', not: ['no-encryption'] },
  ],
  [
    'not raised: it was overwritten once, and was asked for no further',
    { own: { 587: masked } },
    { verdict: 'inconclusive', not: ['no-encryption', 'starttls-stripped'] },
  ],
]);
