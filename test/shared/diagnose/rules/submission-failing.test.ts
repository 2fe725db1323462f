import { expect, test } from 'vitest';
import { failurePoint } from '../../../../shared/diagnose/words.ts';
import { anObservation, heldThroughout, tlsFacts } from '../../../support/builders.ts';
import { english } from '../../../support/english.ts';
import { greetedWith, judges, livingLine, muteInTls, mute as silence } from '../world.ts';

const greeted = { timings: { connect: 40, greeting: 40 } } as const;
const stalled = {
  ...greeted,
  outcome: 'timeout',
  stage: 'ehlo',
  error: { code: 'no-reply', message: '' },
} as const;
const silentInTls = {
  outcome: 'timeout',
  stage: 'tls',
  greeting: undefined as never,
  tls: undefined as never,
  elapsedMs: 5_040,
  timings: { connect: 40, tls: 5_000 },
  error: { code: 'no-reply', message: '' },
} as const;
const silentAfterTls = {
  ...silentInTls,
  stage: 'greeting',
  tls: tlsFacts(),
  elapsedMs: 5_600,
  timings: { connect: 40, tls: 40, greeting: 5_500 },
} as const;
const cut = {
  ...greeted,
  outcome: 'reset',
  stage: 'ehlo',
  error: { code: 'ECONNRESET', message: '' },
} as const;
const mute = {
  timings: { connect: 40 },
  outcome: 'timeout',
  stage: 'greeting',
  greeting: undefined as never,
  error: { code: 'no-greeting', message: '' },
} as const;
const refused = {
  ...greeted,
  outcome: 'rejected',
  stage: 'ehlo',
  error: { code: '554', message: 'go away' },
} as const;
const alert = {
  timings: { connect: 40, tls: 20 },
  outcome: 'tls-error',
  stage: 'tls',
  error: { code: 'tls-alert', message: 'the server refused to negotiate TLS: sslv3 alert handshake failure' },
} as const;
const relay = { auth: [] };
/** A control that was asked up to TLS. */
const throughTls = { security: 'starttls' } as const;
const others = { 465: 'open', 587: throughTls } as const;

/** The server says yes to STARTTLS and goes on in plain text. */
const plainAfterYes = {
  outcome: 'protocol-error',
  stage: 'tls',
  tls: undefined as never,
  timings: { connect: 40, greeting: 40, ehlo: 40, starttls: 40 },
  error: { code: 'not-tls', message: 'the answer was not TLS: 250-mail' },
} as const;

judges([
  [
    'a server agrees to STARTTLS and goes on in plain text, on a network without port 25: that port is the verdict, and 25 beside it',
    {
      own: { 587: plainAfterYes, 465: 'refuse', 25: 'drop' },
      large: { ...others, 25: 'drop' },
      small: { 25: 'drop', 465: 'open' },
    },
    {
      verdict: 'submission-failing',
      confidence: 'certain',
      also: { 'port-25-blocked': 'problem' },
      use: null,
      says: [/agrees to encrypt \(STARTTLS\) and then goes on without/],
    },
  ],
  [
    'not raised: a port was silent once, and then took no connection any more',
    {
      own: { 465: [muteInTls, 'drop'], 587: 'drop' },
      large: { 587: 'open', 465: 'open' },
      more: livingLine,
    },
    {
      verdict: 'server-down',
      confidence: 'likely',
      says: [/took connections at first/, /shuts out your address/],
      not: ['submission-failing'],
    },
  ],
  [
    'one of two addresses of one family takes connections and says nothing',
    {
      own: { 587: ['open', { ...silence, address: '192.0.2.11' }] },
      large: { 587: 'open' },
      more: livingLine,
    },
    {
      verdict: 'submission-failing',
      severity: 'warning',
      says: [/At the address 192\.0\.2\.11/],
      use: 'mail.example.org:587/starttls',
    },
  ],
  [
    'one of two addresses of one family turns everybody away',
    {
      own: { 587: ['open', { ...refused, stage: 'greeting', address: '192.0.2.11' }] },
      large: { 587: 'open' },
    },
    {
      verdict: 'submission-failing',
      severity: 'warning',
      says: [/At the address 192\.0\.2\.11/],
      use: 'mail.example.org:587/starttls',
    },
  ],
  [
    'not raised: its silence was too short, or the line’s',
    { own: { 587: ['open', { ...silence, address: '192.0.2.11' }] }, large: { 587: 'open' } },
    { verdict: 'all-clear', not: ['submission-failing'] },
  ],
  [
    'not raised: silent at another point each time, as on a line that loses packets',
    {
      own: { 465: [silentAfterTls, silentInTls], 587: 'open' },
      large: others,
      more: [...livingLine, heldThroughout],
    },
    { verdict: 'all-clear', not: ['submission-failing'] },
  ],
  [
    'not raised: another port fell silent as well, and came through the second time',
    {
      own: { 465: [silentAfterTls, silentAfterTls], 587: [stalled, 'open'] },
      large: others,
      more: [...livingLine, heldThroughout],
    },
    { verdict: 'all-clear', not: ['submission-failing'] },
  ],
  [
    'silent at the same point each time',
    {
      own: { 465: [silentAfterTls, silentAfterTls], 587: 'open' },
      large: others,
      more: [...livingLine, heldThroughout],
    },
    { verdict: 'all-clear', also: { 'submission-failing': 'warning' } },
  ],
  [
    'silent at another point each time, and nothing else is left: not certain',
    { own: { 465: [silentAfterTls, silentInTls] }, large: others, more: [...livingLine, heldThroughout] },
    { verdict: 'submission-failing', confidence: 'likely' },
  ],
  [
    'both stop answering at EHLO, while 25 is as it should be',
    { own: { 25: relay, 465: stalled, 587: stalled }, large: others },
    {
      verdict: 'submission-failing',
      confidence: 'certain',
      use: null,
      says: [/ports 465 and 587/, /first command \(EHLO\)/, /google.com and gmx.net/, /virus scanner/],
      not: ['submission-blocked', 'server-down', 'inconclusive'],
    },
  ],
  [
    'not raised: it fell silent while nobody at all was heard, so that the line may have been dead',
    { own: { 465: silentInTls, 587: 'drop' }, large: others },
    { verdict: 'inconclusive', not: ['submission-failing'] },
  ],
  [
    'mute after the connection was made, over both families',
    { own: { 587: mute }, own6: { 587: mute }, large: { 587: 'open' } },
    { verdict: 'submission-failing', says: [/says nothing/] },
  ],
  [
    'EHLO is turned down, and what was said is quoted',
    { own: { 587: refused }, large: others },
    { verdict: 'submission-failing', says: [/“554 go away”/, /turns down the first command/] },
  ],
  [
    'TLS is refused by an alert',
    { own: { 465: alert }, large: { 465: 'open' } },
    { verdict: 'submission-failing', says: [/does not agree on an encryption/] },
  ],
  [
    'port 25 is closed by the network as well: 587 is what mail programs need',
    { own: { 25: 'drop', 587: cut, 993: 'open' }, large: { 25: 'drop', ...others }, more: [heldThroughout] },
    { verdict: 'submission-failing', also: { 'port-25-blocked': 'problem' } },
  ],
  [
    'a warning where the other port works, and today’s settings are not known',
    { own: { 587: cut, 465: 'open' }, large: others, more: [heldThroughout] },
    {
      verdict: 'all-clear',
      also: { 'submission-failing': 'warning' },
      use: 'mail.example.org:465/tls',
      saysNot: [/[Nn]othing stands in the way/],
    },
  ],
  [
    'not raised: nobody was heard both before it was cut and afterwards, so that the line may have been',
    { own: { 587: cut, 465: 'open' }, large: others },
    { verdict: 'all-clear', not: ['submission-failing'] },
  ],
  [
    'the verdict where neither of the two is left: another port is a way around it',
    { own: { 465: stalled, 587: refused, 2525: 'open' }, large: others },
    {
      verdict: 'submission-failing',
      severity: 'problem',
      use: 'mail.example.org:2525/starttls',
      says: [/“554 go away”/, /port 2525/],
      not: ['all-clear'],
    },
  ],
  [
    'a warning where the mail program is set to what works',
    {
      own: { 465: stalled, 587: refused, 2525: 'open' },
      large: others,
      input: { current: { host: 'mail.example.org', port: 2525, security: 'starttls' } },
    },
    { verdict: 'all-clear', also: { 'submission-failing': 'warning' } },
  ],
  [
    'the verdict where the mail program uses the failing port',
    {
      own: { 587: cut, 465: 'open' },
      large: others,
      more: [heldThroughout],
      input: { current: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'submission-failing', severity: 'problem', says: [/port 465, encryption SSL\/TLS/] },
  ],
  [
    'a scanner on this computer answers: it is the first suspect',
    {
      own: {
        587: greetedWith(
          '421',
          'Cannot connect to SMTP server 203.0.113.9 (203.0.113.9:587), connect error 10060',
        ),
      },
      large: { 587: 'open' },
    },
    { verdict: 'submission-failing', says: [/connect error 10060/, /mail shield/] },
  ],
  [
    'not raised: nobody was there to compare with',
    { own: { 465: stalled, 587: stalled }, input: { references: false } },
    { verdict: 'inconclusive', not: ['submission-failing'] },
  ],
  [
    'not raised: others fail in the same way',
    {
      own: { 587: stalled },
      large: { 587: { ...stalled, security: 'starttls', serverName: undefined as never } },
    },
    { verdict: 'inconclusive', not: ['submission-failing'] },
  ],
  [
    'not raised: others came no farther in TLS, when the line was cut under all of them',
    {
      own: { 465: silentAfterTls, 587: 'open' },
      large: { 465: silentAfterTls },
      more: livingLine,
    },
    { verdict: 'all-clear', not: ['submission-failing'] },
  ],
  [
    'not raised: over IPv6 others are as mute, and over IPv4 they speak',
    {
      own: { 587: 'open' },
      hosts: [
        { host: 'mx.example.org', address: '2001:db8::20', family: 6, ports: { 587: silence } },
        { host: 'mx.example.org', address: '192.0.2.20', ports: { 587: 'refuse' } },
      ],
      large: { 587: 'open' },
      large6: { 587: silence },
      more: livingLine,
    },
    { verdict: 'all-clear', not: ['submission-failing'] },
  ],
  [
    'others that were met over the other family only are what there is to compare with',
    {
      own6: { 587: { ...silence, startedMs: 1_900 }, 465: { ...silence, security: 'starttls' } },
      large: { 587: 'open', 465: 'open' },
      more: livingLine,
    },
    { verdict: 'submission-failing' },
  ],
  [
    'not raised: others were only greeted, and this one fails later',
    { own: { 587: { ...stalled, stage: 'starttls' } }, large: { 587: 'open' } },
    { verdict: 'inconclusive', not: ['submission-failing'] },
  ],
  [
    'not raised: the port came through when it was asked again',
    { own: { 587: [stalled, 'open'] }, large: others },
    { verdict: 'all-clear', not: ['submission-failing'] },
  ],
  [
    'not raised: nothing connects at all',
    { own: { 465: 'drop', 587: 'drop' }, large: { 465: 'open', 587: 'open' } },
    { verdict: 'server-down', not: ['submission-failing'] },
  ],
  [
    'not raised: what fails is port 25',
    { own: { 25: stalled, 587: 'open' }, large: { 25: 'open' } },
    { verdict: 'all-clear', not: ['submission-failing'] },
  ],
]);

test.each([
  ['greeting', 'timeout', 'says nothing'],
  ['greeting', 'closed', 'hangs up before it has said a word'],
  ['greeting', 'rejected', 'turns the connection away'],
  ['ehlo', 'reset', 'hangs up at the first command (EHLO)'],
  ['starttls', 'timeout', 'falls silent when encryption (STARTTLS) is asked for'],
  ['tls', 'closed', 'hangs up while encryption is being agreed on'],
  ['tls', 'tls-error', 'does not agree on an encryption that is in use today'],
  ['greeting', 'protocol-error', 'answers with something that is not mail'],
] as const)('at %s, %s reads “%s”', (stage, outcome, words) => {
  expect(english(failurePoint(anObservation({ stage, outcome })))).toBe(words);
});
