import { anObservation } from '../../../support/builders.ts';
import { judges, noStartTls } from '../world.ts';

const { tls: _tls, ...withoutTls } = anObservation();

judges([
  [
    'offered on some asks: a note',
    { own: { 587: [noStartTls, 'open'] } },
    { verdict: 'all-clear', also: { 'starttls-unsteady': 'note' } },
  ],
  [
    'not raised: offered every time',
    { own: { 587: ['open', 'open'] } },
    { verdict: 'all-clear', not: ['starttls-unsteady'] },
  ],
  [
    'not raised: never offered',
    { own: { 587: [noStartTls, noStartTls, noStartTls] } },
    { verdict: 'no-encryption', not: ['starttls-unsteady'] },
  ],
  [
    'offered once, and then TLS did not come about',
    { own: { 587: noStartTls, 465: 'open' }, more: [{ ...withoutTls, outcome: 'tls-error', stage: 'tls' }] },
    { verdict: 'all-clear', also: { 'starttls-unsteady': 'note' } },
  ],
]);
