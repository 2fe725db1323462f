import { tlsFacts } from '../../../support/builders.ts';
import { badCertificate, judges } from '../world.ts';

const mailer = badCertificate('name-mismatch', { names: ['cp21.hoster.example'], fingerprint256: 'CP21' });
const control465 = mailer;
const control587 = { ...mailer, security: 'starttls' } as const;

judges([
  [
    'the hoster’s mailer answers for the user’s server and for everybody else',
    { own: { 25: mailer, 465: mailer, 587: mailer }, large: { 465: control465, 587: control587 } },
    {
      verdict: 'relayed-elsewhere',
      confidence: 'certain',
      use: null,
      says: [/cp21\.hoster\.example answers in place of mail\.example\.org/, /google.com/, /localhost/],
      not: ['certificate-name-mismatch', 'tls-intercepted', 'port-25-intercepted'],
    },
  ],
  [
    'one port and one stranger',
    { own: { 465: mailer }, google: { 465: control465 } },
    { verdict: 'relayed-elsewhere', confidence: 'likely', use: null },
  ],
  [
    'not raised: the server is a shared one, and strangers’ servers are themselves',
    { own: { 587: mailer }, large: { 465: 'open', 587: { security: 'starttls' } } },
    { verdict: 'certificate-name-mismatch', not: ['relayed-elsewhere'] },
  ],
  [
    'not raised: the user’s server and the stranger’s are the stranger’s',
    {
      own: { 587: { tls: tlsFacts({ fingerprint256: 'google.com' }) } },
      large: { 587: { security: 'starttls' } },
    },
    { verdict: 'all-clear', not: ['relayed-elsewhere'] },
  ],
  [
    'not raised: a scanner makes a certificate for each host',
    {
      own: { 465: badCertificate('untrusted-issuer', { topIssuer: 'CN=Mail Shield', fingerprint256: 'A' }) },
      large: {
        465: badCertificate('untrusted-issuer', { topIssuer: 'CN=Mail Shield', fingerprint256: 'B' }),
      },
    },
    { verdict: 'tls-intercepted', not: ['relayed-elsewhere'] },
  ],
]);
