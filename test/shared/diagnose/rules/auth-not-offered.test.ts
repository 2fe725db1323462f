import { judges } from '../world.ts';

const mute = { auth: [], capabilities: ['SIZE 1000'] };
const stalled = {
  outcome: 'timeout',
  stage: 'ehlo',
  timings: { connect: 40, greeting: 40 },
  error: { code: 'no-reply', message: 'the server stopped answering' },
} as const;

judges([
  [
    'AUTH was removed but STARTTLS kept',
    { own: { 587: mute, 465: mute } },
    { verdict: 'auth-not-offered', confidence: 'certain', use: null, says: [/does not let anybody log in/] },
  ],
  [
    'a note: only port 25 is reached, where no login is usual',
    { own: { 25: mute } },
    { verdict: 'inconclusive', also: { 'auth-not-offered': 'note' }, use: null },
  ],
  [
    'the person names port 25 for sending',
    { own: { 25: mute }, input: { server: 'mail.example.org:25' } },
    { verdict: 'auth-not-offered', says: [/That is usual/], use: null },
  ],
  [
    'the mail program uses the port without login',
    {
      own: { 25: mute, 587: 'open' },
      input: { current: { host: 'mail.example.org', port: 25, security: 'starttls' } },
    },
    { verdict: 'auth-not-offered', use: 'mail.example.org:587/starttls' },
  ],
  [
    'not raised: the provider says that it wants none',
    {
      own: { 587: mute },
      discovery: [
        {
          source: 'autoconfig',
          asked: 'https://autoconfig.example.org/',
          outcome: 'found',
          elapsedMs: 1,
          servers: [
            {
              protocol: 'smtp',
              host: 'mail.example.org',
              port: 587,
              security: 'starttls',
              role: 'outgoing',
              auth: ['none'],
            },
          ],
        },
      ],
    },
    {
      verdict: 'all-clear',
      use: 'mail.example.org:587/starttls',
      not: ['auth-not-offered'],
      says: [/asks for no login/],
    },
  ],
  [
    'not raised: another port offers it',
    { own: { 25: mute, 587: 'open' } },
    { verdict: 'all-clear', not: ['auth-not-offered'] },
  ],
  [
    'not raised: it is offered only after encryption',
    { own: { 587: { capabilitiesBeforeTls: ['STARTTLS'], auth: ['PLAIN'] } } },
    { verdict: 'all-clear', not: ['auth-not-offered'] },
  ],
  [
    'the network keeps the sending ports closed as well, which explains more',
    {
      own: { 25: mute, 587: 'drop', 465: 'drop' },
      large: { 587: 'drop', 465: 'drop', 25: 'open' },
    },
    { verdict: 'submission-blocked', also: { 'auth-not-offered': 'note' } },
  ],
  [
    'a note: 587 and 465 stop at EHLO, and 25 offers no login',
    { own: { 25: mute, 587: stalled, 465: stalled }, large: { 465: 'open' } },
    { verdict: 'submission-failing', also: { 'auth-not-offered': 'note' } },
  ],
  [
    'of a mute 587 and a mute 25, the former is told',
    { own: { 25: mute, 587: mute } },
    { verdict: 'auth-not-offered', says: [/port 587/], saysNot: [/25/] },
  ],
  [
    'not raised: no login in clear is what is to be wished for',
    { own: { 587: { security: 'none', timings: { connect: 40 }, auth: [] } } },
    { verdict: 'inconclusive', not: ['auth-not-offered'] },
  ],
  [
    'a note where mail is sent in clear over another port today',
    {
      own: { 587: mute, 26: { security: 'none', timings: { connect: 40 }, auth: ['PLAIN'] } },
      input: { current: { host: 'mail.example.org', port: 26, security: 'none' } },
    },
    { verdict: 'inconclusive', also: { 'auth-not-offered': 'note' } },
  ],
]);
