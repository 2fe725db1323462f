import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';

/** The domain it is for does not exist or takes no mail by any server. */
export const hostRules: readonly Rule[] = rulesOf(undefined, [
  [
    any(
      "no mail servers? (?:appear|seem)s? to exists?|no mail hosts? for|non-?existant (?:host|domain)|no dns a-?(?:data|record)|name or service not known|no address associated with|host or domain name not found|host (?:name )?(?:is )?(?:unknown|not found)|unknown host|no such (?:host|domain)|domain (?:name )?(?:is )?(?:not found|unknown|does not exist|doesn't exist|invalid)|non-?existent (?:host|domain)|nxdomain|illegal host\\/domain|bad (?:destination )?(?:host|system|domain)|unknown (?:domain|host) ?name|invalid domain",
      "name ?server:? .{0,60}host not found|name service error .{0,60}(?:not found|nxdomain)|unrouteable mail domain|no (?:valid )?mx(?: hosts?| records?| servers?)? (?:found|available|for)|all relevant mx records point to non-existent|unable to route to domain|recipient domain .{0,60}(?:not exist|not found|invalid)|domain .{0,80}couldn't be found",
      "(?:no|couldn't find (?:any|an?)) (?:mx|mail exchanger|host named|valid (?:mx|host))|no (?:mx|a|aaaa)(?: or (?:mx|a|aaaa))? records?|dns (?:error|domain).{0,60}(?:nonexistent|not exist|not found|no such)|domain name not found|nonexistentdomain|infodomain",
      "(?:invalid|bad|broken|illegal|wrong|bogus) (?:mx|mail exchang\\w{1,3})\\b|(?:not|n't|without|lacks?) (?:have )?(?:any|an?) (?:valid )?(?:mx|mail exchang\\w{1,3})\\b|destination (?:server|host|domain|computer)\\b.{0,60}(?:not be found|not found|unknown|does not exist)",
      'no route (?:found )?to (?:the )?domain|keine route (?:zu|zur) .{0,20}domäne|the account or domain may not exist|domain is not reachable|\\b[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,4} does not exist',
    ),
    'recipient-host',
  ],
]);
