import { judges } from '../world.ts';

const refused = { 25: 'refuse', 465: 'refuse', 587: 'refuse' } as const;
const gate = '192.168.44.1';

judges([
  [
    'the web check is sent to a sign-in page and nothing else gets through',
    { own: refused, large: refused, web: 'redirect', madeUpName: gate },
    {
      verdict: 'captive-portal',
      confidence: 'certain',
      not: ['dns-hijacked', 'port-25-blocked', 'mail-ports-blocked', 'server-down', 'submission-blocked'],
      says: [/sign in/, /login\.hotel\.example/],
      use: null,
    },
  ],
  [
    'another page comes in place of the expected one, and mail ports speak HTML',
    {
      own: {
        587: {
          outcome: 'protocol-error',
          stage: 'greeting',
          error: { code: 'http-answer', message: 'HTTP' },
        },
      },
      web: 'other-page',
    },
    { verdict: 'captive-portal', confidence: 'certain' },
  ],
  [
    'another page, and everything is silent',
    { own: { 25: 'drop', 587: 'drop' }, large: { 25: 'drop', 587: 'drop' }, web: 'other-page' },
    { verdict: 'captive-portal', confidence: 'likely', not: ['mail-ports-blocked'] },
  ],
  [
    'not the verdict: mail gets through all the same',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'drop', 587: 'open' }, web: 'redirect' },
    { verdict: 'port-25-blocked', also: { 'captive-portal': 'warning' } },
  ],
  [
    'not raised: port 80 is merely blocked',
    { own: { 25: 'drop', 587: 'open' }, large: { 25: 'drop' }, web: 'drop', byNumber: 'open' },
    { verdict: 'port-25-blocked', not: ['captive-portal'] },
  ],
  [
    'not raised: the web check’s own server has a fault',
    {
      own: { 587: 'open', 25: 'drop' },
      large: { 25: 'drop', 587: 'open' },
      web: { web: { status: 503, isExpected: false }, outcome: 'rejected' },
    },
    { verdict: 'port-25-blocked', not: ['captive-portal'] },
  ],
  [
    'not why mail fails: strangers’ mail servers prove who they are',
    { own: { 25: 'drop', 587: 'drop' }, large: { 465: 'open' }, web: 'redirect' },
    { verdict: 'inconclusive', also: { 'captive-portal': 'warning' } },
  ],
]);
