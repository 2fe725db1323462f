import { greetedWith, judges } from '../world.ts';

const listed = greetedWith(
  '554',
  '5.7.1 Service unavailable; client host [198.51.100.7] blocked using zen.spamhaus.org',
);

judges([
  [
    'turned away because of a list, which is named',
    { own: { 587: listed, 465: { ...listed } } },
    { verdict: 'client-blocklisted', confidence: 'certain', says: [/Spamhaus/, /Restart your router/] },
  ],
  [
    'turned away for a reputation, no list named',
    { own: { 587: greetedWith('554', 'your address has a poor reputation') } },
    { verdict: 'client-blocklisted', confidence: 'likely', saysNot: [/\(\)/] },
  ],
  [
    'on port 25 only, for its reputation: 587 works and is recommended',
    { own: { 25: greetedWith('554', 'addresses with a bad reputation are not accepted here'), 587: 'open' } },
    { verdict: 'client-blocklisted', use: 'mail.example.org:587/starttls', says: [/port 587/] },
  ],
  [
    'the mail program uses 587, which works: a note',
    {
      own: { 25: listed, 587: 'open' },
      input: { current: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'all-clear', also: { 'client-blocklisted': 'note' } },
  ],
  [
    'not raised: a server that serves nobody here, without a word about us',
    { own: { 587: greetedWith('554', 'no SMTP service here') } },
    { verdict: 'inconclusive', not: ['client-blocklisted'], says: [/no SMTP service here/] },
  ],
  [
    'not raised: it is about an address of this kind, and no list',
    { own: { 587: greetedWith('554', 'dynamic IP addresses are not accepted here') } },
    { verdict: 'client-refused', not: ['client-blocklisted'] },
  ],
  [
    'not raised: a complaint about early talking',
    { own: { 587: greetedWith('554', 'SMTP synchronization error: policy violation') } },
    { verdict: 'inconclusive', not: ['client-blocklisted'] },
  ],
]);
