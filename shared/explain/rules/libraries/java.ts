import { type Rule, rulesOf } from '../../rule.ts';

/** What Jakarta Mail and those who use it say by themselves. */
export const javaRules: readonly Rule[] = [
  ...rulesOf('Java', [
    [
      /authenticationfailedexception/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed'],
      'AuthenticationFailedException',
    ],
    [
      /smtpsenderfailedexception/i,
      'sender-refused',
      ['sender-rejected', 'auth-needed'],
      'SMTPSenderFailedException',
    ],
    [
      /smtpaddressfailedexception|smtpaddressucceeded|invalid addresses(?!.{0,60}no recipient)/i,
      'recipients-refused',
      ['recipient-wrong', 'relay-denied', 'auth-needed'],
      'SMTPAddressFailedException',
    ],
    [
      /smtpsendfailedexception/i,
      'refused-somehow',
      ['sender-rejected', 'auth-needed', 'content-refused', 'relay-denied'],
      'SMTPSendFailedException',
    ],
    // Connected, and the server said nothing or went away.
    [
      /could not connect to smtp host:? .{0,120}response:? -1\b/i,
      'dropped',
      ['security-mismatch', 'server-busy', 'antivirus', 'client-blocklisted'],
      'MessagingException',
    ],
    [
      /mailconnectexception|couldn't connect to host, port|could not connect to smtp host(?!:? .{0,120}response:? -1\b)/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'hoster-blocks-smtp', 'server-down', 'wrong-port'],
      'MailConnectException',
    ],
    [
      /unknownhostexception|unknown smtp host/i,
      'name-unknown',
      ['server-name-wrong', 'dns-unreachable', 'offline'],
      'UnknownHostException',
    ],
    [
      /sockettimeoutexception|connecttimeoutexception/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'hoster-blocks-smtp', 'security-mismatch'],
      'SocketTimeoutException',
    ],
    [
      /noroutetohostexception/i,
      'unreachable',
      ['port-25-blocked', 'submission-blocked', 'offline'],
      'NoRouteToHostException',
    ],
    [
      /no authentication mechanisms? supported by both/i,
      'login-method',
      ['auth-method-wrong', 'oauth-needed'],
    ],
    [
      /starttls is required but host does not support/i,
      'starttls-missing',
      ['security-mismatch', 'starttls-stripped'],
    ],
    [
      /could not convert socket to tls/i,
      'tls-failed',
      ['certificate-problem', 'tls-too-old', 'tls-intercepted', 'security-mismatch'],
    ],
    [
      /\[eof\]|got bad greeting from smtp host/i,
      'dropped',
      ['security-mismatch', 'client-blocklisted', 'server-busy'],
    ],
  ]),
];
