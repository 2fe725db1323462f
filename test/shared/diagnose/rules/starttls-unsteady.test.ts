import { judges, noStartTls } from '../world.ts';

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
]);
