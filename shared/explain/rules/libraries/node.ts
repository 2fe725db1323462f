import { type Rule, rulesOf } from '../../rule.ts';

/** What libraries for Node.js say by themselves. */
export const nodeRules: readonly Rule[] = [
  ...rulesOf('nodemailer', [
    [
      /\bECONNECTION\b/,
      'no-connection',
      ['submission-blocked', 'security-mismatch', 'port-25-blocked'],
      'ECONNECTION',
    ],
    [/\bESOCKET\b/, 'tls-failed', ['security-mismatch', 'certificate-problem', 'tls-intercepted'], 'ESOCKET'],
    [/\bEDNS\b/, 'name-unknown', ['server-name-wrong', 'dns-unreachable', 'offline'], 'EDNS'],
    [
      /\bETLS\b|error upgrading connection with starttls|error initiating tls/i,
      'starttls-missing',
      ['starttls-stripped', 'security-mismatch'],
      'ETLS',
    ],
    [/\bEREQUIRETLS\b/, 'starttls-missing', ['security-mismatch', 'starttls-stripped'], 'EREQUIRETLS'],
    [/missing credentials for|\bENOAUTH\b/i, 'login-missing', ['auth-needed'], 'ENOAUTH'],
    [/\bEOAUTH2\b|can't create new access token/i, 'sign-in-expired', ['oauth-needed'], 'EOAUTH2'],
    [
      /\bEAUTH\b|\binvalid login\b/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed', 'auth-not-offered'],
      'EAUTH',
    ],
    [
      /\bEENVELOPE\b|can't send mail - all recipients were rejected/i,
      'sender-refused',
      ['sender-rejected', 'relay-denied', 'recipient-wrong'],
      'EENVELOPE',
    ],
    [
      /no recipients? (?:addresses|defined|specified|given|provided)/i,
      'recipient-missing',
      ['recipient-wrong'],
      'EENVELOPE',
    ],
    [/\bEMESSAGE\b/, 'content', ['content-refused', 'dmarc', 'message-too-large'], 'EMESSAGE'],
    [
      /\bEPROTOCOL\b|invalid greeting/i,
      'strange-answer',
      ['security-mismatch', 'port-25-intercepted', 'wrong-port', 'server-busy'],
      'EPROTOCOL',
    ],
    [/\bESTREAM\b|\bEFILEACCESS\b|\bEURLACCESS\b/, 'program-broken', ['program-broken'], 'ESTREAM'],
    [/\bEMAXLIMIT\b/, 'rate-limited', ['rate-limit', 'too-many-connections'], 'EMAXLIMIT'],
    [/\bEPROXY\b/, 'proxy-asked', ['proxy-only'], 'EPROXY'],
    [
      /connection closed unexpectedly/i,
      'dropped',
      ['security-mismatch', 'submission-blocked', 'server-busy', 'port-25-blocked'],
    ],
  ]),
  ...rulesOf('Node.js', [
    [
      /(?:mail|smtp).{0,200}socket hang up|socket hang up.{0,200}(?:mail|smtp)/i,
      'dropped',
      ['security-mismatch', 'connection-lost', 'server-busy'],
    ],
  ]),
];
