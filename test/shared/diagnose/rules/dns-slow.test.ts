import { anObservation } from '../../../support/builders.ts';
import { judges } from '../world.ts';

const lookedUp = (host: string, dns: number) =>
  anObservation({ host, timings: { ...anObservation().timings, dns } });

judges([
  [
    'names of two hosts that took two seconds: the name server is slow, and all works',
    { own: { 587: 'open' }, more: [lookedUp('smtp.example.org', 2010), lookedUp('imap.example.org', 2004)] },
    { verdict: 'all-clear', also: { 'dns-slow': 'note' } },
  ],
  [
    'one slow name is the business of its own domain',
    { own: { 587: 'open' }, more: [lookedUp('smtp.example.org', 3000)] },
    { verdict: 'all-clear', not: ['dns-slow'] },
  ],
  [
    'half a second is no news',
    { own: { 587: 'open' }, more: [lookedUp('smtp.example.org', 500), lookedUp('imap.example.org', 600)] },
    { verdict: 'all-clear', not: ['dns-slow'] },
  ],
]);
