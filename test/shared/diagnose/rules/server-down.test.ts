import { judges } from '../world.ts';

const silent = { 25: 'drop', 465: 'drop', 587: 'drop', 993: 'drop' } as const;
const open = { 25: 'open', 465: 'open', 587: 'open' } as const;

const fromNextDoor = {
  outcome: 'refused',
  stage: 'connect',
  elapsedMs: 2,
  timings: { dns: 5 },
  error: { code: 'ECONNREFUSED', message: '' },
  greeting: undefined as never,
  serverName: undefined as never,
  tls: undefined as never,
  auth: undefined as never,
  capabilities: undefined as never,
} as const;

judges([
  [
    'every port of the server is silent, others answer',
    { own: silent, large: open, small: open },
    {
      verdict: 'server-down',
      confidence: 'certain',
      use: null,
      not: ['port-25-blocked', 'mail-ports-blocked', 'mail-allow-list', 'submission-blocked'],
      says: [
        /status page/,
        /either this network is in the way, or the server has shut out this network's address/,
      ],
      saysNot: [/the cause is in this network and not at your mail server/],
    },
  ],
  [
    'not raised: it turns away 25 and 2525, which it may not offer, and what it does on 587 and 465 was never heard',
    {
      own: { 25: 'refuse', 2525: 'refuse', 465: 'lost', 587: 'lost' },
      large: { 25: 'open', 465: 'lost', 587: 'lost' },
    },
    { verdict: 'inconclusive', not: ['server-down'] },
  ],
  [
    'every port is refused by a computer on which nothing runs',
    { own: { 25: 'refuse', 465: 'refuse', 587: 'refuse' }, large: open },
    {
      verdict: 'server-down',
      confidence: 'certain',
      says: [/switched on/, /mail service is not running/, /start it/],
      saysNot: [/does not answer at all/, /NAT loopback/],
    },
  ],
  [
    'every port is refused at once, by whoever stands very near: perhaps the router in place of a server behind it',
    { own: { 25: fromNextDoor, 465: fromNextDoor, 587: fromNextDoor }, large: open },
    { verdict: 'server-down', says: [/much faster/, /NAT loopback/, /inner address/] },
  ],
  [
    'a server in the same house refuses as fast, and means itself',
    {
      hosts: [
        {
          host: 'mail.example.org',
          address: '192.168.1.10',
          ports: { 25: fromNextDoor, 465: fromNextDoor, 587: fromNextDoor },
        },
      ],
      large: open,
    },
    { verdict: 'server-down', saysNot: [/NAT loopback/] },
  ],
  [
    'a stopped check does not know that every port fails',
    { own: { 25: 'drop', 465: 'cancelled', 587: 'drop' }, large: open, interrupted: true },
    { verdict: 'inconclusive', not: ['server-down'], says: [/stopped/] },
  ],
  [
    'nothing was under way when it was stopped: what was asked was asked to the end',
    { own: { 25: 'drop', 465: 'drop', 587: 'drop' }, large: open, interrupted: true },
    { verdict: 'server-down' },
  ],
  [
    'one port is silent, the others are refused: not all of them speak of a service that stopped',
    { own: { 25: 'drop', 465: 'refuse', 587: 'refuse' }, large: open },
    { verdict: 'server-down', says: [/does not answer at all/] },
  ],
  [
    'not raised: only its IPv6 address is known, and nothing at all is reached over IPv6',
    {
      own6: { 25: 'unreachable', 465: 'unreachable', 587: 'unreachable' },
      large: open,
      large6: { 25: 'unreachable', 465: 'unreachable', 587: 'unreachable' },
    },
    { verdict: 'inconclusive', not: ['server-down'], use: null },
  ],
  [
    'the MX host is all that is known, and it is silent',
    { hosts: [{ host: 'mx.example.net', sources: ['mx'], ports: { 25: 'drop', 587: 'drop' } }], large: open },
    { verdict: 'server-down', confidence: 'likely' },
  ],
  [
    'a host called mail, apart from the web server, is meant as a mail server',
    {
      hosts: [
        { host: 'mail.example.org', sources: ['guess'], ports: silent },
        { host: 'example.org', sources: ['guess'], address: '192.0.2.80', ports: { 25: 'refuse' } },
      ],
      large: open,
    },
    { verdict: 'server-down', confidence: 'likely', says: [/mail\.example\.org/] },
  ],
  [
    'not raised: only the bare web server was found: nobody knows which server sends',
    {
      hosts: [{ host: 'example.org', sources: ['guess'], ports: { 25: 'refuse', 587: 'refuse' } }],
      large: open,
    },
    {
      verdict: 'inconclusive',
      not: ['server-down', 'port-closed'],
      says: [/No server for sending mail was found/, /outgoing \(SMTP\) server/],
    },
  ],
  [
    'not raised: every name leads to the web server',
    {
      hosts: [
        { host: 'mail.example.org', sources: ['guess'], address: '192.0.2.80', ports: silent },
        { host: 'example.org', sources: ['guess'], address: '192.0.2.80', ports: silent },
      ],
      large: open,
    },
    { verdict: 'inconclusive', not: ['server-down'] },
  ],
  [
    'not raised: reading mail works on the same host',
    { own: { 25: 'refuse', 465: 'refuse', 587: 'refuse', 993: 'open' }, large: open, small: open },
    { verdict: 'port-closed', confidence: 'certain', not: ['server-down'] },
  ],
  [
    'not raised without controls: the line may be to blame',
    { own: silent, web: 'none', input: { references: false } },
    { verdict: 'inconclusive', not: ['server-down', 'mail-ports-blocked'] },
  ],
  [
    'not raised: every port is refused, and nobody was asked whether others are reached',
    { own: { 25: 'refuse', 587: 'refuse' } },
    { verdict: 'inconclusive', not: ['server-down'] },
  ],
  [
    'not raised: others are reached on another port only',
    { own: { 25: 'refuse', 587: 'refuse' }, large: { 465: 'open' } },
    { verdict: 'inconclusive', not: ['server-down'] },
  ],
  [
    'the published server is one computer with the web server',
    {
      own: silent,
      hosts: [{ host: 'example.org', sources: ['guess'], address: '192.0.2.10', ports: silent }],
      large: open,
    },
    { verdict: 'server-down', confidence: 'certain' },
  ],
  [
    'so is the server that receives the domain’s mail',
    {
      hosts: [
        { host: 'mx.example.org', sources: ['mx'], address: '192.0.2.80', ports: silent },
        { host: 'example.org', sources: ['guess'], address: '192.0.2.80', ports: silent },
      ],
      large: open,
    },
    { verdict: 'server-down', confidence: 'likely' },
  ],
  [
    'likely: one port’s silence may be a lost packet',
    { own: { ...silent, 465: 'lost' }, large: open },
    { verdict: 'server-down', confidence: 'likely' },
  ],
  [
    'likely: one operator was reached',
    { own: silent, google: open },
    { verdict: 'server-down', confidence: 'likely' },
  ],
  [
    'not raised: the network keeps 465 and 587 closed, so that only 25 could tell',
    { own: silent, large: { 25: 'open', 465: 'drop', 587: 'drop' } },
    { verdict: 'submission-blocked', not: ['server-down'] },
  ],
  [
    'not raised: its name leads astray',
    {
      hosts: [{ host: 'mail.example.org', address: '203.0.113.66', ports: { 25: 'refuse', 587: 'refuse' } }],
      large: open,
      madeUpName: '203.0.113.66',
    },
    { verdict: 'dns-hijacked', not: ['server-down'] },
  ],
  [
    'not raised: a sign-in page answers in the place of the others',
    { own: silent, large: { 587: { outcome: 'closed', stage: 'greeting' } }, web: 'redirect' },
    { verdict: 'captive-portal', severity: 'problem', not: ['server-down'] },
  ],
]);
