import { judges } from '../world.ts';

const refusedWith = (code: string, message: string) =>
  ({
    outcome: 'rejected',
    stage: 'starttls',
    timings: { connect: 40, greeting: 40, ehlo: 40, starttls: 40 },
    error: { code, message },
  }) as const;
const broken = refusedWith('4.7.0', '4.7.0 TLS not available due to local problem');
const plainRelay = { security: 'none', timings: { connect: 5 }, auth: [] as string[] } as const;

judges([
  [
    'STARTTLS is offered and answered with 454',
    { own: { 587: broken, 25: { auth: [] } } },
    {
      verdict: 'starttls-refused',
      confidence: 'certain',
      use: null,
      says: [
        /“4\.7\.0 TLS not available due to local problem”/,
        /only the people who run it/,
        /Do not switch encryption off/,
      ],
      not: ['starttls-stripped', 'no-encryption', 'inconclusive'],
    },
  ],
  [
    'or with 502',
    { own: { 587: refusedWith('502', 'command not implemented') } },
    { verdict: 'starttls-refused', says: [/502 command/] },
  ],
  ['or with 554', { own: { 2525: refusedWith('5.7.0', '5.7.0 no') } }, { verdict: 'starttls-refused' }],
  [
    'a warning where another port works',
    { own: { 587: broken, 465: 'open' } },
    { verdict: 'all-clear', also: { 'starttls-refused': 'warning' }, use: 'mail.example.org:465/tls' },
  ],
  [
    'the verdict where the mail program uses the port',
    {
      own: { 587: broken, 465: 'open' },
      input: { current: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'starttls-refused', says: [/port 465/] },
  ],
  [
    'a note on port 25, where a port for programs is reached and has a trouble of its own',
    { own: { 25: broken, 587: { auth: [] } } },
    { verdict: 'auth-not-offered', also: { 'starttls-refused': 'note' } },
  ],
  [
    'a relay of the own network, which takes mail without encryption: it may be used so inside',
    {
      hosts: [
        {
          host: 'relay.corp.test',
          sources: ['user'],
          address: '10.1.1.25',
          ports: { 25: [broken, plainRelay] },
        },
      ],
      input: {
        server: 'relay.corp.test:25',
        current: { host: 'relay.corp.test', port: 25, security: 'none' },
      },
    },
    {
      verdict: 'starttls-refused',
      says: [/without a login/, /inside your own network only/],
      saysNot: [/hotspot/],
    },
  ],
  [
    'out on the internet a relay is never to be used without encryption',
    { own: { 25: [broken, plainRelay] }, input: { server: 'mail.example.org:25' } },
    {
      verdict: 'starttls-refused',
      says: [/Do not switch encryption off/],
      saysNot: [/set your program to no encryption/],
    },
  ],
  [
    'not raised: it is not offered at all',
    { own: { 587: { ...refusedWith('starttls-not-offered', ''), auth: [] } } },
    { verdict: 'no-encryption', not: ['starttls-refused'] },
  ],
]);
