import { type Rule, rulesOf } from '../../rule.ts';

/** What Ruby's libraries say by themselves. */
export const rubyRules: readonly Rule[] = [
  ...rulesOf('Ruby', [
    [
      /net::smtpauthenticationerror/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed'],
      'Net::SMTPAuthenticationError',
    ],
    [
      /net::opentimeout|net::readtimeout/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'security-mismatch', 'hoster-blocks-smtp'],
      'Net::OpenTimeout',
    ],
    [
      /\beoferror\b|end of file reached/i,
      'dropped',
      ['security-mismatch', 'connection-lost', 'tls-blocked'],
      'EOFError',
    ],
    [
      /net::smtpserverbusy/i,
      'server-busy',
      ['server-busy', 'rate-limit', 'greylisting'],
      'Net::SMTPServerBusy',
    ],
    [
      /net::smtpfatalerror/i,
      'refused-somehow',
      ['sender-rejected', 'recipient-wrong', 'relay-denied'],
      'Net::SMTPFatalError',
    ],
    [
      /net::smtpsyntaxerror/i,
      'command-unknown',
      ['sender-rejected', 'port-25-intercepted'],
      'Net::SMTPSyntaxError',
    ],
  ]),
];
