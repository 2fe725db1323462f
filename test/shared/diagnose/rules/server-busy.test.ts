import { greetedWith, judges } from '../world.ts';

const busy = greetedWith('421', 'too many connections, try again later');

judges([
  [
    'the server says to come back later, twice',
    { own: { 587: [busy, busy] } },
    { verdict: 'server-busy', confidence: 'certain', says: [/too many connections/, /Wait some minutes/] },
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
    'reading mail came through: perhaps it was us',
    { own: { 587: busy, 993: 'open' } },
    { verdict: 'server-busy', confidence: 'possible', says: [/this check itself/] },
  ],
  [
    'not raised: turned away for good',
    { own: { 587: greetedWith('554', 'blocked using zen.spamhaus.org') } },
    { verdict: 'client-blocklisted', not: ['server-busy'] },
  ],
]);
