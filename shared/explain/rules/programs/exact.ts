import { type Rule, rulesOf } from '../../rule.ts';

/** What libraries say more exactly than the system's error that they add. */
export const exactRules: readonly Rule[] = [
  ...rulesOf('nodemailer', [
    [
      /greeting never received/i,
      'no-answer',
      ['security-mismatch', 'port-25-blocked', 'submission-blocked', 'slow-greeting'],
      'ETIMEDOUT',
    ],
  ]),
  // Its resolver is named by the question; what is refused or silent there is DNS.
  ...rulesOf('Node.js', [
    [/\bquery[A-Z]\w{0,6} E(?:TIMEOUT|CONNREFUSED|SERVFAIL|REFUSED|BADRESP)\b/, 'dns-silent'],
  ]),
  ...rulesOf('Python', [
    [
      /\[?winerror 10060|\[errno (?:110|60)\]/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'hoster-blocks-smtp', 'security-mismatch'],
    ],
  ]),
];
