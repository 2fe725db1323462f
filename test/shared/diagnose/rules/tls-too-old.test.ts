import { tlsFacts } from '../../../support/builders.ts';
import { judges } from '../world.ts';

const old = { tls: tlsFacts({ version: 'TLSv1.1' }) };

judges([
  [
    'only TLS 1.1 can be agreed on',
    { own: { 587: old, 465: old } },
    { verdict: 'tls-too-old', confidence: 'certain', says: [/TLS 1\.1/, /TLS 1\.2 or newer/] },
  ],
  [
    'another port speaks a newer one: a warning',
    { own: { 587: old, 465: 'open' } },
    { verdict: 'all-clear', also: { 'tls-too-old': 'warning' }, use: 'mail.example.org:465/tls' },
  ],
  [
    'not raised: the same port once agreed to TLS 1.3',
    { own: { 587: [old, 'open'] } },
    { verdict: 'all-clear', not: ['tls-too-old'] },
  ],
  [
    'not raised: the connection was cut, without an answer',
    { own: { 587: 'cut' } },
    { verdict: 'inconclusive', not: ['tls-too-old'] },
  ],
]);
