import { badCertificate, judges } from '../world.ts';

const incomplete = badCertificate('chain-incomplete', { chainLength: 1 });

judges([
  [
    'the intermediate certificate is missing',
    { own: { 587: incomplete } },
    {
      verdict: 'certificate-chain-incomplete',
      confidence: 'certain',
      says: [/Public Authority R3/, /intermediate certificate/],
      not: ['certificate-untrusted'],
    },
  ],
  [
    'not raised: the chain is whole',
    { own: { 587: 'open' } },
    { verdict: 'all-clear', not: ['certificate-chain-incomplete'] },
  ],
]);
