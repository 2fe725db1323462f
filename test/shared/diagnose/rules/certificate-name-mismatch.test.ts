import { tlsFacts } from '../../../support/builders.ts';
import { badCertificate, judges } from '../world.ts';

const shared = badCertificate('name-mismatch', { names: ['shared42.host.example', '*.host.example'] });

judges([
  [
    'the certificate is for the shared host, which answers',
    {
      own: { 587: shared },
      hosts: [
        {
          host: 'shared42.host.example',
          sources: [],
          ports: { 587: { tls: tlsFacts({ names: ['shared42.host.example'] }) } },
        },
      ],
    },
    {
      verdict: 'certificate-name-mismatch',
      confidence: 'certain',
      use: 'shared42.host.example:587/starttls',
      says: [/shared42\.host\.example, port 587/, /name of your mail provider/],
    },
  ],
  [
    'no name on it answers',
    { own: { 587: shared } },
    {
      verdict: 'certificate-name-mismatch',
      says: [
        /shared42\.host\.example/,
        /Ask your mail provider which server name/,
        /do not tell your mail program to accept/,
      ],
    },
  ],
  [
    'another server of the provider works: a warning',
    {
      own: { 587: 'open' },
      hosts: [
        { host: 'smtp.example.org', sources: ['guess'], address: '192.0.2.11', ports: { 587: shared } },
      ],
    },
    { verdict: 'all-clear', also: { 'certificate-name-mismatch': 'warning' } },
  ],
  [
    'not raised: the MX name is not on the certificate, and the name for programs of the same computer is',
    {
      hosts: [
        { host: 'mx.example.org', sources: ['mx'], ports: { 587: shared, 465: shared } },
        { host: 'mail.example.org', sources: ['guess'], ports: { 587: 'open' } },
      ],
    },
    { verdict: 'all-clear', not: ['certificate-name-mismatch'], use: 'mail.example.org:587/starttls' },
  ],
  [
    'the mail program uses that MX name: it matters',
    {
      hosts: [
        { host: 'mx.example.org', sources: ['mx'], ports: { 587: shared } },
        { host: 'mail.example.org', sources: ['guess'], ports: { 587: 'open' } },
      ],
      input: { current: { host: 'mx.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'certificate-name-mismatch', use: 'mail.example.org:587/starttls' },
  ],
  [
    'self-made and for another name: no name would help, so that it is self-made comes first',
    {
      own: {
        587: badCertificate('name-mismatch', {
          problems: ['name-mismatch', 'self-signed'],
          names: ['localhost'],
        }),
      },
    },
    { verdict: 'certificate-untrusted', also: { 'certificate-name-mismatch': 'problem' } },
  ],
  [
    'not raised: a device answers with its own certificate for everyone',
    {
      own: {
        587: badCertificate('untrusted-issuer', {
          topIssuer: 'CN=Box',
          problems: ['name-mismatch', 'untrusted-issuer'],
        }),
      },
      google: { 465: badCertificate('untrusted-issuer', { topIssuer: 'CN=Box' }) },
    },
    { verdict: 'tls-intercepted', not: ['certificate-name-mismatch', 'certificate-untrusted'] },
  ],
  [
    'another server of the provider works, whose name the certificate does not have: it is not the same computer',
    {
      own: { 587: shared },
      hosts: [{ host: 'smtp.example.org', address: '192.0.2.11', ports: { 587: 'open' } }],
      input: { current: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'certificate-name-mismatch', saysNot: [/is the same computer/] },
  ],
]);
