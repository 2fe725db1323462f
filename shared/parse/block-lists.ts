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

/** The zone of a list that is none of the known ones, as `blocked using rbl.example.net` has it. */
const zone =
  /\b(?:using|by|at|in|on|list)\s+((?:[a-z0-9-]+\.)*(?:[a-z0-9]*(?:rbl|dnsbl|bl|spam)[a-z0-9]*)(?:\.[a-z0-9-]+)+)/i;

/** The block list that a server's words name, by the name that people know or by its zone in DNS; null when they name none. */
export function blockListIn(text: string): string | null {
  return lists.find(([pattern]) => pattern.test(text))?.[1] ?? zone.exec(text)?.[1] ?? null;
}
