import { judges } from '../world.ts';

const late = {
  timings: { dns: 5, connect: 40, greeting: 20_000, ehlo: 80, starttls: 40, tls: 80 },
  elapsedMs: 20_300,
};

judges([
  [
    'a greeting after 20 s everywhere: it works, for programs that wait',
    { own: { 587: late, 465: late } },
    {
      verdict: 'slow-greeting',
      severity: 'note',
      use: 'mail.example.org:587/starttls',
      says: [/20 seconds/, /one minute/],
      also: { 'all-clear': 'note' },
    },
  ],
  [
    'of two ports that are as slow, the recommended one is spoken of, whichever ended first',
    {
      hosts: [
        { host: 'mail.example.org', ports: { 465: late } },
        { host: 'mail.example.org', ports: { 587: late } },
      ],
    },
    {
      verdict: 'slow-greeting',
      use: 'mail.example.org:587/starttls',
      says: [/answers on port 587/],
      saysNot: [/answers on port 465/],
    },
  ],
  [
    'slow on port 25 only: a note',
    { own: { 25: late, 587: 'open' } },
    { verdict: 'all-clear', also: { 'slow-greeting': 'note' } },
  ],
  [
    'not raised: a greeting that never came',
    {
      own: {
        587: {
          outcome: 'timeout',
          stage: 'greeting',
          timings: { connect: 40, greeting: 30_000 },
          greeting: undefined as never,
        },
      },
    },
    { verdict: 'inconclusive', not: ['slow-greeting'] },
  ],
  [
    'not raised: the second answer to EHLO, after encryption had begun, never came',
    {
      own: {
        465: 'open',
        587: {
          outcome: 'timeout',
          stage: 'ehlo',
          timings: { connect: 40, greeting: 40, ehlo: 20_080, starttls: 40, tls: 80 },
        },
      },
    },
    { verdict: 'all-clear', not: ['slow-greeting'] },
  ],
  [
    'not raised: a greeting after 4.9 s',
    { own: { 587: { ...late, timings: { ...late.timings, greeting: 4900 } } } },
    { verdict: 'all-clear', not: ['slow-greeting'] },
  ],
  [
    'a mail program that waits long enough is not disturbed by it',
    { own: { 587: late }, input: { current: { host: 'mail.example.org', port: 587, security: 'starttls' } } },
    { verdict: 'all-clear', also: { 'slow-greeting': 'note' } },
  ],
  [
    'the greeting comes at once and the reply to EHLO late, on the only port that works',
    { own: { 587: { timings: { connect: 40, greeting: 40, ehlo: 15_100, starttls: 40, tls: 80 } } } },
    { verdict: 'slow-greeting', says: [/15 seconds/, /first command \(EHLO\)/, /server timeout/] },
  ],
]);
