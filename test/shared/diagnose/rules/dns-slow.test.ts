import { aFailedConnect, anObservation } from '../../../support/builders.ts';
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
    'a name that nobody has took as long as the server’s: it is not the domain’s own name servers',
    {
      own: { 587: { timings: { ...anObservation().timings, dns: 2010 } } },
      more: [
        aFailedConnect({
          role: 'reference',
          control: 'made-up-name',
          host: 'qwrtzxcvbn.com',
          address: null,
          family: null,
          outcome: 'dns-error',
          stage: 'dns',
          timings: { dns: 2004 },
          error: { code: 'no-name', message: '' },
        }),
      ],
    },
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
