import { entry, judges, masked, noStartTls, ownHost } from '../world.ts';

const thrice = <T>(one: T): readonly T[] => [one, one, one];
const publishing = (source: 'ispdb' | 'srv') => ({ discovery: [entry(source, ownHost)] });

judges([
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
    { verdict: 'no-encryption', not: ['starttls-stripped'] },
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
      ['it is published for another port', ownHost, 2525, 'starttls', true],
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
  [
    'not raised: another server of the person’s encrypts',
    {
      own: { 587: thrice(noStartTls) },
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.11', ports: { 465: 'open' } }],
    },
    { verdict: 'all-clear', not: ['starttls-stripped'] },
  ],
]);
