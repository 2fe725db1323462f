import { type Rule, rulesOf } from '../../rule.ts';

/** What libraries for .NET say by themselves. */
export const dotNetRules: readonly Rule[] = [
  ...rulesOf('.NET', [
    [
      /requires a secure connection or the client was not authenticated/i,
      'login-missing',
      ['security-mismatch', 'auth-needed', 'login-rejected', 'app-password-needed'],
    ],
    [
      /smtp server has unexpectedly disconnected|server (?:has )?(?:unexpectedly )?disconnected/i,
      'dropped',
      ['client-blocklisted', 'security-mismatch', 'server-busy'],
    ],
    [
      /no compatible authentication mechanisms/i,
      'login-method',
      ['oauth-needed', 'security-mismatch', 'auth-method-wrong'],
    ],
    [
      /(?<!javax\.net\.ssl\.)sslhandshakeexception|an error occurred while attempting to establish an ssl or tls connection/i,
      'tls-failed',
      ['security-mismatch', 'certificate-problem', 'tls-intercepted'],
      'SslHandshakeException',
    ],
    // Its encryption has an authentication of its own: of the server, by its certificate.
    [
      /a call to sspi failed|authentication failed(?: because the remote party|, see inner exception| on the remote side)/i,
      'tls-failed',
      ['security-mismatch', 'tls-too-old', 'certificate-problem', 'tls-intercepted'],
      'AuthenticationException',
    ],
    [
      /the smtp server does not support (?:the starttls|authentication)/i,
      'starttls-missing',
      ['security-mismatch', 'starttls-stripped', 'wrong-port'],
    ],
    [
      /server does not support secure connections/i,
      'starttls-missing',
      ['security-mismatch', 'starttls-stripped'],
    ],
    [
      /(?<!system\.security\.authentication\.)\bauthenticationexception(?!.{0,80}(?:certificate|sspi|inner exception|remote (?:party|side)))|authenticationinvalidcredentials/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed'],
      'AuthenticationException',
    ],
    [
      /mailbox unavailable\. the server response was/i,
      'recipients-refused',
      ['relay-denied', 'auth-needed', 'recipient-wrong', 'sender-rejected'],
    ],
    [
      /unable to read data from the transport connection|net_io_connectionclosed/i,
      'dropped',
      ['security-mismatch', 'tls-blocked', 'antivirus'],
    ],
    [
      /unable to connect to the remote server/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'server-down', 'local-firewall'],
    ],
    [
      /remote name could not be resolved/i,
      'name-unknown',
      ['server-name-wrong', 'dns-unreachable', 'offline'],
    ],
    [
      /the operation has timed out/i,
      'no-answer',
      ['security-mismatch', 'submission-blocked', 'port-25-blocked'],
    ],
    [
      /syntax error, command unrecognized/i,
      'command-unknown',
      ['security-mismatch', 'port-25-intercepted', 'wrong-port'],
    ],
    [
      /(?<!\b[45]\d\d[ -])failure sending mail/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'security-mismatch', 'hoster-blocks-smtp'],
    ],
  ]),
];
