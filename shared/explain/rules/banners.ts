import { type Rule, rulesOf } from '../rule.ts';

/** First lines of messages that came back; what is inside them says why. */
export const bannerRules: readonly Rule[] = [
  ...rulesOf('Postfix', [[/this is the mail system at host/i, 'came-back']]),
  ...rulesOf('Exim', [
    [/message was created automatically by (?:the )?mail delivery software/i, 'came-back'],
  ]),
  ...rulesOf('qmail', [[/this is the qmail-send program/i, 'came-back']]),
  ...rulesOf('Sendmail', [
    [/the original message was received at|transcript of session follows/i, 'came-back'],
    [/\bstat=service unavailable/i, 'refused-somehow'],
  ]),
  ...rulesOf('Amazon SES', [
    [/an error occurred while trying to deliver the mail to the following recipients/i, 'came-back'],
  ]),
  ...rulesOf('Gmail', [
    [
      /delivery status notification \(failure\)|address not found.{0,80}wasn't delivered|message wasn't delivered to/i,
      'came-back',
    ],
  ]),
  ...rulesOf('Exchange', [
    [
      /did not reach some or all of the intended recipients|your message (?:to \S{1,200} )?couldn't be delivered|delivery has failed to these recipients|ihre nachricht (?:an|hat) .{0,60}(?:nicht zugestellt|nicht erreicht)/i,
      'came-back',
    ],
  ]),
  ...rulesOf('HCL Domino', [
    [
      /\bwas not delivered to:? .{1,400}\bbecause:|wurde nicht zugestellt an:? .{1,400}\b(?:weil|da|grund):/i,
      'came-back',
    ],
  ]),
  ...rulesOf('Yahoo', [[/unable to deliver your message to the following address/i, 'came-back']]),
  ...rulesOf(undefined, [
    [/smtp error from remote (?:mail )?server/i, 'came-back'],
    [/\bretry time(?:out exceeded| not reached for any host)/i, 'gave-up'],
    [
      /^your (?:message|e?-?mail)\b.{0,300}\bwas (?:read|displayed|deleted without being read) on\b|^ihre nachricht\b.{0,300}\bwurde (?:gelesen|angezeigt|ungelesen gelöscht)\b/i,
      'not-a-failure',
    ],
    [
      /delivery has failed|(?:mail|message) delivery (?:failed|failure)|undelivered mail returned to sender|undeliverable:|returned mail: see transcript|mail delivery subsystem|unzustellbar|could not be delivered to|permanent(?:ly)? (?:error|failed).{0,60}deliver|delivery to the following recipients? failed/i,
      'came-back',
    ],
    [/\baction: failed\b/i, 'came-back', ['read-inner-code']],
    [
      /\baction: delayed\b|delivery (?:status notification \(delay\)|is delayed|has been delayed)|will (?:keep trying|continue to (?:be )?(?:try|retr))|delivery incomplete|not been delivered yet|warning only/i,
      'still-trying',
    ],
  ]),
];
