import type { HereFact, WayOut } from '../../../../shared/model/here.ts';
import { cutOff, judges, livingLine, mute, muteInTls, noStartTls, ownHost } from '../world.ts';

const strangers = { large: { 25: 'open', 587: 'open', 465: 'open' }, small: { 587: 'open' } } as const;
const shut = { 25: 'refuse', 465: 'refuse', 587: 'refuse' } as const;

/** A mail program that is set to a server on this very computer. */
const named = (host: string) => ({
  address: undefined,
  domain: undefined,
  server: host.includes(':') ? `[${host}]:25` : `${host}:25`,
});

const notConnected = {
  outcome: 'rejected',
  stage: 'greeting',
  greeting: 'Cannot connect to SMTP server 192.0.2.10, connect error 10060',
  tls: undefined as never,
  error: { code: '421', message: 'Cannot connect to SMTP server 192.0.2.10, connect error 10060' },
} as const;

judges([
  [
    'nothing listens on the loopback address that a program is set to',
    {
      hosts: [{ host: '127.0.0.1', sources: [], ports: shut, address: '127.0.0.1' }],
      ...strangers,
      input: named('127.0.0.1'),
    },
    {
      verdict: 'this-computer',
      confidence: 'certain',
      severity: 'problem',
      not: ['server-down', 'port-25-blocked', 'port-closed', 'inconclusive'],
      says: [/127\.0\.0\.1 is this computer itself/, /25, 465 and 587/, /does not use what you entered/],
      use: null,
    },
  ],
  [
    'a stopped check that was let in on one port does not say that every port refuses',
    {
      hosts: [
        {
          host: '127.0.0.1',
          sources: [],
          ports: { ...shut, 2587: { outcome: 'cancelled', stage: 'greeting', timings: { connect: 1 } } },
          address: '127.0.0.1',
        },
      ],
      web: 'none',
      interrupted: true,
      input: named('127.0.0.1'),
    },
    { verdict: 'inconclusive', not: ['this-computer'] },
  ],
  [
    'it needs no network: the same where nobody else is reached at all',
    {
      hosts: [{ host: 'localhost', sources: [], ports: shut, address: '127.0.0.1' }],
      web: 'none',
      input: named('localhost'),
    },
    { verdict: 'this-computer', confidence: 'certain' },
  ],
  [
    'the same over IPv6',
    {
      hosts: [{ host: '::1', sources: [], ports: shut, address: '::1', family: 6 }],
      ...strangers,
      input: named('::1'),
    },
    { verdict: 'this-computer', confidence: 'certain' },
  ],
  [
    'the provider has a server that works, so that one is named',
    {
      own: { 25: 'refuse', 465: 'open', 587: 'open' },
      hosts: [{ host: '127.0.0.1', sources: [], ports: shut, address: '127.0.0.1' }],
      ...strangers,
      input: { current: { host: '127.0.0.1', port: 25, security: 'none' } },
    },
    { verdict: 'this-computer', severity: 'problem', says: [/mail\.example\.org/] },
  ],
  [
    'a bridge that runs on one of the ports is a mail service',
    {
      hosts: [
        {
          host: '127.0.0.1',
          sources: [],
          ports: { 25: 'refuse', 587: 'open' },
          address: '127.0.0.1',
        },
      ],
      ...strangers,
      input: named('127.0.0.1'),
    },
    { verdict: 'all-clear', not: ['this-computer'] },
  ],
  [
    'silence on a loopback address is no refusal',
    {
      hosts: [
        {
          host: '127.0.0.1',
          sources: [],
          ports: { 25: 'drop', 465: 'refuse', 587: 'refuse' },
          address: '127.0.0.1',
        },
      ],
      ...strangers,
      input: named('127.0.0.1'),
    },
    { verdict: 'server-down', not: ['this-computer'] },
  ],
  [
    'a server elsewhere that refuses is not this computer',
    { own: shut, ...strangers, input: { server: ownHost } },
    { verdict: 'server-down', not: ['this-computer'] },
  ],
  [
    'a name that leads to an address of this very computer, where nothing listens',
    {
      own: shut,
      ...strangers,
      here: [{ kind: 'own-address', host: ownHost, address: '192.0.2.10' }],
    },
    {
      verdict: 'this-computer',
      confidence: 'certain',
      not: ['server-down', 'port-closed'],
      says: [/192\.0\.2\.10, which is an address of this very computer/],
    },
  ],
]);

const stopped = (port: number, fate: WayOut['fate'], address = '192.0.2.10'): WayOut => ({
  kind: 'way-out',
  address,
  family: 4,
  port,
  fate,
});
const mailPorts = [25, 465, 587];
const everywhere = (fate: WayOut['fate']): WayOut[] =>
  mailPorts.flatMap((port) => [stopped(port, fate), stopped(port, fate, '198.51.100.20')]);
const all = (fate: 'refuse' | 'unreachable' | 'drop') => ({ 25: fate, 465: fate, 587: fate });
const blocks = [
  'submission-blocked',
  'port-25-blocked',
  'mail-ports-blocked',
  'submission-port-blocked',
  'mail-allow-list',
  'server-down',
] as const;

judges([
  ...(
    [
      ['rejects', 'refuse', 'rejected', /turned away on this computer itself/],
      ['rejects with a message', 'unreachable', 'rejected', /turned away on this computer itself/],
      ['drops', 'drop', 'dropped', /throws them away/],
      ['forbids', 'unreachable', 'forbidden', /does not permit connections/],
    ] as const
  ).map(([what, fate, how, words]): Parameters<typeof judges>[0][number] => [
    `a firewall on this computer ${what} the ports for sending: no network is blamed`,
    { own: { ...all(fate), 993: 'open' }, large: all(fate), small: { 587: fate }, here: everywhere(how) },
    {
      verdict: 'this-computer',
      confidence: 'certain',
      severity: 'problem',
      not: blocks,
      says: [/ports 25, 465 and 587/, words, /firewall/],
      use: null,
    },
  ]),
  [
    'a firewall on this computer cuts connections as soon as they are made: no network is blamed',
    {
      own: {
        465: { ...cutOff, outcome: 'reset', stage: 'tls' },
        587: { ...cutOff, outcome: 'reset' },
        993: 'open',
      },
      large: { 465: { ...cutOff, outcome: 'reset', stage: 'tls' }, 587: { ...cutOff, outcome: 'reset' } },
      here: [465, 587].flatMap((port) => [
        stopped(port, 'rejected'),
        stopped(port, 'rejected', '198.51.100.20'),
      ]),
    },
    {
      verdict: 'this-computer',
      confidence: 'certain',
      severity: 'problem',
      not: [...blocks, 'tls-blocked'],
      says: [/firewall/],
    },
  ],
  [
    'a firewall on this computer lets connections begin and drops what follows: no network is blamed',
    {
      own: { 465: muteInTls, 587: mute, 993: 'open' },
      large: { 465: muteInTls, 587: mute },
      more: livingLine,
      here: [465, 587].flatMap((port) => [
        stopped(port, 'held-back'),
        stopped(port, 'held-back', '198.51.100.20'),
      ]),
    },
    {
      verdict: 'this-computer',
      confidence: 'certain',
      not: [...blocks, 'submission-failing'],
      says: [
        /ports 465 and 587/,
        /nothing that this computer sends on them afterwards leaves it/,
        /outgoing connections/,
      ],
    },
  ],
  ...(
    [
      ['says nothing', { 465: muteInTls, 587: mute }],
      ['hangs up', { 465: { ...cutOff, stage: 'tls' }, 587: cutOff }],
      ['says that it cannot connect', { 465: notConnected, 587: notConnected }],
      ['offers no encryption', { 465: 'refuse', 587: [noStartTls, noStartTls, noStartTls] }],
    ] as const
  ).map(([what, ports]): Parameters<typeof judges>[0][number] => [
    `a program on this computer takes the connections of all and ${what}: no network and no server is blamed`,
    {
      own: { ...ports, 993: 'open' },
      large: ports,
      more: livingLine,
      here: [465, 587].flatMap((port) => [stopped(port, 'taken'), stopped(port, 'taken', '198.51.100.20')]),
    },
    {
      verdict: 'this-computer',
      confidence: 'certain',
      not: [...blocks, 'submission-failing', 'starttls-stripped', 'no-encryption'],
      says: [/in the place of your mail server/, /a program on it takes them/],
      saysNot: [/firewall/],
    },
  ]),
  [
    'not raised: such a program passes mail on',
    { own: { 465: muteInTls, 587: 'open' }, more: livingLine, here: [stopped(465, 'taken')] },
    { verdict: 'all-clear', not: ['this-computer'] },
  ],
  ...(
    [
      ['of the handshake', { 465: 'drop', 587: 'drop' }],
      ['after the handshake', { 465: muteInTls, 587: mute }],
    ] as const
  ).map(([which, ports]): Parameters<typeof judges>[0][number] => [
    `a firewall on this computer drops the answers ${which}: likely, since arrivals are counted together`,
    {
      own: { ...ports, 993: 'open' },
      large: ports,
      more: livingLine,
      here: [465, 587].flatMap((port) => [
        stopped(port, 'unheard'),
        stopped(port, 'unheard', '198.51.100.20'),
      ]),
    },
    {
      verdict: 'this-computer',
      confidence: 'likely',
      not: [...blocks, 'submission-failing'],
      says: [/a packet arrived that no program was given/, /incoming packets/],
    },
  ]),
  [
    'a rule on this computer against the answers of this one server',
    { own: all('drop'), ...strangers, here: mailPorts.map((port) => stopped(port, 'unheard')) },
    { verdict: 'this-computer', confidence: 'likely', not: blocks },
  ],
  [
    'no route to anybody, though a name server close by answers: the gateway is missing',
    {
      own: all('unreachable'),
      large: { 587: 'unreachable' },
      web: 'none',
      here: [stopped(587, 'no-way'), stopped(587, 'no-way', '198.51.100.20')],
    },
    {
      verdict: 'this-computer',
      confidence: 'certain',
      not: [...blocks, 'offline', 'inconclusive'],
      says: [/no way to the internet/, /gateway/],
    },
  ],
  [
    'no route to the user’s server alone, and nobody else was tried: no gateway is missed',
    { own: all('unreachable'), web: 'none', here: [stopped(587, 'no-way')] },
    { verdict: 'inconclusive', not: ['this-computer'] },
  ],
  [
    'the same signs, and the packets were seen to leave this computer: the network does it',
    {
      own: { ...all('refuse'), 993: 'open' },
      large: all('refuse'),
      small: { 587: 'refuse' },
      here: everywhere('out'),
    },
    { verdict: 'submission-blocked', not: ['this-computer'] },
  ],
  [
    'only 587 is shut here, and 465 works',
    {
      own: { 587: 'refuse', 465: 'open' },
      large: { 587: 'refuse', 465: 'open' },
      here: [stopped(587, 'rejected'), stopped(587, 'rejected', '198.51.100.20')],
    },
    { verdict: 'all-clear', also: { 'this-computer': 'warning' }, not: blocks, use: `${ownHost}:465/tls` },
  ],
  [
    'only 587 is shut here, and the mail program uses it',
    {
      own: { 587: 'refuse', 465: 'open' },
      large: { 587: 'refuse', 465: 'open' },
      here: [stopped(587, 'rejected'), stopped(587, 'rejected', '198.51.100.20')],
      input: { current: { host: ownHost, port: 587, security: 'starttls' } },
    },
    {
      verdict: 'this-computer',
      severity: 'problem',
      not: blocks,
      says: [/port 587/],
      use: `${ownHost}:465/tls`,
    },
  ],
  [
    'only 25 is shut here, which nobody needs',
    {
      own: { 25: 'drop', 587: 'open' },
      large: { 25: 'drop', 587: 'open' },
      here: [stopped(25, 'dropped'), stopped(25, 'dropped', '198.51.100.20')],
    },
    { verdict: 'all-clear', also: { 'this-computer': 'note' }, not: blocks },
  ],
  [
    'a rule against this one server',
    { own: all('refuse'), ...strangers, here: mailPorts.map((port) => stopped(port, 'rejected')) },
    {
      verdict: 'this-computer',
      not: ['server-down'],
      says: [
        /lets no connection out to mail\.example\.org/,
        /Servers of others are reached on the same ports/,
      ],
    },
  ],
  [
    'no program gets out at all: this computer is not called offline',
    {
      own: all('drop'),
      web: 'none',
      byNumber: 'drop',
      here: mailPorts.map((port) => stopped(port, 'dropped')),
    },
    { verdict: 'this-computer', not: ['offline', 'dns-unreachable'], says: [/lets no connection out\./] },
  ],
  [
    'one sign alone makes it likely',
    { own: { 587: 'refuse' }, large: { 587: 'refuse' }, here: [stopped(587, 'rejected')] },
    { verdict: 'this-computer', confidence: 'likely' },
  ],
  [
    'no route to this one server, while others are reached',
    { own: all('unreachable'), ...strangers, here: mailPorts.map((port) => stopped(port, 'no-way')) },
    {
      verdict: 'this-computer',
      confidence: 'certain',
      not: ['server-down'],
      says: [/knows no way to mail\.example\.org/, /VPN/],
    },
  ],
  [
    'a computer without IPv6 has no route there, and that is no fault of its',
    {
      own: { 587: 'open' },
      own6: { 587: 'unreachable' },
      ...strangers,
      here: [{ ...stopped(587, 'no-way', '2001:db8::10'), family: 6 }],
    },
    { verdict: 'all-clear', not: ['this-computer'] },
  ],
]);

const led = (kind: 'hosts-file' | 'search-list', inDns: readonly string[]): HereFact => ({
  kind,
  host: ownHost,
  addresses: ['192.0.2.10'],
  inDns: [...inDns],
});

judges([
  [
    'the hosts file leads the server’s name to where nobody answers',
    { own: all('drop'), ...strangers, here: [led('hosts-file', ['203.0.113.9'])] },
    {
      verdict: 'this-computer',
      confidence: 'certain',
      not: ['server-down'],
      says: [/hosts file/, /192\.0\.2\.10/, /203\.0\.113\.9/],
    },
  ],
  [
    'a search domain leads every name to one address, and what answers there is no sign-in page',
    {
      own: all('refuse'),
      large: all('refuse'),
      web: 'other-page',
      here: [led('search-list', ['203.0.113.9'])],
    },
    {
      verdict: 'this-computer',
      not: ['server-down', 'captive-portal', ...blocks],
      says: [/search domain/, /ndots/],
    },
  ],
  [
    'a hosts file names a server that takes mail, as an administrator wants it',
    { own: { 587: 'open' }, ...strangers, here: [led('hosts-file', ['203.0.113.9'])] },
    { verdict: 'all-clear', not: ['this-computer'] },
  ],
  [
    'a name that only the hosts file knows is meant to be there',
    { own: all('drop'), ...strangers, here: [led('hosts-file', [])] },
    { verdict: 'server-down', not: ['this-computer'] },
  ],
]);
