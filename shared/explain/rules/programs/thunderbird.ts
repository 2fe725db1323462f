import { type Rule, rulesOf } from '../../rule.ts';

/** What Thunderbird has besides its generated sentences: errors by name. */
export const thunderbirdRules: readonly Rule[] = [
  ...rulesOf('Thunderbird', [
    [/unable to get password for/i, 'password-missing', ['login-rejected']],
    [
      /\bns_error_(?:net_timeout)\b/i,
      'no-answer',
      ['port-25-blocked', 'submission-blocked', 'mail-allow-list'],
    ],
    [/\bns_error_(?:connection_refused)\b/i, 'refused', ['port-25-blocked', 'wrong-port', 'server-down']],
    [
      /\bns_error_(?:net_reset|net_interrupt)\b/i,
      'dropped',
      ['antivirus', 'tls-blocked', 'security-mismatch'],
    ],
    [/\bns_error_unknown_host\b/i, 'name-unknown', ['server-name-wrong', 'dns-unreachable', 'offline']],
  ]),
];
