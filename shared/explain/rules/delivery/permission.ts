import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';

/** Who may send by this server, and from where: passed on, authenticated, with a name for the address. */
export const permissionRules: readonly Rule[] = rulesOf(undefined, [
  [
    any(
      'relay(?:ing)?(?: access| mail| to \\S{1,80}| of \\S{1,80}| from \\S{1,80}| by \\S{1,80}| not){0,2} (?:is |was )?(?:denied|not (?:permitted|allowed|authori[sz]ed|possible|supported)|prohibited|disallowed|refused|rejected|forbidden|disabled)',
      "(?:not|cannot|unable to|won't|will not|do(?:es)? not|refus\\w{1,3}|denied|prohibit\\w*|no) (?:\\w{1,20} ){0,3}relay(?:ing)?\\b",
      'relay(?:ing)? (?:is |was )?(?:denied|prohibited|not)|relay access denied|(?:unauthorized|insecure|open|mail server) relay|relay restriction|must be authenticated.{0,20}relay|relay[ -]?(?:nicht|verweigert)',
      'relay(?:ing)?\\) (?:is )?not|den(?:y|ies) relay|relay check\\b.{0,20}fail|local user only\\b|\\bno smtp mx only\\b',
      'allowed rcpt ?hosts|rcpthosts|\\bas an? (?:open )?relay\\b|relay\\b.{0,40}not (?:been )?configured|not (?:been )?configured to (?:let|relay|accept mail)',
      'not (?:a )?(?:local|hosted|handled|relay) domain|mailing to remote domains (?:is )?not supported|we do not relay|not a gateway|is not permitted to relay',
      '(?:erlaubt|gestattet|zulässt|zulassen|duldet) .{0,20}weiterleit|kein\\w? weiterleitung|weiterleit\\w* (?:\\S{1,20} ){0,2}(?:nicht|verweigert|abgelehnt|untersagt)|(?:relais|relayage) .{0,30}(?:refus|interdit|pas autoris|non autoris|verweiger|abgelehn|untersagt)|aucun acc[èe]s au relais|\\brelais-?zugriff (?:verweiger|abgelehn)|retransmisi\\w+ .{0,30}(?:no|denega|prohibid)|(?:inoltro|relay) (?:\\S{1,20} ){0,2}(?:non|negat)|(?:リレー|中継).{0,20}(?:許可|拒否|できません|禁止)|(?:不允许|拒绝|禁止)(?:中继|转发)|doorsturen .{0,20}niet',
      'pop[- ]?(?:before|3? ?then|auth)[- ]?smtp|(?:receive|check|get|fetch|collect|download|retrieve) (?:your )?(?:new |incoming )?(?:(?:e-?)?mails?|messages|mailbox) (?:first|before)',
      'erlaubt keine weiterleitung|relais (?:refus|interdit)|n.(?:autorise|accepte|admet) pas (?:le )?relais|no se permite (?:la )?retransmisi|does not allow relaying',
    ),
    'relay-refused',
    ['auth-needed', 'relay-denied'],
  ],
  [
    any(
      'dmarc|\\bspf\\b|\\bdkim\\b|sender policy framework|sender id \\(pra\\)|domainkeys',
      'does not have authentication information|fails? to pass authentication|not authenticated (?:by|per)|email authentication|authentication checks|sender authentication',
      '(?:sender|message|e?-?mail) (?:is|was) unauthenticated|because .{0,40}\\bunauthenticated',
    ),
    'not-authenticated',
    ['dmarc', 'sender-rejected'],
  ],
  [
    any(
      'reverse (?:dns|name|lookup|address|hostname|ip|mapping|record)',
      '\\bptr\\b|\\brdns\\b|fcrdns|forward[- ]confirmed',
      'cannot (?:find|resolve) your (?:reverse )?(?:host ?name|address|ip)|unresolvable (?:client|ip|host|relay)',
      'no (?:reverse|hostname|rdns)|does not have a (?:reverse|ptr|host ?name)|ip name lookup failed|ip name is forged|(?:hostname|domain name|dns) lookup .{0,20}fail.{0,20}(?:client|your)',
      "(?:host|ip|server|relay|client|name|address)\\w* .{0,60}(?:does not|doesn't|must|failed to|could not be|not) (?:properly )?resolve[ds]?\\b",
      'client host rejected: cannot find|unable to (?:look ?up|resolve) .{0,20}(?:your|client|ip)',
      'dns (?:hostname )?(?:check|validation) .{0,30}fail',
      "unverif(?:y|i)able sending|host\\w* can(?:'t|not) be resolved",
    ),
    'no-reverse-name',
  ],
]);
