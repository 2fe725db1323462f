import { type Rule, rulesOf } from '../../rule.ts';

/** What mail servers write into their own logs. */
export const mailerRules: readonly Rule[] = [
  ...rulesOf('Postfix', [
    [
      /lost connection with [\w.-]{1,255}\[[0-9a-f.:]{2,45}\](?::\d{1,5})? while/i,
      'dropped',
      ['connection-lost', 'tls-blocked', 'server-busy'],
    ],
    [
      /conversation with [\w.-]{1,255}\[[0-9a-f.:]{2,45}\](?::\d{1,5})? timed out while/i,
      'slow-answer',
      ['slow-line', 'remote-server-down', 'slow-greeting'],
    ],
  ]),
  ...rulesOf('Exim', [
    [
      /retry time not reached|hosts? .{0,80}(?:has|have) been failing for a long time/i,
      'remote-down',
      ['remote-server-down', 'server-down', 'port-25-blocked'],
    ],
  ]),
  ...rulesOf('Exim', [
    [
      /all relevant mx records point to non-existent hosts|^(?!.{0,300}verif).{0,300}unrouteable mail domain/i,
      'recipient-host',
    ],
    [/mx or srv record indicated no smtp service/i, 'recipient-no-mail'],
  ]),
  ...rulesOf('OpenSMTPD', [
    [/network error on destination/i, 'remote-down', ['remote-server-down', 'port-25-blocked']],
  ]),
];
