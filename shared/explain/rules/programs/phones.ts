import { type Rule, rulesOf } from '../../rule.ts';

/** Mail programs of Android. */
export const phoneRules: readonly Rule[] = [
  ...rulesOf('Samsung Email', [
    [
      /connection to (?:the )?server due to (?:a )?security error/i,
      'tls-failed',
      ['security-mismatch', 'certificate-problem', 'tls-intercepted'],
    ],
  ]),
  ...rulesOf('Thunderbird for Android', [
    [
      /checking (?:the )?outgoing server settings failed/i,
      'outgoing-check',
      ['login-rejected', 'submission-blocked', 'certificate-problem'],
    ],
    [
      /cannot connect to server\.? ?\(|setup could not finish/i,
      'outgoing-check',
      ['submission-blocked', 'security-mismatch', 'certificate-problem', 'login-rejected'],
    ],
  ]),
];
