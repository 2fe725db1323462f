import { judges } from '../world.ts';

const wanted = (message: string) =>
  ({ outcome: 'tls-error', stage: 'greeting', error: { code: 'tls-failed', message } }) as const;
const openssl = wanted('TLS could not be negotiated: ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED');

judges([
  [
    'the server says so by its alert, after the handshake',
    { own: { 465: openssl }, large: { 465: 'open' } },
    {
      verdict: 'client-certificate-wanted',
      confidence: 'certain',
      says: [/client certificate/, /port 465/],
      not: ['tls-blocked', 'submission-failing'],
    },
  ],
  [
    'in the words of another TLS library',
    { own: { 587: wanted('the server refused to negotiate TLS: TLSV1_CERTIFICATE_REQUIRED') } },
    { verdict: 'client-certificate-wanted' },
  ],
  [
    'a warning where another port wants none',
    { own: { 465: openssl, 587: 'open' } },
    { verdict: 'all-clear', also: { 'client-certificate-wanted': 'warning' } },
  ],
  [
    'the verdict where the mail program uses that port',
    {
      own: { 465: openssl, 587: 'open' },
      input: { current: { host: 'mail.example.org', port: 465, security: 'tls' } },
    },
    { verdict: 'client-certificate-wanted', use: 'mail.example.org:587/starttls' },
  ],
  [
    'not raised: another alert',
    { own: { 465: wanted('sslv3 alert handshake failure') } },
    { verdict: 'inconclusive', not: ['client-certificate-wanted'] },
  ],
]);
