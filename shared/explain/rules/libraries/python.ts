import { type Rule, rulesOf } from '../../rule.ts';

/** What Python's libraries say by themselves. */
export const pythonRules: readonly Rule[] = [
  ...rulesOf('Python', [
    [
      /smtpauthenticationerror/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed'],
      'SMTPAuthenticationError',
    ],
    [
      /smtpnotsupportederror.{0,30}starttls|starttls extension not supported/i,
      'starttls-missing',
      ['security-mismatch', 'starttls-stripped'],
      'SMTPNotSupportedError',
    ],
    [
      /smtpnotsupportederror/i,
      'login-not-offered',
      ['security-mismatch', 'wrong-port', 'auth-not-offered'],
      'SMTPNotSupportedError',
    ],
    [/no suitable authentication method found/i, 'login-method', ['auth-method-wrong', 'oauth-needed']],
    [
      /smtpserverdisconnected.{0,60}please run connect/i,
      'program-broken',
      ['program-broken', 'connection-lost'],
      'SMTPServerDisconnected',
    ],
    [
      /smtpserverdisconnected/i,
      'dropped',
      ['security-mismatch', 'client-blocklisted', 'server-busy', 'tls-blocked'],
      'SMTPServerDisconnected',
    ],
    [/smtpsenderrefused/i, 'sender-refused', ['sender-rejected', 'auth-needed'], 'SMTPSenderRefused'],
    [
      /smtprecipientsrefused/i,
      'recipients-refused',
      ['relay-denied', 'recipient-wrong', 'auth-needed'],
      'SMTPRecipientsRefused',
    ],
    [
      /smtpdataerror/i,
      'content',
      ['content-refused', 'sender-rejected', 'dmarc', 'rate-limit'],
      'SMTPDataError',
    ],
    [/smtpheloerror/i, 'computer-name', ['computer-name-invalid', 'server-policy'], 'SMTPHeloError'],
    [/smtpconnecterror/i, 'service-closed', ['server-busy', 'client-blocklisted'], 'SMTPConnectError'],
    [
      /socket\.gaierror|\[errno (?:-2|-5|8|11001)\]/i,
      'name-unknown',
      ['server-name-wrong', 'dns-unreachable', 'offline'],
    ],
    [/\[errno -3\]/i, 'dns-silent', ['dns-unreachable', 'offline']],
    [
      /socket\.timeout|timeouterror/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'hoster-blocks-smtp', 'security-mismatch'],
    ],
    [
      /connectionrefusederror/i,
      'refused',
      ['wrong-port', 'server-down', 'port-25-blocked', 'local-firewall'],
    ],
  ]),
];
