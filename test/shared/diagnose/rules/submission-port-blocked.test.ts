import { entry, judges, livingLine, mute, muteInTls, ownHost } from '../world.ts';

const on465 = { host: ownHost, port: 465, security: 'tls' } as const;
/** Answered in clear, and went silent when encryption was to begin. */
const stuckInTls = {
  ...mute,
  security: 'starttls',
  stage: 'tls',
  greeting: 'mail ESMTP',
  timings: { dns: 5, connect: 40, greeting: 40, ehlo: 40, starttls: 20, tls: 5_600 },
  error: { code: 'no-reply', message: 'the server stopped answering' },
} as const;
const publishes465 = entry('autoconfig', ownHost, [
  { protocol: 'smtp', host: ownHost, port: 465, security: 'tls', role: 'outgoing' },
]);

judges([
  [
    'the mail program uses 465, which is dropped for everyone; 587 works',
    { own: { 465: 'drop', 587: 'open' }, large: { 465: 'drop' }, input: { current: on465 } },
    {
      verdict: 'submission-port-blocked',
      confidence: 'certain',
      severity: 'problem',
      use: 'mail.example.org:587/starttls',
      says: [/on port 465/, /google.com and gmx.net/, /port 587, encryption STARTTLS/],
      not: ['port-closed', 'inconclusive', 'submission-blocked'],
    },
  ],
  [
    'refused for everyone: 587, and 465 works',
    {
      own: { 465: 'open', 587: 'refuse' },
      large: { 587: 'refuse' },
      input: { current: { host: ownHost, port: 587, security: 'starttls' } },
    },
    { verdict: 'submission-port-blocked', use: 'mail.example.org:465/tls', says: [/on port 587/] },
  ],
  [
    'the provider names the closed port first: a warning beside what works',
    { own: { 465: 'drop', 587: 'open' }, large: { 465: 'drop' }, discovery: [publishes465] },
    {
      verdict: 'all-clear',
      also: { 'submission-port-blocked': 'warning' },
      says: [/though not on port 465/],
      saysNot: [/Nothing stands in the way/],
    },
  ],
  [
    'nobody uses or names it: a note',
    { own: { 465: 'drop', 587: 'open' }, large: { 465: 'drop' } },
    { verdict: 'all-clear', also: { 'submission-port-blocked': 'note' } },
  ],
  [
    'together with port 25: both are told',
    {
      own: { 25: 'drop', 465: 'drop', 587: 'open' },
      large: { 25: 'drop', 465: 'drop' },
      input: { current: on465 },
    },
    { verdict: 'submission-port-blocked', also: { 'port-25-blocked': 'note' } },
  ],
  [
    'over IPv4 only',
    {
      own: { 465: 'drop', 587: 'open' },
      own6: { 465: 'open', 587: 'open' },
      large: { 465: 'drop' },
      input: { current: on465 },
    },
    { verdict: 'all-clear', also: { 'submission-port-blocked': 'note' } },
  ],
  [
    'not raised: both fail',
    {
      own: { 465: 'drop', 587: 'drop', 993: 'open' },
      large: { 465: 'drop', 587: 'drop' },
      input: { current: on465 },
    },
    { verdict: 'submission-blocked', not: ['submission-port-blocked'] },
  ],
  [
    'not raised: this server alone keeps it closed',
    { own: { 465: 'refuse', 587: 'open' }, large: { 465: 'open' }, input: { current: on465 } },
    { verdict: 'all-clear', also: { 'port-closed': 'note' }, not: ['submission-port-blocked'] },
  ],
  [
    'not raised: one operator is not enough',
    { own: { 465: 'drop', 587: 'open' }, google: { 465: 'drop' }, input: { current: on465 } },
    { verdict: 'all-clear', not: ['submission-port-blocked'] },
  ],
  [
    'not raised: a small operator is reached on that port',
    {
      own: { 465: 'drop', 587: 'open' },
      large: { 465: 'drop' },
      small: { 465: 'open' },
      input: { current: on465 },
    },
    { verdict: 'all-clear', not: ['submission-port-blocked'] },
  ],
  [
    'not raised: controls fail in another way',
    { own: { 465: 'refuse', 587: 'open' }, large: { 465: 'drop' }, input: { current: on465 } },
    { verdict: 'all-clear', not: ['submission-port-blocked'] },
  ],
  [
    'not raised: single packets were lost',
    { own: { 465: 'lost', 587: 'open' }, large: { 465: 'drop' }, input: { current: on465 } },
    { verdict: 'all-clear', not: ['submission-port-blocked'] },
  ],
  [
    'not raised: 465 is mute as encryption begins, everywhere, and on 587 it begins nowhere either; another port’s short certificate proves nothing',
    {
      own: { 465: muteInTls, 587: stuckInTls, 993: 'open' },
      large: { 465: muteInTls, 587: stuckInTls },
      more: livingLine,
    },
    { verdict: 'inconclusive', not: ['submission-port-blocked'] },
  ],
]);
