import type { Observation } from '../../../../shared/model/observation.ts';
import { anObservation, tlsFacts } from '../../../support/builders.ts';
import { judges, livingLine, mute, muteInTls } from '../world.ts';

const cutControls = { 465: 'cut', 587: { security: 'starttls', outcome: 'reset', stage: 'tls' } } as const;

const cutAt = (stage: 'greeting' | 'starttls') =>
  ({
    security: 'starttls',
    outcome: 'closed',
    stage,
    timings: { connect: 40, greeting: 40 },
    error: { code: 'closed-early', message: 'closed' },
  }) as const;

/** Cut right after the ClientHello. */
const cutInTls = {
  outcome: 'reset',
  stage: 'tls',
  timings: { dns: 5, connect: 40, tls: 20 },
  greeting: undefined as never,
  error: { code: 'ECONNRESET', message: 'cut' },
} as const satisfies Partial<Observation>;

const startTls = { security: 'starttls' } as const;

/** The user's own server, with TLS begun without its name. */
function nameless(
  change: { readonly [K in keyof Observation]?: Observation[K] | undefined } = {},
): Observation {
  return anObservation({
    role: 'reference',
    control: 'nameless',
    port: 465,
    security: 'tls',
    startedMs: 200,
    tls: tlsFacts({ trusted: false, problem: 'name-mismatch', problems: ['name-mismatch'] }),
    ...(change as Partial<Observation>),
  });
}

judges([
  [
    'connections are reset as encryption begins, everywhere',
    { own: { 587: 'cut', 465: 'cut' }, large: cutControls },
    {
      verdict: 'tls-blocked',
      confidence: 'certain',
      use: null,
      not: ['tls-too-old', 'server-down', 'no-encryption'],
      says: [/do not switch encryption off/],
    },
  ],
  [
    'one control shows it too',
    { own: { 587: 'cut', 465: 'cut' }, google: { 465: 'cut' } },
    { verdict: 'tls-blocked', confidence: 'likely' },
  ],
  [
    'not raised: only this server does it',
    { own: { 465: 'cut' }, large: { 465: 'open' } },
    { verdict: 'submission-failing', not: ['tls-blocked'] },
  ],
  [
    'not raised: an old server answers with an alert',
    {
      own: {
        465: {
          outcome: 'tls-error',
          stage: 'tls',
          error: { code: 'tls-alert', message: 'protocol version' },
        },
      },
      large: { 465: 'cut' },
    },
    { verdict: 'inconclusive', not: ['tls-blocked'] },
  ],
  [
    'not raised: of two controls one is cut off, and the other’s encryption comes through',
    { own: { 465: 'cut' }, google: { 465: 'cut' }, large: { 465: 'open' } },
    { verdict: 'submission-failing', not: ['tls-blocked'] },
  ],
  [
    'not raised: nobody was there to compare with',
    { own: { 465: 'cut', 587: 'cut' }, input: { references: false } },
    { verdict: 'inconclusive', not: ['tls-blocked'] },
  ],
  [
    'not raised: connections are cut before anybody speaks of encryption',
    { own: { 587: cutAt('greeting') }, large: { 587: cutAt('greeting') } },
    { verdict: 'inconclusive', not: ['tls-blocked'] },
  ],
  [
    'connections are closed at the word STARTTLS, everywhere',
    { own: { 587: cutAt('starttls') }, large: { 587: cutAt('starttls') } },
    { verdict: 'tls-blocked', confidence: 'certain' },
  ],
  [
    'a warning where another setting works',
    { own: { 465: 'cut', 587: 'open' }, large: { 465: 'cut' } },
    { verdict: 'all-clear', also: { 'tls-blocked': 'warning' } },
  ],
  [
    'this name alone is cut: without it the server answers, and by name it is cut again',
    {
      own: { 465: [cutInTls, cutInTls], 587: 'cut' },
      large: { 465: 'open', 587: startTls },
      more: [nameless()],
    },
    {
      verdict: 'tls-blocked',
      confidence: 'likely',
      not: ['submission-failing', 'certificate-name-mismatch'],
      says: [/TLS/, /because of its name/, /mail\.example\.org/],
      use: null,
    },
  ],
  [
    'the same where no stranger may be asked',
    {
      own: { 465: [cutInTls, cutInTls], 587: 'cut' },
      more: [nameless()],
      input: { references: false },
    },
    { verdict: 'tls-blocked', confidence: 'likely' },
  ],
  [
    'a filter that reads only connections that begin with TLS: the other port is recommended, and the cut told once',
    { own: { 465: [cutInTls, cutInTls], 587: 'open' }, large: { 465: 'open' }, more: [nameless()] },
    { verdict: 'all-clear', also: { 'tls-blocked': 'warning' }, not: ['submission-failing'] },
  ],
  [
    'the same where the mail program uses the port that is cut',
    {
      own: { 465: [cutInTls, cutInTls], 587: 'open' },
      large: { 465: 'open' },
      more: [nameless()],
      input: { current: { host: 'mail.example.org', port: 465, security: 'tls' } },
    },
    { verdict: 'tls-blocked', severity: 'problem', use: 'mail.example.org:587/starttls' },
  ],
  [
    'not raised: the line swallows the greeting now and then as well, so that silence in TLS is no filter’s',
    {
      own: {
        587: [
          { ...startTls, ...muteInTls, startedMs: 100 },
          { ...startTls, ...mute, startedMs: 3_000 },
          { ...startTls, ...muteInTls, startedMs: 6_000 },
        ],
      },
      large: { 587: startTls },
      more: [nameless({ ...startTls, port: 587, startedMs: 2_000 }), ...livingLine],
    },
    { verdict: 'submission-failing', not: ['tls-blocked'] },
  ],
  [
    'not raised: the server resets every ClientHello',
    {
      own: { 465: 'cut' },
      large: { 465: 'open' },
      more: [nameless({ outcome: 'reset', stage: 'tls', tls: undefined })],
    },
    { verdict: 'submission-failing', not: ['tls-blocked'] },
  ],
  [
    'not raised: the server wants to be told a name, and says so',
    {
      own: { 465: [cutInTls, cutInTls] },
      large: { 465: 'open' },
      more: [
        nameless({
          outcome: 'tls-error',
          stage: 'tls',
          tls: undefined,
          error: { code: 'tls-alert', message: 'unrecognized name' },
        }),
      ],
    },
    { verdict: 'submission-failing', not: ['tls-blocked'] },
  ],
  [
    'not raised: the next attempt by name came through',
    {
      own: { 465: [cutInTls, 'open'] },
      large: { 465: 'open' },
      more: [nameless()],
    },
    { verdict: 'all-clear', not: ['tls-blocked'] },
  ],
  [
    'not raised: it was cut by name only before it answered without',
    { own: { 465: cutInTls }, large: { 465: 'open' }, more: [nameless()] },
    { verdict: 'submission-failing', not: ['tls-blocked'] },
  ],
]);
