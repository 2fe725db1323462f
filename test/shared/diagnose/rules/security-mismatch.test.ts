import { judges } from '../world.ts';

const notTls = {
  outcome: 'protocol-error',
  stage: 'tls',
  timings: { connect: 40 },
  error: { code: 'not-tls', message: 'plain text instead of TLS' },
} as const;
const silent = {
  outcome: 'timeout',
  stage: 'greeting',
  timings: { connect: 40 },
  error: { code: 'no-greeting', message: 'no greeting in 30 s' },
} as const;
const uses = (port: number, security: 'none' | 'starttls' | 'tls') => ({
  input: { current: { host: 'mail.example.org', port, security } },
});

judges([
  [
    '465 speaks plain and takes STARTTLS',
    { own: { 465: [notTls, { security: 'starttls' }] } },
    { verdict: 'all-clear', also: { 'security-mismatch': 'note' }, use: 'mail.example.org:465/starttls' },
  ],
  [
    'the mail program speaks SSL/TLS to 587',
    { own: { 587: ['open', { ...notTls, security: 'tls' }] }, ...uses(587, 'tls') },
    {
      verdict: 'security-mismatch',
      confidence: 'certain',
      severity: 'problem',
      use: 'mail.example.org:587/starttls',
      says: [/is STARTTLS, and not SSL\/TLS/, /port 587, encryption STARTTLS/],
    },
  ],
  [
    'the mail program speaks STARTTLS to 465, which waits in silence',
    { own: { 465: ['open', { ...silent, security: 'starttls' }] }, ...uses(465, 'starttls') },
    { verdict: 'security-mismatch', says: [/both sides wait/], use: 'mail.example.org:465/tls' },
  ],
  [
    'without encryption on 587, where the login is offered only after it',
    {
      own: {
        587: ['open', { security: 'none', timings: { connect: 40 }, auth: [], capabilities: ['STARTTLS'] }],
      },
      ...uses(587, 'none'),
    },
    {
      verdict: 'security-mismatch',
      says: [/STARTTLS, and not no encryption|right choice there is STARTTLS/],
    },
  ],
  [
    '587 is silent because it expects TLS first',
    { own: { 587: [silent, { security: 'tls' }] } },
    { verdict: 'all-clear', also: { 'security-mismatch': 'note' }, use: 'mail.example.org:587/tls' },
  ],
  [
    '465 speaks plain, and nothing else is known of it',
    { own: { 465: notTls } },
    { verdict: 'security-mismatch', confidence: 'likely' },
  ],
  [
    'not raised: 25 was silent once, and TLS from the first byte, which nobody means it to have, was answered in plain text',
    { own: { 25: [silent, { ...notTls, security: 'tls' }, 'open'], 587: 'open' } },
    { verdict: 'all-clear', not: ['security-mismatch'] },
  ],
  [
    'not raised: a port that stays silent either way',
    { own: { 587: [silent, { ...silent, security: 'tls', stage: 'tls' }] } },
    { verdict: 'inconclusive', not: ['security-mismatch'] },
  ],
  [
    'not raised: the settings of today work',
    { own: { 587: 'open', 465: 'open' }, ...uses(465, 'tls') },
    { verdict: 'all-clear', not: ['security-mismatch'] },
  ],
  [
    'not raised: the port takes TLS at once as well, and the way of today works',
    { own: { 587: ['open', { security: 'tls' }] }, ...uses(587, 'starttls') },
    { verdict: 'all-clear', not: ['security-mismatch'] },
  ],
  [
    'not raised: without encryption, and a login is offered in clear: that it failed has another reason',
    {
      own: {
        587: [
          { capabilitiesBeforeTls: ['AUTH PLAIN', 'STARTTLS'] },
          { security: 'none', outcome: 'reset', stage: 'ehlo', auth: undefined as never },
        ],
      },
      ...uses(587, 'none'),
    },
    { verdict: 'all-clear', not: ['security-mismatch'] },
  ],
  [
    'not raised: without encryption, and no login is offered with it either',
    {
      own: {
        587: [
          { capabilitiesBeforeTls: ['STARTTLS'], auth: [] },
          { security: 'none', timings: { connect: 40 }, auth: [] },
        ],
      },
      ...uses(587, 'none'),
    },
    { verdict: 'auth-not-offered', not: ['security-mismatch'] },
  ],
]);
