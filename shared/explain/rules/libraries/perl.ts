import { type Rule, rulesOf } from '../../rule.ts';

/** What Perl's modules for mail say. */
export const perlRules: readonly Rule[] = [
  ...rulesOf('Perl', [
    [
      /can't locate (?:net\/smtps?|authen\/sasl|io\/socket\/ssl|mime\/base64)|authen::sasl .{0,30}(?:missing|not (?:found|installed))|need (?:mime::base64|authen::sasl|io::socket::ssl)/i,
      'program-broken',
    ],
  ]),
];
