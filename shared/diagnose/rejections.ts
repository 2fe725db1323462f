import type { Observation } from '../model/observation.ts';

/** Lists of addresses and the names by which servers mention them. */
const lists: readonly (readonly [RegExp, string])[] = [
  [/spamhaus|zen\.|\b(sbl|xbl|pbl|css)\b/i, 'Spamhaus'],
  [/barracuda|b\.barracudacentral/i, 'Barracuda'],
  [/spamcop/i, 'SpamCop'],
  [/sorbs/i, 'SORBS'],
  [/uceprotect/i, 'UCEPROTECT'],
  [/abuseat|\bcbl\b/i, 'CBL'],
  [/mailspike/i, 'Mailspike'],
  [/psbl|surriel/i, 'PSBL'],
  [/nix ?spam|ix\.dnsbl/i, 'NiXSpam'],
  [/senderbase|senderscore|talos/i, 'Cisco Talos'],
  [/invaluement/i, 'invaluement'],
];

/** Words that speak of the caller's address rather than of the server. */
const aboutCaller =
  /block(ed)? (using|by|list)|block-?list|black-?list|deny-?list|\b(dns|r)bl\b|reputation|dynamic (ip|address|range|host)|dial-?up|residential|\bpolicy\b|poor score|listed (at|in|by|on)|banned|your (ip|host|address)[^.]{0,40}(block|reject|refus|deni|list)/i;

/** A complaint about early talking is about whoever talked, never about the address. */
const aboutTalking = /synchroni[sz]ation|pipelin|too early|before (the )?greeting|spoke(n)? too/i;

/** Attempts that the server turned away at its greeting or in answer to EHLO. */
export function turnedAway(observations: readonly Observation[]): Observation[] {
  return observations.filter(
    (o) => o.outcome === 'rejected' && (o.stage === 'greeting' || o.stage === 'ehlo'),
  );
}

/** The block list that a refusal names; `null` when it only speaks of policy or reputation; undefined when of neither. */
export function listNamedBy(o: Observation): string | null | undefined {
  const text = `${o.error?.message ?? ''} ${o.greeting ?? ''}`;
  if (aboutTalking.test(text)) return undefined;
  const named = lists.find(([pattern]) => pattern.test(text))?.[1];
  if (named) return named;
  const zone =
    /\b(?:using|by|at|in|on|list)\s+((?:[a-z0-9-]+\.)*(?:[a-z0-9]*(?:rbl|dnsbl|bl|spam)[a-z0-9]*)(?:\.[a-z0-9-]+)+)/i.exec(
      text,
    );
  if (zone?.[1]) return zone[1];
  return aboutCaller.test(text) ? null : undefined;
}
