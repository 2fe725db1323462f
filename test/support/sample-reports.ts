import type { CheckEvent, PlannedProbe } from '../../shared/model/check.ts';
import type { Observation } from '../../shared/model/observation.ts';
import type { Report } from '../../shared/model/report.ts';
import { aControl, aFailedConnect, aFinding, anObservation, aReport, aServer, tlsFacts } from './builders.ts';

const host = 'mail.example.org';
const dead = aFailedConnect({ id: 'out-25' });
const submission = anObservation({ id: 'out-587', greeting: 'mail.example.org ESMTP Postfix' });
const implicit = anObservation({ id: 'out-465', port: 465, security: 'tls', elapsedMs: 240 });
const closed = (port: number) =>
  aFailedConnect({
    id: `out-${port}`,
    port,
    outcome: 'refused',
    elapsedMs: 41,
    attempts: 1,
    error: { code: 'ECONNREFUSED', message: 'the server refused the connection' },
  });
const imap = anObservation({ id: 'in-993', role: 'incoming', protocol: 'imap', port: 993, security: 'tls' });
const controls = ['gmail.com', 'gmx.net', 'posteo.de'].flatMap((operator, index) => [
  aControl(operator, { id: `ref-${index}-25`, outcome: 'timeout' }),
  aControl(operator, { id: `ref-${index}-587` }),
]);

/** The commonest case: nobody gets through on port 25, and 587 works. */
export const blockedReport: Report = aReport({
  elapsedMs: 2140,
  input: {
    address: 'you@example.org',
    domain: 'example.org',
    current: { host, port: 25, security: 'none' },
  },
  ...verdictOf({
    code: 'port-25-blocked',
    severity: 'problem',
    confidence: 'certain',
    headline: 'Your internet connection does not let mail programs use port 25.',
    detail:
      'Port 25 stays silent at your mail server and at three other providers, while other ports of the same servers answer. Many internet providers do this on purpose to stop spam; nothing is broken.',
    advice: [
      'Change the port of your outgoing server to 587 and choose STARTTLS. Your password stays the same.',
      'There is no need to call your internet provider.',
    ],
    evidence: ['out-25', 'out-587', ...controls.map(({ id }) => id)],
  }),
  recommendation: {
    outgoing: aServer(),
    incoming: aServer({ protocol: 'imap', port: 993, security: 'tls' }),
    why: 'Port 587 with STARTTLS answered, is encrypted with a certificate this computer trusts, and offers a login.',
    alternatives: [aServer({ port: 465, security: 'tls' })],
    change: [
      { field: 'port', from: '25', to: '587' },
      { field: 'security', from: 'none', to: 'starttls' },
    ],
  },
  observations: [submission, implicit, dead, closed(2525), closed(26), imap, ...controls],
  discovery: [
    {
      source: 'srv',
      asked: '_submission._tcp.example.org',
      outcome: 'found',
      elapsedMs: 18,
      servers: [{ role: 'outgoing', protocol: 'smtp', host, port: 587, security: 'starttls' }],
    },
    {
      source: 'autoconfig',
      asked: 'https://autoconfig.example.org/mail/config-v1.1.xml?emailaddress=you%40example.org',
      outcome: 'found',
      elapsedMs: 310,
      isAuthenticated: true,
      servers: [
        {
          role: 'outgoing',
          protocol: 'smtp',
          host,
          port: 465,
          security: 'tls',
          auth: ['oauth2', 'password-cleartext'],
          username: 'you@example.org',
        },
        { role: 'outgoing', protocol: 'smtp', host, port: 586, security: 'tls' },
      ],
      provider: {
        name: 'Example Mail',
        enable: [{ instruction: 'Allow IMAP and SMTP once', at: 'https://example.org/settings' }],
        help: 'https://example.org/help',
      },
      remarks: ['outgoingServer 2 port: 586 SSL is no port for mail, so it is not tried'],
    },
    {
      source: 'ispdb',
      asked: 'https://autoconfig.thunderbird.net/v1.1/example.org',
      outcome: 'nothing',
      elapsedMs: 204,
      isAuthenticated: true,
      servers: [],
    },
    {
      source: 'autodiscover',
      asked: 'https://autodiscover.example.org/autodiscover/autodiscover.xml',
      outcome: 'no-answer',
      elapsedMs: 8000,
      servers: [],
    },
    { source: 'mx', asked: 'example.org', outcome: 'nothing', elapsedMs: 17, servers: [] },
    {
      source: 'guess',
      asked: 'mail.example.org',
      outcome: 'found',
      elapsedMs: 22,
      servers: [
        { role: 'outgoing', protocol: 'smtp', host, port: 465, security: 'tls' },
        { role: 'outgoing', protocol: 'smtp', host, port: 25, security: 'starttls' },
      ],
    },
  ],
});

export const practiceReport: Report = { ...blockedReport, practice: true };

export const clearReport: Report = aReport({
  elapsedMs: 640,
  input: {
    address: 'you@example.org',
    domain: 'example.org',
    current: { host, port: 587, security: 'starttls' },
  },
  ...verdictOf({
    code: 'all-clear',
    headline: 'Your outgoing mail server can be reached and is ready for your mail.',
    detail: 'Port 587 answers, is encrypted with a certificate this computer trusts, and offers a login.',
    advice: ['If a program still cannot send, compare its settings with the ones on the next page.'],
    evidence: ['out-587'],
  }),
  recommendation: {
    outgoing: aServer(),
    incoming: null,
    why: 'These settings were tried just now, and they work.',
    alternatives: [],
    change: [],
  },
  observations: [submission, implicit, anObservation({ id: 'out-25', port: 25, auth: [] }), imap],
});

/** Nothing works, so nothing is recommended. */
export const downReport: Report = aReport({
  elapsedMs: 5120,
  ...verdictOf({
    code: 'server-down',
    severity: 'problem',
    confidence: 'likely',
    headline: 'Your mail server does not answer anyone.',
    detail: 'Its name is known, but every port stays silent, while other providers’ servers answer at once.',
    advice: ['Wait a while and try again, or look at your provider’s status page.'],
    evidence: ['down-587', 'down-465', 'down-25'],
  }),
  recommendation: null,
  observations: [
    ...[587, 465, 25, 2525, 26].map((port) => aFailedConnect({ id: `down-${port}`, port })),
    ...controls.filter(({ outcome }) => outcome === 'ok'),
  ],
});

/** Nothing was seen that tells one cause from another. */
export const undecidedReport: Report = aReport({
  ...verdictOf({
    code: 'inconclusive',
    severity: 'problem',
    confidence: 'possible',
    headline: 'Postway could not find out what is in the way.',
    detail: 'Every port of your mail server stayed silent, and nothing else could be asked for comparison.',
    advice: ['Check again in some minutes, and save both results.'],
    evidence: ['mute-587', 'mute-465'],
  }),
  recommendation: null,
  observations: [587, 465].map((port) => aFailedConnect({ id: `mute-${port}`, port })),
});

const evil = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';

/** Everything that a hostile server could write, written into every text. */
export const hostileReport: Report = aReport({
  ...verdictOf({
    code: 'inconclusive',
    severity: 'problem',
    confidence: 'possible',
    headline: `Headline ${evil}`,
    detail: `Detail ${evil}`,
    advice: [`Advice ${evil}`, '[click](javascript:alert(1))'],
    evidence: ['evil'],
  }),
  recommendation: {
    outgoing: aServer({ username: evil }),
    incoming: null,
    why: `Why ${evil}`,
    alternatives: [],
    change: null,
  },
  observations: [
    anObservation({
      id: 'evil',
      greeting: `Greeting ${evil} \u202eabc ${'x'.repeat(600)}`,
      capabilities: [`AUTH ${evil}`],
      tls: tlsFacts({ trusted: false, problem: 'name-mismatch', names: [evil], issuer: evil }),
    }),
  ],
  discovery: [{ source: 'guess', asked: evil, outcome: 'found', elapsedMs: 1, servers: [] }],
});

/** A check in the middle: 587 works, 465 is being encrypted, 25 is silent, 2525 is connecting. */
export const eventsMidway: readonly CheckEvent[] = [
  {
    type: 'planned',
    probes: [probe(587), probe(465, 'tls'), probe(25), probe(2525), probe(26), imapProbe()],
  },
  { type: 'planned', probes: controls.map(controlProbe) },
  { type: 'progress', probeId: 'p587', stage: 'connect', atMs: 10 },
  { type: 'progress', probeId: 'p465', stage: 'connect', atMs: 10 },
  { type: 'progress', probeId: 'p25', stage: 'connect', atMs: 10 },
  { type: 'progress', probeId: 'p2525', stage: 'connect', atMs: 300 },
  { type: 'progress', probeId: 'p465', stage: 'tls', atMs: 50 },
  { type: 'progress', probeId: 'p465', stage: 'greeting', atMs: 140 },
  { type: 'observed', probeId: 'p587', observation: submission },
  { type: 'progress', probeId: 'p993', stage: 'greeting', atMs: 100 },
  { type: 'observed', probeId: 'ref-1-587', observation: controls[3] ?? submission },
  { type: 'progress', probeId: 'p25', stage: 'connect', atMs: 900, silent: true },
];

export const usableEvent: CheckEvent = { type: 'usable', server: aServer(), atMs: 290 };

function verdictOf(change: Parameters<typeof aFinding>[0]) {
  const verdict = aFinding(change);
  const note = aFinding({
    code: 'port-closed',
    headline: 'Ports 2525 and 26 are not in use at your server.',
    detail: 'The server refuses them while its other ports answer. Most servers do.',
    evidence: ['out-2525', 'out-26'],
  });
  return { verdict, findings: verdict.code === 'port-25-blocked' ? [verdict, note] : [verdict] };
}

function probe(port: number, security: 'starttls' | 'tls' = 'starttls'): PlannedProbe {
  return {
    id: `p${port}`,
    protocol: 'smtp',
    host,
    port,
    security,
    role: 'outgoing',
    priority: 0,
  };
}

function imapProbe(): PlannedProbe {
  return { ...probe(993, 'tls'), protocol: 'imap', role: 'incoming' };
}

function controlProbe({ id, port, security, protocol }: Observation): PlannedProbe {
  return { ...probe(port), id, security, protocol, role: 'reference', host: 'smtp.gmx.net' };
}
