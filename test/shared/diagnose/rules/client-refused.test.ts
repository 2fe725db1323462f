import { greetedWith, judges } from '../world.ts';

const atHello = (code: string, message: string) =>
  ({ ...greetedWith(code, message), stage: 'ehlo', greeting: 'mail.example.org ESMTP' }) as const;
const noName = atHello('4.7.25', '4.7.25 Client host rejected: cannot find your hostname, [203.0.113.7]');

const literalRefused = { code: '5.5.2', message: '5.5.2 Invalid domain name' };

judges([
  [
    'the address has no name, which waiting does not change',
    { own: { 587: noName, 25: { auth: [] } } },
    {
      verdict: 'client-refused',
      confidence: 'certain',
      says: [/cannot find your hostname/, /reverse DNS/, /Waiting does not change/],
      saysNot: [/some minutes/],
      not: ['server-busy', 'client-blocklisted'],
    },
  ],
  [
    'the same for good, in words alone',
    { own: { 465: greetedWith('554', 'Bad DNS PTR resource record') } },
    { verdict: 'client-refused', confidence: 'likely', says: [/554 Bad DNS PTR/] },
  ],
  [
    'the name in EHLO is objected to',
    { own: { 587: atHello('501', 'Syntactically invalid HELO argument(s)') } },
    { verdict: 'client-refused', says: [/introduce themselves/, /hello_argument/] },
  ],
  [
    'an address for homes, on the port for programs',
    { own: { 587: greetedWith('554', 'dynamic IP addresses are not accepted here') } },
    { verdict: 'client-refused', says: [/addresses that internet providers hand out to homes/] },
  ],
  [
    'a note where today’s settings work on another port',
    {
      own: { 25: noName, 587: 'open' },
      input: { current: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'all-clear', also: { 'client-refused': 'note' } },
  ],
  [
    'not raised: a list is named, and it explains more',
    { own: { 587: greetedWith('554', 'dynamic address, listed in pbl.spamhaus.org') } },
    { verdict: 'client-blocklisted', not: ['client-refused'] },
  ],
  [
    'not raised: it passes by itself',
    { own: { 587: greetedWith('450', 'greylisted, come back in five minutes') } },
    { verdict: 'server-busy', not: ['client-refused'] },
  ],
  [
    'our address is refused as a name and a name is taken, on every port that works: many programs fail there',
    { own: { 587: { literalRefused }, 465: { literalRefused } } },
    {
      verdict: 'client-refused',
      severity: 'warning',
      use: 'mail.example.org:587/starttls',
      says: [/“5\.5\.2 Invalid domain name”/, /With a name it was content/, /hello_argument/],
    },
  ],
  [
    'a warning where another port takes it',
    { own: { 587: { literalRefused }, 465: 'open' } },
    { verdict: 'all-clear', also: { 'client-refused': 'warning' } },
  ],
]);
