import { aControl } from '../../../support/builders.ts';
import { judges } from '../world.ts';

judges([
  [
    'the domain does not exist',
    { names: { 'example.org': 'no-name' }, madeUpName: 'unknown' },
    { verdict: 'domain-not-found', confidence: 'certain', says: [/behind the @/], not: ['dns-unreachable'] },
  ],
  [
    'the server’s name is misspelt',
    { names: { 'smpt.example.org': 'no-name' }, input: { server: 'smpt.example.org' } },
    {
      verdict: 'domain-not-found',
      says: [/smpt\.example\.org/, /letter by letter/, /Other names are found/],
    },
  ],
  [
    'not one other name is found either: the directory may be at fault, and nothing is said of others',
    { names: { 'smpt.example.org': 'no-name' }, input: { server: 'smpt.example.org' }, web: 'none' },
    { verdict: 'domain-not-found', confidence: 'likely', saysNot: [/Other names/] },
  ],
  [
    'strangers were not to be asked: one directory’s word alone',
    {
      names: { 'example.org': 'no-name' },
      madeUpName: 'unknown',
      web: 'none',
      input: { references: false },
    },
    { verdict: 'domain-not-found', confidence: 'likely' },
  ],
  [
    'the name exists without an address',
    { names: { 'mail.example.org': 'no-data' }, input: { server: 'mail.example.org:587' } },
    { verdict: 'domain-not-found', says: [/no computer belongs to that name/] },
  ],
  [
    'the mail program uses a name that does not exist, while the provider’s works',
    {
      own: { 587: 'open' },
      names: { 'old.example.org': 'no-name' },
      input: { current: { host: 'old.example.org', port: 587, security: 'starttls' } },
    },
    {
      verdict: 'domain-not-found',
      says: [/old\.example\.org/, /set the outgoing server to mail\.example\.org/],
    },
  ],
  [
    'not raised: the bare domain has no address, but its mail server has',
    { own: { 587: 'open' }, names: { 'example.org': 'no-data' } },
    { verdict: 'all-clear', not: ['domain-not-found'] },
  ],
  [
    'not raised: the bare domain has no address, and DNS keeps to itself who receives its mail',
    {
      names: { 'example.org': 'no-data' },
      madeUpName: 'unknown',
      web: 'ok',
      discovery: [
        { source: 'mx', asked: 'MX example.org', outcome: 'no-answer', elapsedMs: 4_000, servers: [] },
      ],
    },
    { verdict: 'inconclusive', not: ['domain-not-found'] },
  ],
  [
    'the domain does not exist at all, whatever was not answered about it',
    {
      names: { 'example.org': 'no-name' },
      discovery: [
        { source: 'mx', asked: 'MX example.org', outcome: 'no-answer', elapsedMs: 4_000, servers: [] },
      ],
    },
    { verdict: 'domain-not-found', confidence: 'certain' },
  ],
  [
    'not raised: DNS does not answer',
    { names: { 'example.org': 'no-dns-answer' }, web: 'none', byNumber: 'open' },
    { verdict: 'dns-unreachable', not: ['domain-not-found'] },
  ],
  [
    'not raised: the directory knows no name at all, those of large operators included',
    {
      names: { 'example.org': 'no-name' },
      web: 'none',
      more: ['google.com', 'gmx.net'].map((operator) =>
        aControl(operator, {
          outcome: 'dns-error',
          stage: 'dns',
          address: null,
          family: null,
          error: { code: 'no-name', message: 'no-name' },
        }),
      ),
    },
    { verdict: 'dns-unreachable', not: ['domain-not-found'] },
  ],
  [
    'of a name without an address and one that does not exist, the latter is told',
    { names: { 'mail.example.org': 'no-data', 'smtp.example.org': 'no-name' } },
    { verdict: 'domain-not-found', says: [/smtp\.example\.org/], saysNot: [/no computer belongs/] },
  ],
  [
    'a mail program that sends is not disturbed by a name that was misspelt here',
    {
      own: { 587: 'open' },
      names: { 'smpt.example.org': 'no-name' },
      input: {
        server: 'smpt.example.org',
        current: { host: 'mail.example.org', port: 587, security: 'starttls' },
      },
    },
    { verdict: 'all-clear', also: { 'domain-not-found': 'warning' } },
  ],
  ...['nas.local', 'mail', 'mail.lan', 'NAS.home', 'mx.internal', 'nas.home.arpa'].map(
    (host): Parameters<typeof judges>[0][number] => [
      `${host} is known inside its own network only, so it is not called misspelt`,
      { names: { [host]: 'no-name' }, input: { server: host } },
      {
        verdict: 'domain-not-found',
        says: [/inside one home or company network/, /same network/],
        saysNot: [/misspelt/, /letter by letter/],
      },
    ],
  ),
  [
    'a name that only resembles those of inner networks may be misspelt',
    { names: { 'mail.local.example.org': 'no-name' }, input: { server: 'mail.local.example.org' } },
    { verdict: 'domain-not-found', says: [/misspelt/], saysNot: [/home or company network/] },
  ],
]);
