import { type Rule, rulesOf } from '../../rule.ts';

/** Filters before the servers of companies. */
export const gatewayRules: readonly Rule[] = [
  ...rulesOf('Mimecast', [
    [/\bblocked senders?\b/i, 'sender-refused', ['server-policy', 'sender-rejected']],
    [
      /administrative prohibition|(?<!(?:dmarc|spf|dkim).{0,60})envelope (?:blocked|rejected)/i,
      'policy',
      ['server-policy', 'content-refused', 'client-blocklisted'],
    ],
  ]),
  ...rulesOf('Proofpoint', [
    [/ipcheck\.proofpoint\.com/i, 'block-listed', ['client-blocklisted', 'client-refused']],
  ]),
];
