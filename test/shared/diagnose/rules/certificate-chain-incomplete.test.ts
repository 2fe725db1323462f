import { badCertificate, judges } from '../world.ts';

const incomplete = badCertificate('chain-incomplete', { chainLength: 1 });

judges([
  [
    'the intermediate certificate is missing',
    { own: { 587: incomplete, 25: incomplete, 993: incomplete } },
    {
      verdict: 'certificate-chain-incomplete',
      confidence: 'certain',
      says: [/Public Authority R3/, /on ports 25 and 587 does not send its intermediate certificate/],
      not: ['certificate-untrusted'],
    },
  ],
  [
    'not raised: the chain is whole',
    { own: { 587: 'open' } },
    { verdict: 'all-clear', not: ['certificate-chain-incomplete'] },
  ],
]);
