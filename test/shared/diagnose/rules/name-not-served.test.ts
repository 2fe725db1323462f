import { judges } from '../world.ts';

const unknown = (message: string) =>
  ({
    outcome: 'tls-error',
    stage: 'tls',
    timings: { connect: 40, tls: 20 },
    error: { code: 'tls-alert', message: `the server refused to negotiate TLS: ${message}` },
  }) as const;

judges([
  [
    'the computer that answers does not know the name',
    { own: { 465: unknown('tlsv1 unrecognized name'), 587: unknown('tlsv1 unrecognized name') } },
    {
      verdict: 'name-not-served',
      confidence: 'certain',
      says: [/letter by letter/],
      not: ['tls-blocked', 'server-down'],
    },
  ],
  [
    'in the words of another TLS library',
    { own: { 465: unknown('TLSV1_UNRECOGNIZED_NAME') } },
    { verdict: 'name-not-served' },
  ],
  [
    'a warning where another port serves it',
    { own: { 465: unknown('tlsv1 unrecognized name'), 587: 'open' } },
    { verdict: 'all-clear', also: { 'name-not-served': 'warning' } },
  ],
  [
    'not raised: another alert',
    { own: { 465: unknown('sslv3 alert handshake failure') } },
    { verdict: 'inconclusive', not: ['name-not-served'] },
  ],
]);
