import { aControl } from '../../../support/builders.ts';
import { judges } from '../world.ts';

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
]);
