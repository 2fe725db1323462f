import { greetedWith, judges } from '../world.ts';

const busy = greetedWith('421', 'service not available, try again later');

judges([
  [
    'the server says to come back later, twice',
    { own: { 587: [busy, busy] } },
    {
      verdict: 'server-busy',
      confidence: 'certain',
      says: [/not available/, /Wait some minutes/],
      saysNot: [/this check/i],
    },
  ],
  [
    'asked once',
    { own: { 587: greetedWith('4.7.0', 'try again later') } },
    { verdict: 'server-busy', confidence: 'likely' },
  ],
  [
    'our own connections may have been too many: a note',
    { own: { 587: [busy, 'open'], 465: busy } },
    { verdict: 'all-clear', also: { 'server-busy': 'note' } },
  ],
  [
    'the server counts connections, and ours may have been too many',
    { own: { 587: greetedWith('421', 'too many connections') } },
    { verdict: 'server-busy', confidence: 'possible', says: [/This check opens several/] },
  ],
  [
    'not raised: turned away for good',
    { own: { 587: greetedWith('554', 'blocked using zen.spamhaus.org') } },
    { verdict: 'client-blocklisted', not: ['server-busy'] },
  ],
]);
