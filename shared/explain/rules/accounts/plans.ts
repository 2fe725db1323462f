import { type Rule, rulesOf } from '../../rule.ts';

/** What a plan lacks, and a sign-in that is no longer good, at whatever provider. */
export const planRules: readonly Rule[] = [
  ...rulesOf(undefined, [
    [
      /\b(?:your|current|this|free|basic) (?:plan|subscription|tariff|account type)\b.{0,60}\b(?:not|no|without|upgrade)\b|upgrade (?:your|to a).{0,60}\b(?:smtp|imap|pop3?|mail clients?|e-?mail programs?)\b/i,
      'plan-without-programs',
    ],
  ]),
  // RFC 6749 section 5.2.
  ...rulesOf(undefined, [
    [
      /\binvalid_grant\b|token has been (?:expired|revoked)|(?:refresh|access) ?token (?:is |has |was )?(?:been )?(?:expired|revoked|invalid|missing|not (?:found|valid))|\b(?:unauthorized|invalid)_client\b/i,
      'sign-in-expired',
      ['oauth-needed', 'clock-wrong'],
    ],
  ]),
  ...rulesOf('Microsoft', [[/\bbasicauthblocked\b/i, 'basic-login-off']]),
];
