import { badCertificate, judges } from '../world.ts';

const selfMade = badCertificate('self-signed');
const unknown = badCertificate('untrusted-issuer', { topIssuer: 'CN=Private CA,O=Example' });

judges([
  [
    'the server made its certificate itself',
    { own: { 587: selfMade, 465: selfMade }, google: { 465: 'open' } },
    {
      verdict: 'certificate-untrusted',
      confidence: 'certain',
      use: 'mail.example.org:587/starttls',
      says: [/made its certificate itself/, /do not tell your mail program to accept/],
    },
  ],
  [
    'its issuer is not known to this computer',
    { own: { 587: unknown } },
    { verdict: 'certificate-untrusted', says: [/Private CA/] },
  ],
  [
    'it is signed with a hash that can be forged',
    { own: { 587: badCertificate('weak-signature') } },
    { verdict: 'certificate-untrusted', says: [/SHA-1/] },
  ],
  [
    'not raised: several unrelated hosts have that issuer',
    { own: { 587: unknown }, google: { 465: unknown } },
    { verdict: 'tls-intercepted', not: ['certificate-untrusted'] },
  ],
  [
    'not raised: it is trusted',
    { own: { 587: 'open' } },
    { verdict: 'all-clear', not: ['certificate-untrusted'] },
  ],
]);
