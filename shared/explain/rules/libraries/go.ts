import { type Rule, rulesOf } from '../../rule.ts';

/** What Go's libraries say by themselves. */
export const goRules: readonly Rule[] = [
  ...rulesOf('Go', [
    [
      /smtp: server doesn't support auth/i,
      'login-not-offered',
      ['security-mismatch', 'wrong-port', 'auth-not-offered'],
    ],
    [
      /unencrypted connection|wrong host name$/i,
      'login-needs-encryption',
      ['security-mismatch', 'server-name-wrong'],
    ],
    [
      /dial tcp .{0,120}i\/o timeout/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'hoster-blocks-smtp', 'server-down'],
    ],
    [
      /(?:panic|err(?:or)?|e?mail|send\w*|dial\w*)["']?[:=] ?"?EOF\b/i,
      'dropped',
      ['security-mismatch', 'connection-lost', 'tls-blocked'],
    ],
    [
      /gomail: could not send/i,
      'refused-somehow',
      ['login-rejected', 'sender-rejected', 'submission-blocked'],
    ],
  ]),
];
