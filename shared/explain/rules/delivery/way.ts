import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';
import { brokenRules } from './broken.ts';

/** What went wrong on the way to the mailbox, and in the server. */
export const wayRules: readonly Rule[] = [
  ...rulesOf(undefined, [
    [
      any(
        "null ?mx|not (?:capable|able|set up|configured|equipped) (?:to|of|for) (?:receiv|accept|gett?)(?:e|ing)? (?:any )?(?:e-?)?mails?\\b|does not accept (?:mail|e-?mail)\\b(?! (?:from|in|with|containing|without))|domain .{0,60}does not accept mail|doesn't accept (?:any )?e?mail",
      ),
      'recipient-no-mail',
    ],
    [
      any(
        "unable to deliver in \\d|smtp time-?out|time-?out (?:waiting for|while|during|writing|reading)|envelope expired|message expired|delivery (?:time )?expired|retry time(?:out| not reached)|(?:could not be|has not (?:yet )?been|not been|couldn't be) (?:delivered|sent) (?:.{0,40} )?(?:for|within|after|in) (?:more than )?(?:the last )?\\d|cannot send message for \\d|too old|in (?:the )?queue (?:too long|for more than|for \\d)|been trying to deliver|delivery failed \\d{1,3} attempts|giv(?:e|ing) up(?! on)|maximum (?:retry|queue|delivery) time|time ?out (?:exceeded|expired)|retries exceeded|undelivered after|connection (?:attempt )?timed ?out|conn(?:ection)? ?time-?out|did not accept our requests to connect|host not (?:reachable|responding)|(?:server|host) (?:is )?(?:not responding|did not respond|unreachable)|no answer from host|could(?: not|n't) contact|not (?:be(?:en)? )?delivered (?:within|for|in|after) (?:more than )?\\d|not reachable within|maximum (?:number of )?(?:delivery )?attempts|message-?ttl|delivery (?:was )?delayed",
        'could not find a gateway|(?:in|within) the time limit|hosts? (?:ha(?:s|ve) been|were) (?:failing|unreachable|down)(?: for)?',
      ),
      'gave-up',
    ],
  ]),
  ...brokenRules,
  ...rulesOf(undefined, [
    [
      any(
        'mail (?:server )?loop|loops? back to|mx (?:record )?points? to (?:local ?host|this host|itself|me\\b)|mx list for \\S{1,255} points? back to|too many (?:hops|received)|hop ?count|routing loop|forwarding loop|loop(?:ing)? (?:detected|found)|message looping|looping message',
      ),
      'mail-loop',
    ],
    [
      any(
        'local delivery failed|pipe to \\||\\|\\/\\S{1,60}\\/bin\\/|child process of|procmail|command (?:died|failed|output)|unknown mailer error|mailer (?:error|exited)|exit (?:status|code) \\d|x-unix; ?\\d|error writing (?:message|to)|maildrop|dovecot-lda|sieve',
        'no such file or directory|mail (?:system configuration error|transport unavailable)|fail\\w* to be replicated|there is no mdb|could not load|unable to contact \\w{2,20} server|transaction failed|resources temporarily unavailable',
      ),
      'server-broken',
    ],
  ]),
];
