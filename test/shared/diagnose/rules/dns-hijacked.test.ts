import { aControl } from '../../../support/builders.ts';
import { badCertificate, judges } from '../world.ts';

const gate = '10.0.0.1';
const at = (host: string, address: string) => ({ host, address, sources: ['srv'] as const });

judges([
  [
    'DNS sends every name to one computer',
    {
      hosts: [{ ...at('mail.example.org', '203.0.113.66'), ports: { 25: 'refuse', 587: 'refuse' } }],
      madeUpName: '203.0.113.66',
      web: 'drop',
      byNumber: 'open',
    },
    { verdict: 'dns-hijacked', confidence: 'certain', says: [/203\.0\.113\.66/], not: ['server-down'] },
  ],
  [
    'unrelated names lead to one private address',
    {
      hosts: [{ ...at('mail.example.org', gate), ports: { 587: 'refuse' } }],
      large: { 587: { address: gate, outcome: 'refused', stage: 'connect', timings: {}, attempts: 1 } },
      web: 'drop',
    },
    { verdict: 'dns-hijacked' },
  ],
  [
    'only names that do not exist are made up: not why mail fails',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'drop' }, madeUpName: '198.51.100.66' },
    { verdict: 'port-25-blocked', also: { 'dns-hijacked': 'warning' } },
  ],
  [
    'not raised: the sign-in page of a network does this on purpose',
    {
      hosts: [{ ...at('mail.example.org', gate), ports: { 587: 'refuse' } }],
      madeUpName: gate,
      web: 'redirect',
    },
    { verdict: 'captive-portal', not: ['dns-hijacked'] },
  ],
  [
    'not raised: a mail server in the home network has a private address',
    { hosts: [{ ...at('mail.example.org', gate), ports: { 587: 'open' } }], madeUpName: 'unknown' },
    { verdict: 'all-clear', not: ['dns-hijacked'] },
  ],
  [
    'a guessed name leads astray, the published one does not: not why mail fails',
    {
      own: { 587: 'drop', 465: 'drop', 25: 'drop' },
      hosts: [
        { host: 'smtp.example.org', address: '198.51.100.66', sources: ['guess'], ports: { 587: 'refuse' } },
      ],
      large: { 587: 'open', 465: 'open', 25: 'open' },
      madeUpName: '198.51.100.66',
    },
    { verdict: 'server-down', also: { 'dns-hijacked': 'warning' } },
  ],
  [
    'the published server is led astray, a guessed one is not: why mail fails',
    {
      hosts: [
        { ...at('mail.example.org', '203.0.113.66'), ports: { 587: 'refuse' } },
        { host: 'smtp.example.org', address: '192.0.2.11', sources: ['guess'], ports: { 587: 'open' } },
      ],
      madeUpName: '203.0.113.66',
    },
    { verdict: 'dns-hijacked', severity: 'problem' },
  ],
  [
    'so is the server that receives the domain’s mail',
    {
      own: { 587: 'open' },
      hosts: [{ host: 'mx.example.org', address: '203.0.113.66', sources: ['mx'], ports: { 25: 'open' } }],
      madeUpName: '203.0.113.66',
    },
    { verdict: 'dns-hijacked', severity: 'problem' },
  ],
  [
    'not raised: one operator’s control is in the home network too, as a custom control may be',
    {
      hosts: [{ ...at('mail.example.org', gate), ports: { 587: 'refuse' } }],
      google: { 587: { address: gate } },
    },
    { verdict: 'server-down', not: ['dns-hijacked'] },
  ],
  [
    'not raised: the person gave the own server’s other names as controls',
    {
      own: { 587: 'open' },
      more: ['smtp.example.org', 'mx.example.org'].map((host) =>
        aControl(host, { host, outcome: 'ok', address: '192.0.2.10' }),
      ),
    },
    { verdict: 'all-clear', not: ['dns-hijacked'] },
  ],
  ...(['0.0.0.0', '127.0.0.1', '127.0.0.53', '::', '::1'] as const).map(
    (address): Parameters<typeof judges>[0][number] => [
      `DNS hides the server: it answers ${address}, while others’ names lead to computers`,
      {
        hosts: [
          {
            ...at('mail.example.org', address),
            family: address.includes(':') ? 6 : 4,
            ports: { 587: 'refuse', 465: 'refuse', 25: 'refuse' },
          },
        ],
        large: { 587: 'open', 465: 'open', 25: 'open' },
      },
      {
        verdict: 'dns-hijacked',
        confidence: 'likely',
        says: [
          /leads mail\.example\.org nowhere/,
          address.endsWith('0') || address === '::' ? /no computer at all/ : /the computer that asks/,
          /Names of other servers lead where they should/,
          /parental control/,
        ],
        not: ['server-down', 'this-computer', 'port-closed'],
      },
    ],
  ),
  [
    'the same where the mail service of this very computer answers on 25',
    {
      hosts: [
        {
          ...at('mail.example.org', '127.0.0.1'),
          ports: { 587: 'refuse', 465: 'refuse', 25: badCertificate('self-signed') },
        },
      ],
      large: { 587: 'open', 465: 'open', 25: 'open' },
    },
    { verdict: 'dns-hijacked', confidence: 'likely' },
  ],
  ...(
    [
      ['224.0.0.1', /groups of computers/],
      ['ff02::1', /groups of computers/],
      ['240.0.0.1', /belong to no computer on the internet/],
      ['255.255.255.255', /belong to no computer on the internet/],
      ['100::1', /belong to no computer on the internet/],
      ['198.18.0.7', /kept for tests/],
      ['192.0.2.1', /examples in manuals/],
      ['2001:db8::1', /examples in manuals/],
    ] as const
  ).map(([address, words]): Parameters<typeof judges>[0][number] => [
    `nobody can be at ${address}, and it is told as what it is`,
    {
      hosts: [
        {
          ...at('mail.example.org', address),
          family: address.includes(':') ? 6 : 4,
          ports: { 587: 'drop', 465: 'drop', 25: 'drop' },
        },
      ],
      more: [aControl('gmx.net', { address: '212.227.17.190' })],
      large: { 587: 'open', 465: 'open', 25: 'open' },
    },
    {
      verdict: 'dns-hijacked',
      confidence: 'likely',
      not: ['server-down', 'mail-allow-list'],
      says: [/leads mail\.example\.org nowhere/, words, /entered that address themselves/],
    },
  ]),
  [
    'not raised: strangers live at addresses for examples as well',
    {
      own: { 587: 'drop', 465: 'drop', 25: 'drop' },
      large: { 587: 'open', 465: 'open', 25: 'open' },
    },
    { verdict: 'server-down', not: ['dns-hijacked'] },
  ],
  [
    'without strangers to compare with, an address of nobody is possible at most',
    {
      hosts: [{ ...at('mail.example.org', '0.0.0.0'), ports: { 587: 'refuse', 465: 'refuse' } }],
      web: 'none',
      input: { references: false },
    },
    { verdict: 'dns-hijacked', confidence: 'possible', saysNot: [/Names of other servers/] },
  ],
  [
    'DNS answers every name with no address',
    {
      hosts: [{ ...at('mail.example.org', '0.0.0.0'), ports: { 587: 'refuse' } }],
      large: { 587: { address: '0.0.0.0', outcome: 'refused', stage: 'connect', timings: {}, attempts: 1 } },
      web: 'drop',
    },
    { verdict: 'dns-hijacked', says: [/names that have nothing to do with each other/] },
  ],
  [
    'the mail program uses a name that is hidden, while another works',
    {
      own: { 587: 'open' },
      hosts: [{ host: 'smtp.example.org', address: '0.0.0.0', sources: ['guess'], ports: { 587: 'refuse' } }],
      input: { current: { host: 'smtp.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'dns-hijacked', severity: 'problem', says: [/set the outgoing server to mail\.example\.org/] },
  ],
  [
    'not raised: a guessed name that nobody needs leads nowhere',
    {
      own: { 587: 'open' },
      hosts: [{ host: 'smtp.example.org', address: '0.0.0.0', sources: ['guess'], ports: { 587: 'refuse' } }],
    },
    { verdict: 'all-clear', not: ['dns-hijacked'] },
  ],
  [
    'not raised: the hosts file leads there',
    {
      hosts: [{ ...at('mail.example.org', '127.0.0.1'), ports: { 587: 'refuse', 465: 'refuse' } }],
      large: { 587: 'open', 465: 'open' },
      here: [
        { kind: 'hosts-file', host: 'mail.example.org', addresses: ['127.0.0.1'], inDns: ['192.0.2.10'] },
      ],
    },
    { verdict: 'this-computer', not: ['dns-hijacked'] },
  ],
  [
    'not raised: a practice network, in which strangers live on loopback addresses too',
    {
      hosts: [{ ...at('mail.example.org', '127.0.0.1'), ports: { 587: 'refuse', 465: 'refuse' } }],
      google: { 587: { address: '127.0.0.2' } },
      web: { address: '127.0.0.3', web: { status: 200, isExpected: true } },
    },
    { verdict: 'server-down', not: ['dns-hijacked'] },
  ],
  [
    'not raised: a bridge on this computer, by its name or number',
    {
      hosts: [{ ...at('localhost', '127.0.0.1'), ports: { 587: 'refuse', 465: 'refuse' } }],
      large: { 587: 'open', 465: 'open' },
      input: { server: 'localhost' },
    },
    { verdict: 'this-computer', not: ['dns-hijacked'] },
  ],
]);
