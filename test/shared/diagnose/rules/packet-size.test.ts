import { anObservation, heldThroughout } from '../../../support/builders.ts';
import { judges, livingLine, mute, muteInTls } from '../world.ts';

/** Answered in clear, and went silent when encryption was to begin. */
const stuck = {
  ...mute,
  security: 'starttls',
  stage: 'tls',
  greeting: 'mail ESMTP',
  elapsedMs: 5_740,
  timings: { dns: 5, connect: 40, greeting: 40, ehlo: 40, starttls: 20, tls: 5_600 },
  error: { code: 'no-reply', message: 'the server stopped answering' },
} as const;

judges([
  [
    'not raised: the server that was silent then took no connection any more',
    {
      own: { 465: 'drop', 587: [stuck, 'drop'], 2525: [stuck, 'drop'] },
      large: { 465: 'open', 587: { security: 'starttls' } },
      more: livingLine,
    },
    { verdict: 'server-down', confidence: 'likely', not: ['packet-size', 'submission-failing'] },
  ],
  [
    'the same where 465, which begins with TLS, is mute everywhere: that port is not closed',
    { own: { 465: muteInTls, 587: stuck }, large: { 465: muteInTls, 587: stuck }, more: livingLine },
    { verdict: 'packet-size', not: ['submission-port-blocked', 'submission-blocked'] },
  ],
  [
    'the same where 465 is known to be mute at strangers, and on 587 they were not heard to the end',
    {
      own: { 465: muteInTls, 587: stuck },
      large: { 465: muteInTls, 587: 'cancelled' },
      more: [
        ...livingLine,
        anObservation({ role: 'incoming', protocol: 'imap', host: 'imap.example.org', port: 993 }),
      ],
    },
    { verdict: 'inconclusive', not: ['submission-port-blocked', 'submission-blocked'] },
  ],
  [
    'answers arrive as long as they are short, at the user’s server and at two operators',
    { own: { 587: stuck }, large: { 587: stuck }, more: livingLine },
    { verdict: 'packet-size', confidence: 'likely', not: ['tls-blocked', 'submission-failing'], use: null },
  ],
  [
    'the same at the user’s server alone, on all its ports: the way to it is at fault, and the other certificates arrive',
    {
      own: { 465: muteInTls, 587: stuck },
      large: { 465: 'open', 587: { security: 'starttls' } },
      more: livingLine,
    },
    {
      verdict: 'packet-size',
      confidence: 'likely',
      says: [/Large packets from mail\.example\.org/, /google\.com/, /ICMP/],
      not: ['submission-failing', 'tls-blocked'],
      use: null,
    },
  ],
  [
    'not raised: on one of its ports the certificate arrives',
    {
      own: { 465: 'open', 587: stuck },
      large: { 465: 'open', 587: { security: 'starttls' } },
      more: livingLine,
    },
    { verdict: 'all-clear', not: ['packet-size'] },
  ],
  [
    'not raised: others’ certificates arrive',
    { own: { 587: stuck }, large: { 587: { security: 'starttls' } }, more: [...livingLine, heldThroughout] },
    { verdict: 'submission-failing', not: ['packet-size'] },
  ],
  [
    'not raised: one operator is no comparison',
    { own: { 587: stuck }, google: { 587: stuck }, large: {}, more: livingLine },
    { verdict: 'inconclusive', not: ['packet-size'] },
  ],
  [
    'not raised: nobody else was heard meanwhile, so that the line may have been dead',
    { own: { 587: stuck }, large: { 587: stuck } },
    { verdict: 'inconclusive', not: ['packet-size'] },
  ],
]);
