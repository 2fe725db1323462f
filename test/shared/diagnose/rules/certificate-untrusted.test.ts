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
  [
    'not raised: the server is a program on this computer, such as a bridge to a provider',
    {
      hosts: [
        {
          host: '127.0.0.1',
          sources: ['user'],
          address: '127.0.0.1',
          ports: { 1025: badCertificate('self-signed', { problems: ['name-mismatch', 'self-signed'] }) },
        },
      ],
      input: { server: '127.0.0.1:1025' },
    },
    {
      verdict: 'all-clear',
      not: ['certificate-untrusted', 'certificate-name-mismatch'],
      use: '127.0.0.1:1025/starttls',
      says: [/this computer itself/],
      saysNot: [/proves its identity/],
    },
  ],
  [
    'a name that only leads to this computer may lead elsewhere tomorrow',
    {
      hosts: [
        {
          host: 'mail.example.org',
          sources: ['user'],
          address: '127.0.0.1',
          ports: { 587: badCertificate('self-signed') },
        },
      ],
    },
    { verdict: 'certificate-untrusted' },
  ],
]);
