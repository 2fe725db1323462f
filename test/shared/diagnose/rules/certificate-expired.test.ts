import { badCertificate, judges } from '../world.ts';

const expired = badCertificate('expired', { validTo: '2026-11-01T00:00:00.000Z' });

judges([
  [
    'the certificate ran out on every port',
    { own: { 587: expired, 465: expired } },
    {
      verdict: 'certificate-expired',
      confidence: 'certain',
      severity: 'problem',
      use: 'mail.example.org:587/starttls',
      says: [/1 November 2026/, /on ports 465 and 587 is out of date/, /Only they can fix it/],
      saysNot: [/set the outgoing server/],
    },
  ],
  [
    'a second certificate has run out too, and is not mixed up with the first',
    {
      own: {
        587: expired,
        465: badCertificate('expired', { validTo: '2026-10-01T00:00:00.000Z', fingerprint256: 'BB:02' }),
      },
    },
    { verdict: 'certificate-expired', says: [/on port (587 is .*1 November|465 is .*1 October)/] },
  ],
  [
    'it is not valid yet',
    { own: { 587: badCertificate('not-yet-valid', { validFrom: '2027-01-01T00:00:00.000Z' }) } },
    { verdict: 'certificate-expired', says: [/not valid yet/, /1 January 2027/] },
  ],
  [
    'another port has a good one, and is recommended',
    { own: { 587: expired, 465: 'open' } },
    {
      verdict: 'certificate-expired',
      use: 'mail.example.org:465/tls',
      says: [/port 465/, /on port 587 is out of date/],
      saysNot: [/as they are/],
    },
  ],
  [
    'the mail program uses the bad one',
    {
      own: { 587: expired, 465: 'open' },
      input: { current: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    },
    { verdict: 'certificate-expired', severity: 'problem', says: [/port 465/] },
  ],
  [
    'only receiving is concerned: a warning',
    { own: { 587: 'open', 993: expired } },
    { verdict: 'all-clear', also: { 'certificate-expired': 'warning' } },
  ],
  [
    'not raised: the MX host’s port 25 is not for mail programs',
    {
      own: { 587: 'open' },
      hosts: [{ host: 'mx.example.net', sources: ['mx'], address: '192.0.2.77', ports: { 25: expired } }],
    },
    { verdict: 'all-clear', not: ['certificate-expired'] },
  ],
  [
    'a mail program that uses another port, which works, is only warned',
    {
      own: { 587: expired, 465: 'open' },
      input: { current: { host: 'mail.example.org', port: 465, security: 'tls' } },
    },
    { verdict: 'all-clear', also: { 'certificate-expired': 'warning' } },
  ],
  [
    'where reading mail alone is concerned, sending works',
    { own: { 587: 'open', 993: expired } },
    { verdict: 'all-clear', also: { 'certificate-expired': 'warning' } },
  ],
  [
    'nor is it why sending fails',
    { own: { 587: { outcome: 'closed', stage: 'greeting', timings: { connect: 40 } }, 993: expired } },
    { verdict: 'inconclusive', also: { 'certificate-expired': 'warning' } },
  ],
]);
