import { badCertificate, greetedWith, judges } from '../world.ts';

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
  [
    'for now, although it names a list',
    { own: { 587: greetedWith('450', 'blocked using zen.spamhaus.org') } },
    { verdict: 'server-busy', not: ['client-blocklisted'] },
  ],
  [
    'not raised: STARTTLS alone was turned down for now',
    {
      own: {
        587: {
          ...busy,
          stage: 'starttls',
          timings: { connect: 40, greeting: 40, ehlo: 40, starttls: 40 },
          error: { code: '4.7.0', message: 'TLS not available due to temporary reason' },
        },
      },
    },
    { verdict: 'starttls-refused', not: ['server-busy'] },
  ],
  [
    'on 587, while 25 takes mail and, as everywhere, offers no login: 587 is what matters',
    { own: { 587: [busy, busy], 25: { auth: [] } } },
    {
      verdict: 'server-busy',
      severity: 'problem',
      also: { 'auth-not-offered': 'note' },
      says: [/not available/],
    },
  ],
  [
    'a list is named for now: the wait is not all that is said',
    { own: { 587: greetedWith('450', 'blocked using zen.spamhaus.org') } },
    { verdict: 'server-busy', says: [/speaks of a list \(Spamhaus\)/] },
  ],
  [
    'not raised: what is for now by its code and never passes',
    { own: { 587: greetedWith('4.7.25', 'Client host rejected: cannot find your hostname, [203.0.113.7]') } },
    { verdict: 'client-refused', not: ['server-busy'], saysNot: [/Wait some minutes/] },
  ],
  [
    'not raised: a scanner on the way cannot pass the connection on',
    { own: { 587: greetedWith('451', 'Local scanner error') }, large: { 587: 'open' } },
    { verdict: 'submission-failing', not: ['server-busy'], says: [/Local scanner error/, /virus scanner/] },
  ],
  [
    'certain: that another server of the person’s is not busy says nothing of this one',
    {
      own: { 587: [busy, busy] },
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.11', ports: { 587: badCertificate('expired') } }],
    },
    { verdict: 'server-busy', confidence: 'certain', severity: 'problem' },
  ],
]);
