import { expect, test } from 'vitest';
import { entry, type Fate, judge, judges, masked, noStartTls, ownHost, type World } from '../world.ts';

const thrice = <T>(one: T): readonly T[] => [one, one, one];
const publishing = (source: 'ispdb' | 'srv') => ({ discovery: [entry(source, ownHost)] });

const plain: Fate = { security: 'none', timings: { connect: 40 }, auth: ['PLAIN', 'LOGIN'] };
const using = (host: string, port: number) => ({
  input: { current: { host, port, security: 'starttls' as const } },
});

/** What says that the server encrypts, and how the finding tells of it. */
const signs: readonly (readonly [string, World, RegExp])[] = [
  ['the mail program uses this setting', using(ownHost, 587), /uses it with encryption today/],
  ['the mail program uses another port of it', using(ownHost, 2525), /port 2525/],
  ['the mail program uses another host of the domain', using('smtp.example.org', 587), /smtp\.example\.org/],
  [
    'an earlier check saw it',
    { input: { earlier: [{ host: ownHost, port: 465, security: 'tls' }] } },
    /earlier check.*port 465/,
  ],
  ['IMAP 993 encrypts', { own: { 993: 'open' } }, /encrypts elsewhere: .*port 993/],
  ['IMAP 143 encrypts', { own: { 143: 'open' } }, /port 143/],
  ['POP3 995 encrypts', { own: { 995: 'open' } }, /port 995/],
  [
    'another port is published',
    {
      discovery: [
        entry('ispdb', ownHost, [
          { protocol: 'smtp', role: 'outgoing', host: ownHost, port: 2525, security: 'starttls' },
        ]),
      ],
    },
    /publishes a setting with encryption: .*port 2525/,
  ],
];

/** The greeting of IMAP after which encryption cannot begin. */
const preAuthenticated = {
  outcome: 'protocol-error',
  stage: 'greeting',
  greeting: '* PREAUTH ready',
  error: { code: 'pre-authenticated', message: '' },
  tls: undefined as never,
} as const;

test('of PREAUTH it is said where, what it means and what not to do', () => {
  const { findings } = judge({ own: { 465: 'open', 143: preAuthenticated } });
  const found = findings.find(({ code }) => code === 'starttls-stripped');
  expect(found?.headline).toMatch(/mail\.example\.org claims that you are logged in already/);
  expect(found?.detail).toMatch(/On port 143 the greeting was PREAUTH/);
  expect(found?.advice[0]).toMatch(/port 143/);
});

judges([
  [
    'bytes before TLS on a port that works: a warning beside the result',
    { own: { 587: { injectedBytes: 29 }, 465: 'open' } },
    {
      verdict: 'all-clear',
      also: { 'starttls-stripped': 'warning' },
    },
  ],
  [
    'the same where mail is received',
    { own: { 587: 'open', 143: { injectedBytes: 1 } } },
    { verdict: 'all-clear', also: { 'starttls-stripped': 'warning' } },
  ],
  [
    'IMAP says PREAUTH, so that TLS could not begin: told as an attack or a fault of the server',
    { own: { 465: 'open', 143: preAuthenticated } },
    { verdict: 'all-clear', also: { 'starttls-stripped': 'warning' } },
  ],
  [
    'no bytes before TLS',
    { own: { 587: { injectedBytes: 0 }, 465: 'open' } },
    { verdict: 'all-clear', not: ['starttls-stripped'] },
  ],
  [
    'the offer is overwritten, three times out of three; 465 is clean',
    { own: { 587: thrice(masked), 25: thrice(masked), 465: 'open' } },
    {
      verdict: 'starttls-stripped',
      confidence: 'certain',
      use: 'mail.example.org:465/tls',
      not: ['no-encryption'],
      says: [/Do not switch encryption off/, /port 465, encryption SSL\/TLS/, /ports 25 and 587/],
    },
  ],
  [
    'the provider publishes STARTTLS, and it is missing',
    { own: { 587: thrice(noStartTls) }, ...publishing('ispdb') },
    { verdict: 'starttls-stripped', confidence: 'likely', use: null, not: ['no-encryption'] },
  ],
  [
    'the same server encrypts on 465, and STARTTLS is missing on 587',
    { own: { 587: thrice(noStartTls), 465: 'open' } },
    { verdict: 'starttls-stripped', confidence: 'likely', use: 'mail.example.org:465/tls' },
  ],
  [
    'plain 587 with a login is not recommended where the offer was overwritten',
    {
      own: { 587: [...thrice(masked), { security: 'none', timings: { connect: 40 }, auth: ['PLAIN'] }] },
    },
    { verdict: 'starttls-stripped', use: null },
  ],
  [
    'only port 25 is tampered with, 587 is clean and not in use',
    { own: { 25: thrice(masked), 587: 'open' } },
    { verdict: 'starttls-stripped', use: 'mail.example.org:587/starttls' },
  ],
  [
    'not the verdict: the mail program uses 465, which works',
    {
      own: { 587: thrice(masked), 465: 'open' },
      input: { current: { host: ownHost, port: 465, security: 'tls' } },
    },
    { verdict: 'all-clear', also: { 'starttls-stripped': 'warning' } },
  ],
  [
    'not raised: asked only twice',
    { own: { 587: [noStartTls, noStartTls] }, ...publishing('ispdb') },
    { verdict: 'inconclusive', use: null, not: ['starttls-stripped', 'no-encryption'] },
  ],
  [
    'not raised: offered one time in three, as big providers do',
    { own: { 587: [noStartTls, noStartTls, 'open'] }, ...publishing('ispdb') },
    { verdict: 'all-clear', not: ['starttls-stripped'], also: { 'starttls-unsteady': 'note' } },
  ],
  [
    'not raised: a server without encryption; SRV records say nothing about it',
    { own: { 587: thrice(noStartTls) }, ...publishing('srv') },
    { verdict: 'no-encryption', not: ['starttls-stripped'] },
  ],
  [
    'not raised: a plain port 26 beside a good 587',
    { own: { 26: thrice(noStartTls), 587: 'open' } },
    { verdict: 'all-clear', not: ['starttls-stripped', 'no-encryption'] },
  ],
  [
    'not raised: others offer STARTTLS on 587, so the server itself does not',
    { own: { 587: thrice(noStartTls), 465: 'open' }, large: { 587: { security: 'starttls' } } },
    { verdict: 'all-clear', not: ['starttls-stripped', 'no-encryption'], use: 'mail.example.org:465/tls' },
  ],
  [
    'raised although others offer STARTTLS: the provider publishes it, or it is visibly overwritten',
    {
      own: { 587: thrice(masked), 465: 'open' },
      large: { 587: { security: 'starttls' } },
    },
    { verdict: 'starttls-stripped' },
  ],
  [
    'not raised: missing three times and there the fourth time',
    { own: { 587: [...thrice(noStartTls), 'open'] }, ...publishing('ispdb') },
    { verdict: 'all-clear', not: ['starttls-stripped'] },
  ],
  [
    'likely: overwritten once, missing twice',
    { own: { 587: [masked, noStartTls, noStartTls] } },
    { verdict: 'starttls-stripped', confidence: 'likely' },
  ],
  ...(
    [
      ['the answer that publishes it could have been changed on the way', ownHost, 587, 'starttls', false],
      ['it is published for another host', 'smtp.example.org', 587, 'starttls', true],
      ['the port is published without encryption', ownHost, 587, 'none', true],
    ] as const
  ).map(([why, host, port, security, isAuthenticated]) => {
    const server = { protocol: 'smtp', role: 'outgoing', host, port, security } as const;
    const discovery = [{ ...entry('ispdb', host, [server]), isAuthenticated }, entry('srv', ownHost)];
    return [
      `not raised: ${why}`,
      { own: { 587: thrice(noStartTls) }, discovery },
      { verdict: 'no-encryption', not: ['starttls-stripped'] },
    ] as const;
  }),
  ...signs.map(
    ([why, world, known]) =>
      [
        `raised where nothing else encrypts: ${why}`,
        {
          ...world,
          own: { 587: [...thrice(noStartTls), plain], 465: 'refuse', ...world.own },
          large: { 587: { ...noStartTls, security: 'starttls' } },
        },
        {
          verdict: 'starttls-stripped',
          confidence: 'likely',
          use: null,
          not: ['no-encryption'],
          says: [known, /Do not switch encryption off/],
        },
      ] as const,
  ),
  [
    'possible: others’ offers come through, so it may be the server’s own doing',
    {
      own: { 587: [...thrice(noStartTls), plain], 465: 'refuse', 993: 'open' },
      large: { 587: { security: 'starttls' } },
    },
    {
      verdict: 'starttls-stripped',
      confidence: 'possible',
      use: null,
      says: [/offers no encryption here/, /the server itself has changed/, /Ask your mail provider/],
    },
  ],
  [
    'possible: only receiving encrypts, and what others offer here was not seen',
    {
      own: { 587: [...thrice(noStartTls), plain], 465: 'refuse', 993: 'open' },
      input: { references: false },
    },
    {
      verdict: 'starttls-stripped',
      confidence: 'possible',
      use: null,
      says: [/was not seen/, /Do not switch encryption off/, /Ask your mail provider/],
      saysNot: [/other providers do offer/],
    },
  ],
  ...([26, 2525] as const).map(
    (port) =>
      [
        `not raised on port ${port}, which servers use as they like: only another port encrypts`,
        {
          own: {
            [port]: [...thrice(noStartTls), plain],
            25: 'refuse',
            587: 'refuse',
            465: 'refuse',
            993: 'open',
          },
          large: { 25: 'open', 465: 'open', 587: 'open' },
          input: { current: { host: ownHost, port: 587, security: 'starttls' } },
        },
        { verdict: 'no-encryption', use: null, not: ['starttls-stripped'] },
      ] as const,
  ),
  ...([2525, 26, 25] as const).map(
    (port) =>
      [
        `raised on port ${port}, the only one that answers, with the mail program’s word`,
        {
          own: { [port]: [...thrice(noStartTls), plain], 587: 'refuse', 465: 'refuse' },
          input: { current: { host: ownHost, port, security: 'starttls' } },
        },
        { verdict: 'starttls-stripped', use: null, not: ['no-encryption'] },
      ] as const,
  ),
  [
    'a warning about receiving: IMAP offers none while sending encrypts',
    { own: { 587: 'open', 143: [...thrice(noStartTls), plain], 993: 'refuse' } },
    { verdict: 'all-clear', also: { 'starttls-stripped': 'warning' }, use: 'mail.example.org:587/starttls' },
  ],
  [
    'no such warning: 993 encrypts',
    { own: { 587: 'open', 143: thrice(noStartTls), 993: 'open' } },
    { verdict: 'all-clear', not: ['starttls-stripped'] },
  ],
  [
    'not raised: another server of the person’s encrypts',
    {
      own: { 587: thrice(noStartTls) },
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.11', ports: { 465: 'open' } }],
    },
    { verdict: 'all-clear', not: ['starttls-stripped'] },
  ],
]);
