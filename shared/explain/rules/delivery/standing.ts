import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';

/** What is thought of the computer that sends: lists, reputation, the name it gives itself, its manners. */
export const standingRules: readonly Rule[] = rulesOf(undefined, [
  // What a port for programs says to whoever did not log in, and a server to whom it does not want: no list is named.
  [
    any(
      'client host (?:\\S{1,100} )?rejected: access denied(?!.{0,160}(?:block|list|spam|\\brbl|dnsbl|reputation))',
    ),
    'host-refused',
  ],
  [
    any(
      '\\bblack ip\\b|\\bip (?:is |was |has been |in )?(?:rejected|hangup|black|prison|banned|blocked|denied|barred|refused)|no access for (?:this|your) (?:ip|host|server|network)|den(?:ied|y|ial)\\W{1,3}(?:of connections?|based on (?:your |the )?(?:relay|ip|client|host))|(?:denial|refusal) of connections?|bypass\\w* .{0,40}relay|spamhaus|spamcop|barracudacentral|uceprotect|invaluement|sorbs\\.|abuseat|proofpoint dynamic|spamrats|cloudmark|senderbase|trendmicro|\\b(?:rbl|dnsbl|dul|sbl|xbl|pbl|cbl)\\b',
      '(?:black|block|deny|ban)-?\\s?list',
      'blocked (?:using|by|due|for|because|at|-)(?! (?:it (?:contains|is|was)\\b|spamassassin|rspamd|(?:our |the |an? )?(?:anti-?)?(?:spam|content|bulk)[ -]?(?:filter|rule|score|pattern|firewall|content|check|engine)))|is (?:currently )?(?:blocked|blacklisted|listed|banned)|listed (?:at|by|in|on)|denied by|access from (?:your )?ip',
      "(?:your|client|sending|remote|source|sender)(?:'s)? (?:\\w{1,20} ){0,2}(?:ip|ip address|host|server|network|mta)\\b.{0,60}(?:blocked|banned|denied|rejected|refused|not allowed|blacklisted)",
      '(?:deferred|delayed|rejected|refused|denied) using\\b',
      'dynamic (?:ip|address|host|range|pool)|dial-?up|residential|generic (?:rdns|hostname)',
      'client host \\S{0,100} ?rejected|(?:connection|connections|mail|message|messages) (?:from \\S{1,80} )?(?:rejected|refused|blocked) (?:by|from|due to) (?:this |your )?(?:ip|host|network|server)',
      'no smtp service|you are not (?:allowed|authorized|permitted) to (?:connect|use this)|bad (?:ip|host|server)|unauthorized (?:ip|host)|connections? (?:(?:refused|rejected) (?:from|due to)|rejected by) |(?:blocked|refused|rejected) (?:due to|for) abuse|(?:accept|allow)s? (?:any )?connections? from|dynamically assigned|(?:forbidden|refused|denied) (?:by|for|from) your ip',
      '(?:server|host|ip) requires? (?:confirm|verif|regist)|(?:confirm|verify|register|authori[sz]e) (?:this|your) (?:mail ?)?(?:server|host|ip)\\b',
      'not accept(?:ing)? (?:any )?(?:mails?|messages?|e-?mails?) from (?:\\[?\\d|your (?:ip|host|server|network))',
      'your access to submit messages|\\(BL\\d{0,3}\\)|not accepting connections|refused to talk to me',
    ),
    'block-listed',
  ],
  [
    any(
      'reputation|service refus(?:ed?|é)\\b',
      'spam(?:my)? (?:source|host|network)|sent (?:a lot of )?spam|senderscore|(?:low|bad|poor) (?:sender|score|karma)|history of (?:sending )?(?:spam|abuse)|suspicious due to',
      'unusual rate\\b',
    ),
    'reputation',
  ],
  [
    any(
      '(?:helo|ehlo)\\b.{0,60}(?:invalid|reject|syntax|denied|fqdn|fully|bogus|refus|need|illegal|spoof|fake|domain must)',
      'helo ?host (?:check )?(?:error|fail)|is invalid or dns says|(?:helo|ehlo)\\b.{0,60}missing',
      '(?:invalid|bad|bogus|syntactically invalid|illegal|forged) .{0,20}(?:helo|ehlo)',
    ),
    'computer-name',
    ['computer-name-invalid', 'server-policy'],
  ],
  [
    any(
      'smtp (?:protocol )?synchroni[sz]ation',
      'pipelining (?:not allowed|error|rejected|violation)',
      '(?:before|too early).{0,30}(?:banner|greeting|prompt)|talk(?:ed|ing|s)? (?:before|too (?:early|soon))',
    ),
    'spoke-early',
  ],
]);
