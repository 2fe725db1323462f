import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';

/** What mailers call what joins them to the next server, whom it joins them to, and what befell it. */
const joined =
  '(?:connection|conversation|session|link|socket|channel|association)s?(?: (?:with|to|from|between|of) (?:(?:the )?(?:\\w{1,20} ){0,4}(?:host|server|system|side|end|exchanger|mta|computer|machine)\\b(?: \\S{1,255})?|\\S{1,255}))?';
const fate =
  '(?:broken?|lost|closed|dropped|died|dead|interrupted|aborted|terminated|cut|reset|severed|ended|disconnected|failed)\\b';

/** A server that was not reached, or that went away while it was spoken to. */
export const brokenRules: readonly Rule[] = rulesOf(undefined, [
  [
    any(
      'malformed (?:or unexpected )?\\S{0,12} ?(?:name )?(?:server|smtp) reply|host (?:is )?unreachable|no route to host|connection (?:was )?(?:reset|refused)|lost connection with|network is unreachable',
      'able to establish an? (?:smtp )?connection|could not initiate smtp conversation|network error on',
      `${joined},? (?:\\[[^\\]]{1,60}\\] ?)?(?:(?:is|was|has|had|been|got|but|unexpectedly|prematurely|suddenly|already) ){0,3}${fate}`,
      '(?:lost|los(?:es|ing)|clos(?:ed|es|ing)|dropp(?:ed|ing)|broke|br(?:eak|oke)s?|reset|terminated|aborted|interrupted|ended|cut) (?:the |its |our |your |this )?(?:smtp |tcp |tls )?(?:connection|conversation|session|link|channel)\\b',
      'hung up|broken pipe|(?:read|write|receive|send) error (?:from|to|on) (?!\\S{0,40}\\/)|no longer (?:responding|answering)|(?:unable|failed|impossible|trying|tried) (?:to )?(?:\\w{1,15} )?connect(?:ing)?\\b(?!.{0,80}(?:database|ldap|directory|sql))|(?:connect|tls|ssl)(?:ing)? (?:connect |handshake |negotiation )?(?:failed|timed out)|could(?: not|n.t) connect|remote (?:\\w{1,10} )?(?:host|system|server) (?:is )?no longer',
      '(?:cname|mx|dns|a|domain|host) lookup (?:has )?(?:failed|failure|error|timed out)',
    ),
    'remote-down',
    ['remote-server-down', 'recipient-wrong'],
  ],
]);
