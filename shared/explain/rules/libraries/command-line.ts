import { type Rule, rulesOf } from '../../rule.ts';

/** What is called from a shell or a script to send: curl, msmtp, swaks and others. */
export const commandLineRules: readonly Rule[] = [
  ...rulesOf('curl', [
    [/curl: \(5\)|couldn't resolve proxy/i, 'proxy-asked', ['proxy-only', 'dns-unreachable'], 'curl 5'],
    [
      /curl: \(6\)|couldn't resolve host/i,
      'name-unknown',
      ['server-name-wrong', 'dns-unreachable', 'offline'],
      'curl 6',
    ],
    [
      /curl: \(7\)/i,
      'no-connection',
      ['wrong-port', 'port-25-blocked', 'submission-blocked', 'server-down'],
      'curl 7',
    ],
    [/\b(?:mail|rcpt|data) failed: 530\b/i, 'login-missing', ['auth-needed', 'security-mismatch'], '530'],
    [/\bmail failed: 5[05]\d\b/i, 'sender-refused', ['sender-rejected', 'auth-needed']],
    [/\brcpt failed: 5[05]\d\b/i, 'recipients-refused', ['recipient-wrong', 'relay-denied', 'auth-needed']],
    [
      /curl: \((?:8|55|56)\)(?!.{0,40}failed: [45]\d\d)/i,
      'line-broke',
      ['connection-lost', 'port-25-intercepted', 'tls-blocked', 'server-busy'],
    ],
    [
      /curl: \(28\)/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'security-mismatch', 'slow-line'],
      'curl 28',
    ],
    [/curl: \(35\)/i, 'tls-failed', ['security-mismatch', 'tls-too-old', 'tls-blocked'], 'curl 35'],
    [
      /curl: \(5[18]\)/i,
      'certificate-name',
      ['certificate-name-mismatch', 'certificate-untrusted', 'tls-intercepted'],
    ],
    [
      /curl: \(60\)/i,
      'certificate-untrusted',
      ['certificate-untrusted', 'tls-intercepted', 'certificate-chain-incomplete'],
      'curl 60',
    ],
    [/curl: \(64\)/i, 'starttls-missing', ['security-mismatch', 'starttls-stripped'], 'curl 64'],
    [
      /curl: \(67\)|curle_login_denied/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'smtp-auth-off'],
      'curl 67',
    ],
    [/curl: \(52\)/i, 'dropped', ['server-busy', 'security-mismatch'], 'curl 52'],
  ]),
  ...rulesOf('Mutt', [
    [
      /smtp session failed: (?:read|write) error/i,
      'line-broke',
      ['connection-lost', 'antivirus', 'security-mismatch'],
    ],
  ]),
  ...rulesOf(undefined, [
    // RFC 6531: an address or a subject in letters that the server does not take.
    [
      /(?:not|n't) (?:support|offer|advertise) (?:the )?(?:smtputf8|8bitmime|internationali[sz]ed)/i,
      'message-form',
      ['recipient-wrong', 'program-too-old', 'server-policy'],
    ],
  ]),
  ...rulesOf('Monit', [
    [
      /(?:receiving|reading) data from the mail ?server/i,
      'no-answer',
      ['security-mismatch', 'submission-blocked', 'slow-greeting'],
    ],
  ]),
  ...rulesOf('mail', [
    [/process exited with a non-zero status/i, 'program-broken', ['server-misconfigured', 'program-broken']],
  ]),
  ...rulesOf('Postfix', [
    [/specify a password table via/i, 'password-missing', ['auth-needed', 'profile-broken']],
  ]),
  ...rulesOf('ssmtp', [[/cannot open [\w.-]{1,255}:\d{2,5}\b/i, 'no-connection']]),
  ...rulesOf('msmtp', [
    [
      /msmtp: .{0,120}(?:cannot connect|connecting)/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'server-down', 'wrong-port'],
    ],
    [
      /msmtp: server sent empty reply/i,
      'dropped',
      ['security-mismatch', 'server-busy', 'client-blocklisted'],
    ],
    [
      /msmtp: .{0,60}authentication failed/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'login-name-form'],
    ],
  ]),
  ...rulesOf('git send-email', [
    [
      /unable to initialize smtp properly/i,
      'no-connection',
      ['submission-blocked', 'security-mismatch', 'wrong-port', 'server-name-wrong'],
    ],
  ]),
  ...rulesOf('Zimbra', [
    [
      /\bSEND_(?:ABORTED|PARTIAL)_ADDRESS_FAILURE\b/i,
      'recipients-refused',
      ['recipient-wrong', 'relay-denied'],
    ],
    [/\bmail\.(?:MESSAGE_TOO_BIG|UPLOAD_TOO_LARGE)\b/i, 'too-large'],
  ]),
  ...rulesOf('swaks', [
    [
      /\*\*\* error connecting|\*\*\* no authentication types available|\*\*\* auth not supported/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'wrong-port', 'server-down'],
    ],
    [
      /\*\*\* (?:tls startup failed|starttls)/i,
      'tls-failed',
      ['security-mismatch', 'tls-too-old', 'certificate-problem'],
    ],
    [
      /\*\*\* no authentication type succeeded/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'login-name-form'],
    ],
  ]),
];
