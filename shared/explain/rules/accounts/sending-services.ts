import { type Rule, rulesOf } from '../../rule.ts';

/** Services that send for programs and lists. */
export const sendingServiceRules: readonly Rule[] = [
  ...rulesOf('Amazon SES', [
    [/email address is not verified/i, 'sender-not-yours', ['sender-rejected']],
    [
      /throttling failure.{0,40}(?:daily|maximum|rate)|maximum sending rate exceeded|daily message quota exceeded/i,
      'rate-limited',
      ['rate-limit'],
    ],
    [
      /sending (?:paused|suspended) for this account|account is (?:in the sandbox|paused)/i,
      'account-locked',
      ['account-locked'],
    ],
    [/the request signature we calculated does not match/i, 'login-refused', ['login-rejected']],
  ]),
  ...rulesOf('SendGrid', [
    [
      /verified sender identity|from address does not match a verified/i,
      'sender-not-yours',
      ['sender-rejected'],
    ],
    [
      /maximum credits exceeded|you have exceeded your messaging limits/i,
      'own-quota',
      ['own-quota', 'rate-limit', 'account-locked'],
    ],
    [
      /provided authorization grant is invalid|bad username \/ password/i,
      'login-refused',
      ['login-rejected'],
    ],
  ]),
  ...rulesOf('Mailgun', [
    [
      /sandbox subdomains? are for test purposes|authorized recipients/i,
      'recipient-refused',
      ['plan-without-programs', 'server-policy'],
    ],
    [
      /domain \S{1,200} is not allowed to send/i,
      'account-locked',
      ['account-locked', 'plan-without-programs'],
    ],
  ]),
  ...rulesOf('Postmark', [[/sender signature/i, 'sender-not-yours', ['sender-rejected']]]),
  ...rulesOf('Brevo, Mailjet, SMTP2GO', [
    [
      /sender.{0,40}(?:not valid|has not been validated|not verified|isn't (?:allowed|verified))/i,
      'sender-not-yours',
      ['sender-rejected'],
    ],
    [/smtp account is not (?:yet )?activ/i, 'smtp-login-off', ['smtp-auth-off', 'account-policy']],
  ]),
];
