import { judges } from '../world.ts';

const cutControls = { 465: 'cut', 587: { security: 'starttls', outcome: 'reset', stage: 'tls' } } as const;

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
    { verdict: 'inconclusive', not: ['tls-blocked'] },
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
]);
