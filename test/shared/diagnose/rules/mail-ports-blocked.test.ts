import { judges, livingLine, mute, muteInTls, seenLeaving } from '../world.ts';

const sending = { 25: 'drop', 465: 'drop', 587: 'drop' } as const;

const silenced = { 25: mute, 465: muteInTls, 587: mute } as const;

/** Silence that was too short for a proof. */
const givenUp = { ...mute, elapsedMs: 2_540, timings: { dns: 5, connect: 40, greeting: 2_500 } } as const;

/** The check ended while its first word was waited for. */
const leftMute = { ...mute, outcome: 'cancelled', startedMs: 3_000, error: undefined as never } as const;

judges([
  [
    'every connection is taken and nothing comes through, at three operators',
    { own: silenced, large: silenced, small: silenced, more: livingLine, here: seenLeaving },
    { verdict: 'mail-ports-blocked', confidence: 'certain', use: null },
  ],
  [
    'the same where nobody counted what left: a program on this computer may take the connections',
    { own: silenced, large: silenced, small: silenced, more: livingLine },
    { verdict: 'mail-ports-blocked', confidence: 'likely', use: null },
  ],
  [
    'silence on the ports on which no stranger is asked was not waited out',
    {
      own: { ...silenced, 2525: givenUp, 143: givenUp },
      large: silenced,
      small: silenced,
      more: livingLine,
    },
    { verdict: 'mail-ports-blocked', not: ['port-25-blocked', 'submission-blocked'] },
  ],
  [
    'the same where a host on which nobody listens lets in, too, and says nothing',
    { own: silenced, large: silenced, notListening: mute, more: livingLine },
    { verdict: 'mail-ports-blocked', not: ['port-25-intercepted'] },
  ],
  [
    'not raised: 587 and 465 are refused for everybody, and strangers let in on 25 before the line was cut',
    {
      own: { 25: 'refuse', 465: 'refuse', 587: 'refuse', 993: 'refuse' },
      large: { 25: mute, 465: 'refuse', 587: 'refuse' },
      small: { 25: mute, 465: 'refuse', 587: 'refuse' },
      more: livingLine,
    },
    { verdict: 'submission-blocked', not: ['mail-ports-blocked'] },
  ],
  [
    'not raised: over IPv6 nobody says a word, and DNS was not heard about the server’s IPv4 address',
    {
      own6: silenced,
      large6: silenced,
      more: livingLine.flatMap((o) => [o, { ...o, id: `${o.id}-six`, family: 6 }]),
      here: seenLeaving,
      names: { 'mail.example.org': 'no-dns-answer' },
    },
    { verdict: 'inconclusive', not: ['mail-ports-blocked', 'submission-blocked', 'port-25-blocked'] },
  ],
  [
    'the same where DNS was heard: it has none',
    {
      own6: silenced,
      large6: silenced,
      more: livingLine.flatMap((o) => [o, { ...o, id: `${o.id}-six`, family: 6 }]),
      here: seenLeaving,
    },
    { verdict: 'mail-ports-blocked' },
  ],
  [
    'not raised: over IPv4 25 was not tried, and that other ports say nothing there may be the server’s own doing',
    {
      own: { 465: muteInTls, 587: mute, 2525: mute },
      own6: { 25: 'open', 465: muteInTls, 587: mute, 2525: 'open' },
      large: { 465: muteInTls, 587: mute },
      large6: { 465: muteInTls, 587: mute },
      more: livingLine,
    },
    { verdict: 'submission-blocked', not: ['mail-ports-blocked'] },
  ],
  [
    'receiving was still waited for when the check ended',
    { own: { ...silenced, 143: leftMute }, large: silenced, small: silenced, more: livingLine },
    { verdict: 'mail-ports-blocked' },
  ],
  [
    'over the other family strangers were still waited for: nobody gets out on 25 there',
    {
      own6: silenced,
      large: { 25: leftMute },
      large6: { 465: muteInTls, 587: mute },
      more: livingLine,
    },
    { verdict: 'mail-ports-blocked' },
  ],
  [
    'not raised: sending is dropped over IPv6, and other ports are closed there by the server itself',
    {
      own: { 25: 'open', 465: 'open', 587: 'open', 993: 'refuse' },
      own6: { 25: 'drop', 465: 'drop', 587: 'drop', 993: 'refuse' },
      large6: { 25: 'drop', 465: 'drop', 587: 'drop' },
      more: livingLine.map((o) => ({ ...o, family: 6 as const })),
    },
    {
      verdict: 'submission-blocked',
      not: ['mail-ports-blocked', 'ipv6-unreachable'],
      says: [/over IPv6/],
      use: 'mail.example.org:587/starttls',
    },
  ],
  [
    'no mail port gets out, the web works',
    {
      own: { ...sending, 26: 'drop', 2525: 'drop', 993: 'drop', 143: 'drop' },
      large: sending,
      small: sending,
    },
    {
      verdict: 'mail-ports-blocked',
      confidence: 'certain',
      use: null,
      not: ['submission-blocked', 'port-25-blocked', 'server-down', 'mail-allow-list', 'offline'],
      says: [/VPN/, /do not try to get around/],
    },
  ],
  [
    'receiving was not checked',
    { own: sending, large: sending },
    { verdict: 'mail-ports-blocked', confidence: 'certain' },
  ],
  ...([{ 993: 'cancelled', 2525: 'cancelled' }, {}] as const).map(
    (rest): Parameters<typeof judges>[0][number] => [
      `a stopped check is not certain of ports that it did not ask to the end: ${JSON.stringify(rest)}`,
      { own: { ...sending, ...rest }, large: sending, small: sending, interrupted: true },
      {
        verdict: 'mail-ports-blocked',
        confidence: 'likely',
        says: [/ports 25, 465 and 587/],
        saysNot: [/993|2525/],
      },
    ],
  ),
  [
    'an address reached by number stands for the web',
    { own: sending, large: sending, web: 'drop', byNumber: 'open' },
    { verdict: 'mail-ports-blocked' },
  ],
  [
    'over IPv4 only: IPv6 is open and works',
    { own: sending, own6: { 25: 'open', 587: 'open' }, large: sending, large6: { 587: 'open' } },
    { verdict: 'mail-ports-blocked', says: [/over IPv4/], use: 'mail.example.org:587/starttls' },
  ],
  [
    'not raised: over IPv4 only sending was tried, and over IPv6 a port for receiving is open',
    {
      own: sending,
      own6: { 25: 'open', 587: 'open', 993: 'open' },
      large: sending,
      large6: { 587: 'open' },
    },
    {
      verdict: 'submission-blocked',
      not: ['mail-ports-blocked'],
      says: [/over IPv4/],
      use: 'mail.example.org:587/starttls',
    },
  ],
  [
    'over IPv4 only, receiving too',
    {
      own: { ...sending, 993: 'drop' },
      own6: { 25: 'open', 587: 'open', 993: 'open', 995: 'open' },
      large: sending,
      large6: { 587: 'open' },
    },
    { verdict: 'mail-ports-blocked', says: [/over IPv4/], use: 'mail.example.org:587/starttls' },
  ],
  [
    'over IPv6 only: IPv4 is open and works',
    {
      own: { 25: 'open', 587: 'open' },
      own6: sending,
      large: { 587: 'open' },
      large6: sending,
      hosts: [{ host: 'mail.example.org', family: 6, ports: { 443: 'open' } }],
    },
    { verdict: 'mail-ports-blocked', says: [/over IPv6/], use: 'mail.example.org:587/starttls' },
  ],
  [
    'not raised: port 26 is forgotten, so not every mail port is closed',
    { own: { ...sending, 993: 'drop', 26: 'open' }, large: sending },
    { verdict: 'submission-blocked', not: ['mail-ports-blocked'], use: 'mail.example.org:26/starttls' },
  ],
  [
    'not raised: others get out on 25, if only over the other address family',
    {
      own: { 25: 'refuse', 465: 'drop', 587: 'drop', 993: 'refuse' },
      large: { 465: 'drop', 587: 'drop' },
      large6: { 25: 'open' },
    },
    { verdict: 'submission-blocked', not: ['mail-ports-blocked'] },
  ],
  [
    'not raised: on 25 nobody else was asked over IPv6, and it lets in over IPv4',
    {
      own: { 25: 'open', 465: 'refuse', 587: 'refuse', 993: 'open' },
      own6: { 25: 'drop', 465: 'refuse', 587: 'refuse', 993: 'drop' },
      large: { 465: 'refuse', 587: 'refuse' },
      large6: { 465: 'refuse', 587: 'refuse' },
    },
    { verdict: 'submission-blocked', not: ['mail-ports-blocked'] },
  ],
  [
    'not raised: the controls work, so the server is down',
    { own: sending, large: { 25: 'open', 465: 'open', 587: 'open' } },
    { verdict: 'server-down', not: ['mail-ports-blocked'] },
  ],
  [
    'not raised: nothing else gets out either',
    { own: sending, large: sending, web: 'drop', byNumber: 'drop', madeUpName: 'unknown' },
    { verdict: 'inconclusive', not: ['mail-ports-blocked', 'offline'], says: [/No connection gets out/] },
  ],
  [
    'not raised: a small operator is reached',
    { own: { ...sending, 993: 'drop' }, large: sending, small: { 587: 'open' } },
    { verdict: 'server-down', confidence: 'likely', not: ['mail-ports-blocked'] },
  ],
  [
    'not raised: one port was tried',
    { own: { 587: 'drop' }, large: { 587: 'drop' } },
    { verdict: 'submission-blocked', not: ['mail-ports-blocked'] },
  ],
  [
    'not raised: only one operator fails',
    { own: sending, google: sending },
    { verdict: 'inconclusive', not: ['mail-ports-blocked'] },
  ],
  [
    'not raised: the controls were asked on port 25 only',
    { own: sending, large: { 25: 'drop' } },
    { verdict: 'inconclusive', not: ['mail-ports-blocked', 'port-25-blocked'] },
  ],
  [
    'likely: another server of the person’s may have answered',
    {
      own: sending,
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.11', ports: { 587: 'lost' } }],
      large: sending,
    },
    { verdict: 'mail-ports-blocked', confidence: 'likely' },
  ],
  [
    'likely: 465 was compared with nobody’s',
    { own: sending, large: { 25: 'drop', 587: 'drop' } },
    { verdict: 'mail-ports-blocked', confidence: 'likely' },
  ],
  [
    'a mail program that sends over IPv6 is not disturbed by it',
    {
      own: sending,
      own6: { 587: 'open' },
      large: sending,
      input: { current: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'all-clear', also: { 'mail-ports-blocked': 'warning' } },
  ],
]);
