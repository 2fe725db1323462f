import { entry, judges, ownHost } from '../world.ts';

judges([
  [
    'everything is open',
    { own: { 25: 'open', 465: 'open', 587: 'open', 993: 'open' } },
    { verdict: 'all-clear', confidence: 'certain', severity: 'note', use: 'mail.example.org:587/starttls' },
  ],
  ['the provider offers 587 only', { own: { 587: 'open' } }, { verdict: 'all-clear' }],
  [
    'the mail program has it right already',
    {
      own: { 587: 'open' },
      input: { current: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    },
    {
      verdict: 'all-clear',
      says: [
        /Your settings are right/,
        /right as they are: .*port 587/,
        /Look whether it really has them/,
        /password/,
        /virus scanner/,
        /TLS 1\.2/,
      ],
      saysNot: [/set the outgoing server/],
    },
  ],
  [
    'the mail program has it right on the port that others come before: it is not called wrong',
    {
      own: { 465: 'open', 587: 'open' },
      input: { current: { host: 'Mail.example.org.', port: 465, security: 'tls' } },
    },
    {
      verdict: 'all-clear',
      use: 'mail.example.org:465/tls',
      says: [/Your settings are right: port 465/, /port 587, encryption STARTTLS works from here, too/],
      saysNot: [/other settings/, /differ/, /set the outgoing server/],
    },
  ],
  [
    'today’s setting works without encryption, and a safer one exists',
    {
      own: { 25: { security: 'none', timings: { connect: 40 }, auth: ['PLAIN'] }, 587: 'open' },
      input: { current: { host: ownHost, port: 25, security: 'none' } },
    },
    {
      verdict: 'all-clear',
      use: 'mail.example.org:587/starttls',
      says: [/there is a better setting/, /answers as well/],
      saysNot: [/differ from the ones that work/],
    },
  ],
  [
    'the kinds of login are unusual, and are named',
    { own: { 587: { auth: ['GSSAPI', 'NTLM'] } } },
    { verdict: 'all-clear', says: [/GSSAPI and NTLM/] },
  ],
  [
    'stopped early, but what works is known',
    { own: { 587: 'open', 25: 'cancelled' }, interrupted: true },
    { verdict: 'all-clear', says: [/stopped before its end/] },
  ],
  [
    'the provider publishes a plain setting while TLS works: the finding says that it was overruled',
    {
      own: { 587: 'open' },
      discovery: [
        entry('ispdb', ownHost, [
          { protocol: 'smtp', host: ownHost, port: 25, security: 'none', role: 'outgoing' },
        ]),
      ],
    },
    {
      verdict: 'all-clear',
      use: 'mail.example.org:587/starttls',
      says: [/Mozilla's list .* a safer one was found/],
    },
  ],
  [
    'not raised: the certificate is not trusted',
    { own: { 587: { tls: { ...untrusted() } } } },
    { verdict: 'certificate-untrusted', not: ['all-clear'] },
  ],
]);

function untrusted() {
  return {
    version: 'TLSv1.3',
    cipher: 'X',
    trusted: false,
    problem: 'self-signed',
    problems: ['self-signed'],
    isPubliclyIssued: false,
    subject: 'CN=a',
    issuer: 'CN=a',
    topIssuer: 'CN=a',
    names: ['mail.example.org'],
    validFrom: '',
    validTo: '',
    fingerprint256: 'A',
    chainLength: 1,
  } satisfies import('../../../../shared/model/observation.ts').TlsFacts;
}
