import type { ActFacts } from '../../model/act.ts';

/**
 * What the words of a refused login name, where that is not simply that name or password are wrong. `method`: another kind of login is
 * wanted; `pop-first`: mail has to be fetched before; `set-anew`: the password has run out; `unlock`: the account's owner is to be seen on
 * the web page; `wait`: for how long; `other`: a country, an administrator, a full mailbox, an address.
 */
export type LoginReason =
  | 'wait'
  | 'unlock'
  | 'locked'
  | 'method'
  | 'pop-first'
  | 'plan'
  | 'second-factor'
  | 'set-anew'
  | 'other';

/** The first that fits counts: a reply that says how long to wait is not told as a lock alone. */
const reasons: readonly (readonly [RegExp, LoginReason])[] = [
  [
    /\b(?:in|after|for|wait)\s\d+\s?(?:s|sec|seconds?|min|minutes?|hours?|sekunden|minuten|segundos|minutos|secondes|heures?)\b/i,
    'wait',
  ],
  [/web ?login ?required|log ?in (?:via|with|through|using) your (?:web )?browser/i, 'unlock'],
  [/not a robot|captcha|message looks like spam|need to use web for sending/i, 'unlock'],
  [/block ?-?list|black ?-?list|spamhaus|\brbl\b|dnsbl|\byour ip\b|\bip address\b/i, 'other'],
  [/\bcountr(?:y|ies)\b|\bgeo-?(?:block|ip|fenc)|海外|国外|國外|overseas|\babroad\b/i, 'other'],
  [/mechanism (?:is )?(?:too weak|not (?:supported|allowed|available)|disabled)/i, 'method'],
  [/(?:invalid|unsupported|unrecogni[sz]ed|unknown|bad) auth\w* (?:mechanism|method|type)/i, 'method'],
  [
    /pop3?[ -]?before[ -]?smtp|log ?in with (?:pop|imap)|(?:check|retrieve|fetch|receive) (?:your )?(?:e?-?mails?|messages) first/i,
    'pop-first',
  ],
  [
    /\b(?:free|basic|trial) (?:accounts?|plans?|users?|mailbox)\b|\bupgrade (?:to|your)\b|\bpremium\b/i,
    'plan',
  ],
  [
    /\b(?:bloquead[oa]|bloqu[ée]e?|bloccat[oa]|gesperrt|suspendid[oa]|suspenso|suspendue?|suspended)\b/i,
    'locked',
  ],
  [/\b2fa\b|two[- ](?:factor|step)|second factor|zwei-?faktor|\botp\b/i, 'second-factor'],
  [
    /password\b.{0,30}\b(?:expired|must be (?:changed|reset)|(?:has|needs?) to be (?:changed|reset))|expired password|change your password/i,
    'set-anew',
  ],
  [/passwort (?:ist )?abgelaufen|(?:mot de passe|contraseña|senha)\b.{0,20}(?:expir|caducad)/i, 'set-anew'],
  [
    /\bby (?:an? |the |your )?administrator\b|\bover ?quota\b|quota (?:is )?exceeded|mailbox (?:is )?full/i,
    'other',
  ],
];

/** What the refusal's own words name; undefined where they name nothing besides a login that failed. A reply for the moment alone judges nothing. */
export function reasonIn({
  outcome,
  reply = '',
  replyCode = 0,
  enhancedStatus,
  endpoint,
}: ActFacts): LoginReason | undefined {
  if (outcome !== 'rejected' || replyCode < 500) return undefined;
  const named = reasons.find(([words]) => words.test(reply))?.[1];
  // Microsoft says of its own switch that the kind of login is unknown.
  if (named === 'method' && isMicrosoft(endpoint.host)) return undefined;
  if (named !== undefined) return named;
  // RFC 4954 section 6; Google alone has the same codes for an app password.
  const isWeak = replyCode === 534 && enhancedStatus === '5.7.9' && !/password|secondfactor/i.test(reply);
  return isWeak && !/(?:^|\.)g(?:oogle)?mail\.com$/i.test(endpoint.host) ? 'method' : undefined;
}

/** Microsoft's submission servers: logins-2026. */
export function isMicrosoft(host: string): boolean {
  return /(?:^|\.)(?:office365\.com|outlook\.com|hotmail\.com|live\.com)$/i.test(host);
}

/** The reply says in words that it is the name or the password, and speaks of no lock. */
export function accusesPassword({ reply = '' }: ActFacts): boolean {
  return (
    /\b(?:incorrect|invalid|wrong|bad) (?:user ?name|user\b|password|login|credentials)/i.test(reply) &&
    !/\block|suspend|too many|disabled|block/i.test(reply)
  );
}

/** Words with which servers say that a login failed, and nothing more; whatever is shorter than four letters counts as one of them. */
const bareWords =
  /^(?:errors?|auth\w*|fail\w*|generic|invalid|incorrect|wrong|user\w*|names?|data|login|logon|sasl|plain|cram|unsuccessful|unable|cannot|could|denied|reject\w*|refused?|accepted|access|please|check|your|again|retry|later|this|that|with|have|entered|restarting|process|server|smtp|such|account|mailbox|e?mail|address|unknown|mismatch|verify|verification|permission|command|information|https?|more|info)$/i;
const ofPassword =
  /passw|credential|kennwort|zugangsdaten|contrase|senha|mot de passe|identifiant|falsch|fehlgeschlagen|fallid|[ée]chou|falhou|inv[áa]lid|incorrect/i;

/** A reply of several words that are about neither a login that failed nor a password: what is in the way stands in them. */
export function saysMore({ outcome, reply = '', replyCode = 0 }: ActFacts): boolean {
  if (outcome !== 'rejected' || replyCode < 500 || ofPassword.test(reply)) return false;
  // Without addresses of pages, names of servers and marks of a session.
  const words = reply.replace(/\S*[./@#\d]\S*|\[[^\]]*\]/g, ' ').match(/[a-z]{4,}/gi) ?? [];
  return words.filter((word) => !bareWords.test(word)).length >= 3;
}
