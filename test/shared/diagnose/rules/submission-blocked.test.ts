import type { Observation } from '../../../../shared/model/observation.ts';
import { aControl, anObservation, heldThroughout } from '../../../support/builders.ts';
import { cutOff, judges, livingLine, mute, muteInTls, seenLeaving } from '../world.ts';

const shut = { 465: 'drop', 587: 'drop' } as const;
const relay = { auth: [], capabilities: ['SIZE 1000'] };
const silenced = { 465: muteInTls, 587: mute } as const;
const cut = { 465: { ...cutOff, stage: 'tls' }, 587: cutOff } as const;

const dropped = {
  outcome: 'cancelled',
  stage: 'greeting',
  elapsedMs: 60,
  timings: { connect: 50 },
  greeting: undefined as never,
  serverName: undefined as never,
  tls: undefined as never,
  error: { code: 'cancelled', message: 'another was first' },
} as const satisfies Partial<Observation>;
const unheard = (change: Partial<Observation>): Observation => anObservation({ ...change, ...dropped });

/** The server greeted, and what came back to our first word is `outcome`; on 465 that word begins TLS. */
const dead = (outcome: 'reset' | 'timeout') => {
  const time = outcome === 'reset' ? 40 : 10_000;
  const change = { outcome, elapsedMs: time + 90, error: { code: outcome, message: outcome } } as const;
  const hello = {
    ...change,
    stage: 'ehlo',
    security: 'starttls',
    timings: { connect: 40, greeting: 40, ehlo: time },
    serverName: undefined as never,
    capabilities: undefined as never,
    tls: undefined as never,
  } as const;
  const clientHello = { ...muteInTls, ...change, stage: 'tls', timings: { connect: 40, tls: time } } as const;
  return { 465: clientHello, 587: hello } as const;
};
const lateLife = [6_000, 8_000, 9_500].flatMap((startedMs) =>
  livingLine.slice(0, 1).map((o) => ({ ...o, startedMs })),
);

judges([
  [
    'everybody’s connections are cut as soon as a word is said: nothing encrypted was ever sent',
    { own: { ...dead('reset'), 993: 'open' }, large: dead('reset') },
    {
      verdict: 'submission-blocked',
      confidence: 'likely',
      says: [/die here, whichever provider/, /they are cut/, /security program on this computer/],
      not: ['tls-blocked', 'submission-failing', 'inconclusive'],
    },
  ],
  [
    'everybody’s go dead as soon as a word is said; what was sent left this computer',
    {
      own: { ...dead('timeout'), 993: 'open' },
      large: dead('timeout'),
      more: [...livingLine, ...lateLife],
      here: seenLeaving,
    },
    {
      verdict: 'submission-blocked',
      confidence: 'certain',
      says: [/nothing comes back any more/],
      not: ['tls-blocked', 'packet-size'],
    },
  ],
  [
    'the same, and whether it left is not known',
    {
      own: { ...dead('timeout'), 993: 'open' },
      large: dead('timeout'),
      more: [...livingLine, ...lateLife],
    },
    { verdict: 'submission-blocked', confidence: 'likely' },
  ],
  [
    'not raised: one stranger’s server goes on',
    {
      own: { ...dead('reset'), 993: 'open' },
      google: dead('reset'),
      large: { ...dead('reset'), 587: { security: 'starttls' } },
    },
    { verdict: 'submission-failing', not: ['submission-blocked', 'tls-blocked'] },
  ],
  [
    'not raised: nobody else is reached',
    { own: dead('reset'), large: dead('reset'), web: 'none' },
    { verdict: 'inconclusive', not: ['submission-blocked', 'tls-blocked'] },
  ],
  [
    '587 and 465 dropped for everyone, reading mail works',
    { own: { ...shut, 25: 'open', 993: 'open' }, large: shut, small: shut },
    {
      verdict: 'submission-blocked',
      confidence: 'certain',
      not: ['mail-ports-blocked', 'mail-allow-list', 'server-down', 'port-25-blocked'],
      says: [/expected to leave it open/],
    },
  ],
  [
    'port 26 works and is recommended, with its warning',
    { own: { ...shut, 25: 'drop', 26: 'open' }, large: { ...shut, 25: 'open' } },
    {
      verdict: 'submission-blocked',
      use: 'mail.example.org:26/starttls',
      says: [/closes the usual ports for sending, but port 26 is open/],
      saysNot: [/does not let mail programs send/],
    },
  ],
  [
    'port 26 is open without encryption: it is not recommended',
    {
      own: {
        ...shut,
        26: { security: 'none', timings: { connect: 40 }, capabilities: ['AUTH PLAIN'], auth: ['PLAIN'] },
      },
      large: shut,
    },
    { verdict: 'submission-blocked', use: null, saysNot: [/port 26/] },
  ],
  [
    '25 closed as well: both are told, this one explains more',
    { own: { ...shut, 25: 'drop', 993: 'open' }, large: { ...shut, 25: 'drop' } },
    { verdict: 'submission-blocked', also: { 'port-25-blocked': 'problem' }, use: null },
  ],
  [
    'refused, not dropped',
    { own: { 465: 'refuse', 587: 'refuse', 993: 'open' }, large: { 465: 'refuse', 587: 'refuse' } },
    { verdict: 'submission-blocked', says: [/is refused|are closed/] },
  ],
  [
    'not raised: no stranger is reached on any port, so that their silence is no block of this one',
    { own: { ...shut, 2525: 'open' }, large: shut, small: shut, web: 'drop' },
    { verdict: 'inconclusive', not: ['submission-blocked'], use: 'mail.example.org:2525/starttls' },
  ],
  [
    'a firewall takes every connection to them and lets nothing through',
    {
      own: { ...silenced, 25: relay, 993: 'open' },
      large: silenced,
      small: silenced,
      more: livingLine,
      here: seenLeaving,
    },
    {
      verdict: 'submission-blocked',
      confidence: 'certain',
      not: ['submission-failing', 'mail-allow-list', 'tls-blocked'],
    },
  ],
  [
    'the same where nobody counted what left: a program on this computer may take the connections',
    { own: { ...silenced, 25: relay, 993: 'open' }, large: silenced, small: silenced, more: livingLine },
    {
      verdict: 'submission-blocked',
      confidence: 'likely',
      says: [/firewall or security program on your computer|virus scanner|security program/],
    },
  ],
  [
    'a firewall ends every connection to them at once',
    { own: { ...cut, 25: relay }, large: cut, small: cut },
    { verdict: 'submission-blocked', not: ['submission-failing', 'tls-blocked'] },
  ],
  [
    'the same, where connections came second in a race and were dropped before anybody could speak',
    {
      own: { ...cut, 25: relay, 2525: 'open' },
      large: cut,
      small: cut,
      more: [465, 587].flatMap((port) => [
        unheard({ role: 'outgoing', host: 'mail.example.org', address: '192.0.2.10', port }),
        aControl('google.com', { ...dropped, host: 'smtp.gmail.com', port }),
      ]),
    },
    { verdict: 'submission-blocked' },
  ],
  [
    'not raised: only the user’s own server says nothing',
    {
      own: { ...silenced, 25: relay },
      large: { 465: 'open', 587: 'open' },
      more: [...livingLine, heldThroughout],
    },
    { verdict: 'submission-failing', not: ['submission-blocked', 'mail-allow-list', 'mail-ports-blocked'] },
  ],
  [
    'not raised: one operator’s server says nothing either, the other’s greets',
    {
      own: { ...silenced, 25: relay },
      google: silenced,
      large: { 465: 'open', 587: 'open' },
      more: [...livingLine, heldThroughout],
    },
    { verdict: 'submission-failing', not: ['submission-blocked', 'mail-ports-blocked'] },
  ],
  [
    'not raised: all fell silent on a line on which nobody else was heard meanwhile',
    { own: { ...silenced, 25: relay }, large: silenced, small: silenced },
    { verdict: 'inconclusive', not: ['submission-blocked', 'mail-ports-blocked'] },
  ],
  [
    'not raised: the line was dead for long enough to lose every greeting and what was sent again of it',
    { own: { ...silenced, 25: relay }, large: silenced, small: silenced, more: livingLine.slice(2) },
    { verdict: 'inconclusive', not: ['submission-blocked', 'mail-ports-blocked'] },
  ],
  [
    'over IPv4 only',
    {
      own: { ...shut, 25: 'open' },
      own6: { 465: 'open', 587: 'open' },
      large: shut,
      large6: { 587: 'open' },
    },
    { verdict: 'submission-blocked', says: [/over IPv4/] },
  ],
  [
    'not raised: the provider does not offer them, others are reached',
    { own: { 465: 'refuse', 587: 'refuse', 25: 'open' }, large: { 465: 'open', 587: 'open' } },
    { verdict: 'all-clear', not: ['submission-blocked'] },
  ],
  [
    'not raised: only one operator fails',
    { own: { ...shut, 993: 'open' }, google: shut },
    { verdict: 'inconclusive', not: ['submission-blocked'] },
  ],
  [
    'not raised: 587 alone is closed for everyone, and 465 works',
    { own: { 587: 'drop', 465: 'open', 25: 'open' }, large: { 587: 'drop' } },
    {
      verdict: 'all-clear',
      use: 'mail.example.org:465/tls',
      also: { 'submission-port-blocked': 'warning' },
      not: ['submission-blocked'],
      says: [/though not on port 587/, /SSL\/TLS/],
    },
  ],
  [
    'not raised: a small operator is reached on these ports',
    { own: { ...shut, 993: 'open' }, large: shut, small: { 465: 'open', 587: 'open' } },
    { verdict: 'port-closed', not: ['submission-blocked'] },
  ],
  [
    'not raised: what is missing from the server are single packets',
    { own: { 465: 'lost', 587: 'lost', 993: 'open' }, large: shut },
    { verdict: 'inconclusive', not: ['submission-blocked'] },
  ],
  [
    'not raised: an error page of the web is all that is reached',
    { own: shut, large: shut, web: { web: { status: 404, isExpected: false } } },
    { verdict: 'inconclusive', not: ['submission-blocked', 'mail-ports-blocked'] },
  ],
  [
    'not raised: over IPv6 nothing is reached at all',
    {
      own: { 465: 'open', 587: 'open' },
      own6: { 465: 'unreachable', 587: 'unreachable' },
      large6: { 465: 'unreachable', 587: 'unreachable' },
    },
    { verdict: 'all-clear', not: ['submission-blocked', 'mail-ports-blocked'] },
  ],
  [
    'not raised: over the other family it depends on who is asked',
    {
      own: { ...shut, 993: 'open' },
      large: shut,
      large6: shut,
      more: [aControl('posteo.de', { operatorSize: 'small', family: 6, address: '2001:db8:1::40' })],
    },
    { verdict: 'inconclusive', not: ['submission-blocked'] },
  ],
  [
    'not raised: 465 was compared with nobody’s',
    { own: { ...shut, 993: 'open' }, large: { 587: 'drop' } },
    { verdict: 'inconclusive', not: ['submission-blocked'] },
  ],
  [
    'likely: the server was tried on one of the two only',
    { own: { 587: 'drop', 993: 'open' }, large: { 587: 'drop' } },
    { verdict: 'submission-blocked', confidence: 'likely' },
  ],
  [
    'likely: on each of the two ports only one operator was seen to fail',
    {
      own: { ...shut, 993: 'open' },
      google: { 465: 'drop', 587: 'cancelled' },
      large: { 465: 'cancelled', 587: 'drop' },
    },
    { verdict: 'submission-blocked', confidence: 'likely' },
  ],
  [
    'likely: another server of the person’s may have answered',
    {
      own: { ...shut, 993: 'open' },
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.11', ports: { 587: 'lost' } }],
      large: shut,
    },
    { verdict: 'submission-blocked', confidence: 'likely' },
  ],
  [
    'likely: a third control may have answered',
    { own: { ...shut, 993: 'open' }, large: shut, small: { 587: 'lost' } },
    { verdict: 'submission-blocked', confidence: 'likely' },
  ],
  [
    'a mail program that sends over 26 is not disturbed by it',
    {
      own: { ...shut, 26: 'open' },
      large: shut,
      input: { current: { host: 'mail.example.org', port: 26, security: 'starttls' } },
    },
    { verdict: 'all-clear', also: { 'submission-blocked': 'warning' } },
  ],
]);
