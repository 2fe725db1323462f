import { judges } from '../world.ts';

const cutControls = { 465: 'cut', 587: { security: 'starttls', outcome: 'reset', stage: 'tls' } } as const;

const cutAt = (stage: 'greeting' | 'starttls') =>
  ({
    security: 'starttls',
    outcome: 'closed',
    stage,
    timings: { connect: 40, greeting: 40 },
    error: { code: 'closed-early', message: 'closed' },
  }) as const;

judges([
  [
    'connections are reset as encryption begins, everywhere',
    { own: { 587: 'cut', 465: 'cut' }, large: cutControls },
    {
      verdict: 'tls-blocked',
      confidence: 'certain',
      use: null,
      not: ['tls-too-old', 'server-down', 'no-encryption'],
      says: [/do not switch encryption off/],
    },
  ],
  [
    'one control shows it too',
    { own: { 587: 'cut', 465: 'cut' }, google: { 465: 'cut' } },
    { verdict: 'tls-blocked', confidence: 'likely' },
  ],
  [
    'not raised: only this server does it',
    { own: { 465: 'cut' }, large: { 465: 'open' } },
    { verdict: 'submission-failing', not: ['tls-blocked'] },
  ],
  [
    'not raised: an old server answers with an alert',
    {
      own: {
        465: {
          outcome: 'tls-error',
          stage: 'tls',
          error: { code: 'tls-alert', message: 'protocol version' },
        },
      },
      large: { 465: 'cut' },
    },
    { verdict: 'inconclusive', not: ['tls-blocked'] },
  ],
  [
    'not raised: of two controls one is cut off, and the other’s encryption comes through',
    { own: { 465: 'cut' }, google: { 465: 'cut' }, large: { 465: 'open' } },
    { verdict: 'submission-failing', not: ['tls-blocked'] },
  ],
  [
    'not raised: nobody was there to compare with',
    { own: { 465: 'cut', 587: 'cut' }, input: { references: false } },
    { verdict: 'inconclusive', not: ['tls-blocked'] },
  ],
  [
    'not raised: connections are cut before anybody speaks of encryption',
    { own: { 587: cutAt('greeting') }, large: { 587: cutAt('greeting') } },
    { verdict: 'inconclusive', not: ['tls-blocked'] },
  ],
  [
    'connections are closed at the word STARTTLS, everywhere',
    { own: { 587: cutAt('starttls') }, large: { 587: cutAt('starttls') } },
    { verdict: 'tls-blocked', confidence: 'certain' },
  ],
  [
    'a warning where another setting works',
    { own: { 465: 'cut', 587: 'open' }, large: { 465: 'cut' } },
    { verdict: 'all-clear', also: { 'tls-blocked': 'warning' } },
  ],
]);
