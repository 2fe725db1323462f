import { blockListIn } from './block-lists.ts';

/**
 * What a server has against a caller that it turns away with 4xx or 5xx. `list`: its address is on a list. `no-name`: its address has
 * no name in DNS. `introduction`: the name in EHLO. `address`: an address of this kind, for homes for instance. `policy`: its address,
 * without a word why. `middleman`: a scanner or proxy answers, which cannot pass the connection on. `later`: what passes by itself.
 * `other`: something else, or it does not say.
 */
export type Objection =
  | 'list'
  | 'no-name'
  | 'introduction'
  | 'address'
  | 'policy'
  | 'middleman'
  | 'later'
  | 'other';

type Wording = readonly [Objection, RegExp];

/** "Reverse DNS validation failed": RFC 7372 section 3.3. */
const noNameCode = /^[45]\.7\.25$/;

/** "Delivery not authorized, message refused" (RFC 3463 section 3.8), and what large providers number like it. */
const policyCode = /^5\.7\.(?:1|[5-9]\d\d)$/;

/** Google puts the command at which it hung up behind what it says. */
const commandInBrackets = /\((?:EHLO|HELO)\)/g;

/** What says by itself that a caller's address or name is not the matter, or that just its name is. */
const first: readonly Wording[] = [
  // A complaint about early talking is about whoever talked, never about the address.
  ['other', /synchroni[sz]ation|pipelin|too early|before (the )?greeting|spoke(n)? too/i],
  [
    'middleman',
    /(can ?no?'?t|could ?no'?t|unable to|failed to) (connect|open (a )?connection) to (the )?((remote|mail|smtp|destination|target|upstream) )*(server|host|\[?\d)|connect(ion)? error \d{3,}|\bscanner\b|anti-?virus|virus ?(scan|check)|\bproxy (error|server)\b/i,
  ],
  [
    'no-name',
    /\bptr\b|\brdns\b|\brevers(e|a|o)[ -]?(dns|name|look ?up|host|record|resol|mapping|ip)|\b(dns|nom|r[ée]solution|resoluci[óo]n|resolu[çc][ãa]o|ip|resolver) (invers|revers)|(find|resolve|look up|verify) your (ip )?(host ?name|name|domain)|no (valid )?(host ?name|name) (for|found for) (your|client)|r[üu]ckw[äa]rts/i,
  ],
  [
    'introduction',
    /\b(helo|ehlo)\b|(invalid|bad|illegal|malformed) (domain|host ?name|name|address literal)|address[ -]literal|fully[ -]qualified|\bfqdn\b/i,
  ],
];

/** What passes, in a reply that says so by its code: 4xx. */
const passing =
  /gr[ae]y-?list|try (again|later)|\blater\b|temporar|too (many|much|busy)|\bbusy\b|overload|\bload\b|\brate\b|\blimit|shutting down|not ready|resources|vor[üu]bergehend|sp[äa]ter|plus tard|m[áa]s tarde|mais tarde/i;

/** What is held against the caller's address. A list explains more than the policy that consults it. */
const aboutAddress: readonly Wording[] = [
  [
    'list',
    /block(ed)? (using|by|list)|block[ -]?list|black[ -]?list|deny[ -]?list|\b(dns|r)bl\b|listed (at|in|by|on)|liste noire|lista negra|sperrliste/i,
  ],
  [
    'address',
    /\bdynamic(ally)? (assigned |allocated )?(ip|address|range|host|pool|client)|dial-?up|residential|\b(dsl|cable|home) (user|customer|address|range|pool|network|ip)|generic (ptr|hostname|rdns)|end-?user (ip|address)|adresse (ip )?dynamique|ip din[áa]mic[ao]|dynamische ip/i,
  ],
  [
    'policy',
    /reputation|\bpolicy\b|poor score|banned|access denied|not accept\w* (mail|messages|connections) from your|(your|client) (ip|host|address|network|country)[^.]{0,40}(block|reject|refus|deni|list|not (allow|permit|accept)|prohibit)|geo-?(block|ip)/i,
  ],
];

/**
 * What a refusal objects to: by the enhanced status code where that says it, else by its text. `code` is the reply code or the enhanced
 * one, as an observation's error has it.
 */
export function objectionIn(code: string, text: string): Objection {
  if (noNameCode.test(code)) return 'no-name';
  const isPassing = code.startsWith('4');
  const words = text.replace(commandInBrackets, '');
  const said = (wordings: readonly Wording[]): Objection | undefined =>
    wordings.find(([, pattern]) => pattern.test(words))?.[0];
  const decided = said(first);
  if (decided) return decided;
  if (isPassing && passing.test(words)) return 'later';
  if (blockListIn(words) !== null) return 'list';
  if (isPassing) return said(aboutAddress) ?? 'later';
  return said(aboutAddress) ?? (policyCode.test(code) ? 'policy' : 'other');
}
