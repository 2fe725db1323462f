import { badCertificate, judges } from '../world.ts';

const shield = {
  issuer: 'CN=Example Mail Shield Root,O=Example Antivirus',
  topIssuer: 'CN=Example Mail Shield Root,O=Example Antivirus',
};
const opened = (print: string) => badCertificate('untrusted-issuer', { ...shield, fingerprint256: print });
const company = { issuer: 'CN=Example Corp CA', topIssuer: 'CN=Example Corp CA' };

/** An authority that this computer was made to trust. */
const vouchedFor = {
  trusted: true,
  problem: undefined as never,
  problems: [],
  isPubliclyIssued: false,
};

judges([
  [
    'one product issues the certificates of the server and of a control',
    { own: { 587: opened('A'), 465: opened('A') }, google: { 465: opened('B') } },
    {
      verdict: 'tls-intercepted',
      confidence: 'certain',
      severity: 'problem',
      not: ['certificate-untrusted'],
      says: [/Example Mail Shield Root/, /scanning of encrypted/],
    },
  ],
  [
    'one company does, and no product is named',
    {
      own: { 587: badCertificate('untrusted-issuer', company) },
      google: { 465: badCertificate('untrusted-issuer', company) },
    },
    { verdict: 'tls-intercepted', says: [/Example Corp CA/, /Find out who/] },
  ],
  [
    'this computer trusts the product: mail works, and people are told who reads along',
    {
      own: { 587: { tls: { ...opened('A').tls, ...vouchedFor } } },
      google: { 465: { tls: { ...opened('B').tls, ...vouchedFor } } },
    },
    { verdict: 'all-clear', also: { 'tls-intercepted': 'warning' } },
  ],
  [
    'without controls: all of the server’s ports carry the product’s name',
    { own: { 587: opened('A'), 465: opened('A') }, web: 'none', input: { references: false } },
    { verdict: 'tls-intercepted', confidence: 'certain' },
  ],
  [
    'without controls: a new certificate for every connection',
    {
      own: {
        587: badCertificate('untrusted-issuer', { ...company, fingerprint256: 'A' }),
        465: badCertificate('untrusted-issuer', { ...company, fingerprint256: 'B' }),
      },
    },
    { verdict: 'tls-intercepted', confidence: 'likely' },
  ],
  [
    'not raised: one server with a certificate of its own making on all ports',
    { own: { 587: badCertificate('self-signed'), 465: badCertificate('self-signed') } },
    { verdict: 'certificate-untrusted', not: ['tls-intercepted'] },
  ],
  [
    'not raised: a company’s own server with the company’s own certificate, and controls are untouched',
    {
      own: {
        587: badCertificate('untrusted-issuer', company),
        465: badCertificate('untrusted-issuer', company),
      },
      google: { 465: 'open' },
    },
    { verdict: 'certificate-untrusted', not: ['tls-intercepted'] },
  ],
  [
    'not raised: two unrelated servers that made their certificates themselves',
    {
      own: { 587: badCertificate('self-signed', { topIssuer: 'CN=localhost', issuer: 'CN=localhost' }) },
      google: { 465: badCertificate('self-signed', { topIssuer: 'CN=localhost', issuer: 'CN=localhost' }) },
    },
    { verdict: 'certificate-untrusted', not: ['tls-intercepted'] },
  ],
  [
    'not raised: two servers of the person’s, each with a certificate from the same private authority',
    {
      own: { 587: badCertificate('untrusted-issuer', { ...company, fingerprint256: 'A' }) },
      hosts: [
        {
          host: 'smtp.example.org',
          address: '192.0.2.11',
          ports: { 465: badCertificate('untrusted-issuer', { ...company, fingerprint256: 'B' }) },
        },
      ],
    },
    { verdict: 'certificate-untrusted', not: ['tls-intercepted'] },
  ],
  [
    'not raised: a new certificate for every connection to the server, and a stranger’s is untouched',
    {
      own: {
        587: badCertificate('untrusted-issuer', { ...company, fingerprint256: 'A' }),
        465: badCertificate('untrusted-issuer', { ...company, fingerprint256: 'B' }),
      },
      google: { 465: 'open' },
    },
    { verdict: 'certificate-untrusted', not: ['tls-intercepted'] },
  ],
  [
    'not raised: each port has its certificate from another private authority',
    {
      own: {
        587: badCertificate('untrusted-issuer', { ...company, fingerprint256: 'A' }),
        465: badCertificate('untrusted-issuer', { topIssuer: 'CN=Other CA', fingerprint256: 'B' }),
      },
    },
    { verdict: 'certificate-untrusted', not: ['tls-intercepted'] },
  ],
  [
    'not raised: one port alone was seen',
    { own: { 587: opened('A') } },
    { verdict: 'certificate-untrusted', not: ['tls-intercepted'] },
  ],
]);
