import { judges, livingLine, mute, muteInTls } from '../world.ts';

/** What this computer's own kernel says of a family that it does not have. */
const noWay = {
  outcome: 'unreachable',
  stage: 'connect',
  timings: {},
  attempts: 1,
  witnessed: false,
  error: { code: 'ENETUNREACH', message: 'ENETUNREACH' },
} as const;

judges([
  [
    'the server takes connections over IPv6 and says nothing, and works over IPv4',
    {
      own: { 465: 'open', 587: 'open' },
      own6: { 465: muteInTls, 587: mute },
      large6: { 465: 'open', 587: 'open' },
      more: livingLine,
    },
    {
      verdict: 'ipv6-unreachable',
      severity: 'warning',
      not: ['submission-failing', 'submission-blocked'],
      says: [/says nothing on ports 465 and 587/],
      use: 'mail.example.org:587/starttls',
    },
  ],
  [
    'the same, asked once more in case it was the line, which is not waited out',
    {
      own: { 465: 'open', 587: 'open' },
      own6: {
        465: muteInTls,
        587: [
          mute,
          { ...mute, startedMs: 6_000, elapsedMs: 3_040, timings: { connect: 40, greeting: 3_000 } },
        ],
      },
      large6: { 465: 'open', 587: 'open' },
      more: livingLine,
    },
    { verdict: 'ipv6-unreachable', severity: 'warning', says: [/says nothing on ports 465 and 587/] },
  ],
  [
    'not the server’s: strangers are as mute over IPv6',
    {
      own: { 465: 'open', 587: 'open' },
      own6: { 465: muteInTls, 587: mute, 993: 'open' },
      large6: { 465: muteInTls, 587: mute },
      more: [...livingLine, ...livingLine.map((o) => ({ ...o, family: 6 as const }))],
    },
    { verdict: 'submission-blocked', not: ['ipv6-unreachable'], says: [/over IPv6/] },
  ],
  [
    'IPv6 has no route, IPv4 works: a warning',
    { own: { 587: 'open' }, own6: { 587: 'unreachable', 465: 'unreachable' } },
    { verdict: 'all-clear', also: { 'ipv6-unreachable': 'warning' } },
  ],
  [
    'IPv6 hangs, IPv4 works',
    { own: { 587: 'open', 25: 'open' }, own6: { 587: 'drop', 25: 'drop' } },
    { verdict: 'ipv6-unreachable', severity: 'warning', also: { 'all-clear': 'note' }, says: [/hangs/] },
  ],
  [
    'a mail program whose settings work does not hang',
    {
      own: { 587: 'open' },
      own6: { 587: 'drop' },
      input: { current: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'all-clear', also: { 'ipv6-unreachable': 'warning' } },
  ],
  [
    'not raised: the slower family was only cancelled',
    { own: { 587: 'open' }, own6: { 587: 'cancelled' } },
    { verdict: 'all-clear', not: ['ipv6-unreachable'] },
  ],
  [
    'not raised: one port is closed over IPv6, another one is open',
    { own: { 587: 'open', 25: 'open' }, own6: { 587: 'open', 25: 'refuse' } },
    { verdict: 'all-clear', not: ['ipv6-unreachable'] },
  ],
  [
    'not raised: both families fail, so the server is down',
    { own: { 587: 'drop' }, own6: { 587: 'drop' }, large: { 587: 'open' } },
    { verdict: 'server-down', not: ['ipv6-unreachable'] },
  ],
  [
    'likely: one port alone hangs over IPv6',
    { own: { 587: 'open' }, own6: { 587: 'drop' } },
    { verdict: 'ipv6-unreachable', confidence: 'likely' },
  ],
  [
    'a server with IPv6 only, from a computer without it',
    {
      own6: { 25: noWay, 465: noWay, 587: noWay },
      large: { 587: 'open', 465: 'open', 25: 'open' },
    },
    {
      verdict: 'ipv6-unreachable',
      severity: 'problem',
      says: [/IPv6 only, and this computer has no IPv6/],
    },
  ],
  [
    'not raised: DNS falls silent, so that an IPv4 address may only not have been heard of',
    {
      own6: { 25: noWay, 465: noWay, 587: noWay },
      names: { 'smtp.example.org': 'no-dns-answer' },
      large: { 587: 'open', 465: 'open', 25: 'open' },
    },
    { verdict: 'inconclusive', not: ['ipv6-unreachable'] },
  ],
  [
    'not raised: what was tried over IPv4 as well was given up',
    {
      own: { 587: 'cancelled' },
      own6: { 25: noWay, 465: noWay, 587: noWay },
      large: { 587: 'open', 465: 'open', 25: 'open' },
    },
    { verdict: 'inconclusive', not: ['ipv6-unreachable'] },
  ],
  [
    'not raised: stopped before DNS was asked to the end',
    {
      own6: { 25: noWay, 465: noWay, 587: noWay },
      large: { 587: 'open', 465: 'open', 25: 'open' },
      interrupted: true,
    },
    { verdict: 'inconclusive', not: ['ipv6-unreachable'] },
  ],
  [
    'a server with both, from a computer without IPv6, gives no reason to speak of IPv6',
    { own: { 587: 'open' }, own6: { 587: noWay } },
    { verdict: 'all-clear', not: ['ipv6-unreachable'] },
  ],
]);
