import { any } from '../phrases.ts';
import { type Rule, rulesOf } from '../rule.ts';

/** A text without its links, whose words (`security`, `policy`) hint at nothing. */
export function withoutLinks(text: string): string {
  return text.replace(/\bhttps?:\/\/\S{1,2000}/gi, ' ');
}

/** Words that hint at what is wrong where neither a plain phrase nor a telling status does. */
export const looseDeliveryRules: readonly Rule[] = rulesOf(undefined, [
  // A refusal whose subject is the computer that sends.
  [
    any(
      '^[45]\\d\\d[ -](?:[45]\\.\\d\\.\\d{1,3} )?(?:client |remote )?(?:host|client|ip|server) \\S{1,255} ?\\[',
    ),
    'block-listed',
  ],
  [any('anti-?spam'), 'spam'],
  [
    any(
      "mailbox (?:is )?unavailable|(?:address|recipient|user|mailbox)\\w* .{0,40}(?:rejected|unavailable|undeliverable|invalid|refused)|does(?: not|n't) like recipient|(?:bad|invalid) address|not (?:deliverable|find)|undeliverable address|mail receiving disabled|delivery not possible|no (?:valid )?recipients?",
    ),
    'recipient-unknown',
  ],
  [
    any(
      '\\bnot (?:allowed|permitted|authori[sz]ed|welcome) (?:to|from)|(?<!\\b(?:to|the|original) )sender|from address|originator|you are not|your (?:mail|message|email|domain|organi[sz]ation|server)\\b.{0,60}(?:reject|refus|block|denied|not (?:allowed|accepted|permitted|authori|welcome|trusted|wanted))',
    ),
    'sender-refused',
  ],
  [
    any(
      'no permi(?:t\\b|ssion)|access (?:to .{0,60})?denied|denied|restrict|security|encrypt|tls|unauthenticated|policy|policies|prohibit|forbidden|administrative|permission|not (?:allowed|permitted|authori[sz]ed|accepted)|only (?:accepts?|allow)|members? only|moderat|blocked|violat',
    ),
    'policy',
    ['server-policy', 'sender-rejected', 'recipient-wrong'],
  ],
  [
    any(
      '(?:network|connection|session|conversation|socket|link|server).{0,60}(?:reset|lost|dropped|closed|unreachable|terminated|aborted|refused)|no route|network (?:error|unreachable)|dns (?:query|lookup|error).{0,20}fail|malformed .{0,40}(?:reply|server)|bad connection|name ?server|lost connection',
    ),
    'remote-down',
    ['remote-server-down', 'recipient-wrong'],
  ],
  [any('time(?:d)? ?-?out|expired|deferred|delayed|retry|too long'), 'gave-up'],
  [
    any(
      "(?:local|server|internal|system|configuration|resource|temporary|database|lookup|processing|queue|service|ldap|directory|transaction).{0,40}(?:error|failure|fail|problem|unavailable|shortage|overload|misconfig)|insufficient (?:system )?(?:resources|storage)|out of memory|(?:can ?not|can't|could ?n[o']t|could not|unable to|fail\\w{0,3} to|errors?|failure|problem) (?:while |when |in )?(?:creat|open|writ|lock|append|updat|stor|sav|read|stat|fork|execut|renam|link)(?:e|ing|t)?\\b|(?:open|write|read|lock|stat|i\\/o|disk) (?:time-?out|error|failure) on|\\.forward\\b|dot-?lock|too busy|unable to process|try (?:again )?later|temporarily|unable to contact|not accepting network messages|service unavailable|i\\/o error",
    ),
    'server-broken',
    ['server-busy', 'server-misconfigured'],
  ],
  [
    any(
      '(?:message|mail|e-?mail|transaction|delivery).{0,40}(?:reject|refus|denied|decline|not accept)|(?:reject|refus|decline)\\w*',
    ),
    'refused-somehow',
  ],
]);
