import type { CheckInput } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { type Said, said } from '../text/said.ts';
import type { Say } from '../text/words.ts';

type Answer = NonNullable<Report['suspicion']>;

/** Verdicts that leave everything open: they say nothing about what was suspected. */
const undecided: readonly string[] = ['inconclusive'];

/** Whether a check's findings confirm or refute what an error text made us suspect, in the words of `say`. */
export function answered(
  report: Report,
  { matched, causes }: NonNullable<CheckInput['suspicion']>,
  say: Say,
): Answer {
  const [first] = causes;
  if (first === undefined)
    return inWords('unknown', { matched, causes }, said('explain.suspicion.unknown'), say);
  const told = report.findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ code }) => code as string);
  const confirmed = causes.find((cause) => cause !== 'all-clear' && told.includes(cause));
  if (confirmed !== undefined)
    return inWords('confirmed', { matched, causes }, sentence('confirmed', matched, confirmed), say);

  const isUndecided =
    report.interrupted === true || report.internal === true || undecided.includes(report.verdict.code);
  const beyond = causes.find((cause) => !isSeenByChecks(cause));
  if (isUndecided) return inWords('open', { matched, causes }, sentence('open', matched, first), say);
  // Where the way to the server is clear, what no check can see is what is left.
  if (report.verdict.code === 'all-clear' && beyond !== undefined) {
    return inWords('open', { matched, causes }, sentence('left', matched, beyond), say);
  }
  if (!isSeenByChecks(first))
    return inWords('open', { matched, causes }, sentence('open', matched, first), say);
  return inWords('refuted', { matched, causes }, sentence('refuted', matched, first), say);
}

function sentence(outcome: 'confirmed' | 'refuted' | 'open' | 'left', matched: string, cause: string): Said {
  return {
    key: `explain.suspicion.${outcome}`,
    values: { matched, cause: { key: `explain.cause.${cause}` as Said['key'] } },
  };
}

function inWords(
  outcome: Answer['outcome'],
  suspicion: NonNullable<CheckInput['suspicion']>,
  words: Said,
  say: Say,
): Answer {
  return { matched: suspicion.matched, causes: [...suspicion.causes], outcome, text: say(words), words };
}

/** What a check without a login, on a working line, can find or rule out. */
function isSeenByChecks(cause: string): boolean {
  return seen.has(cause);
}

const seen: ReadonlySet<string> = new Set([
  'port-25-blocked',
  'port-25-intercepted',
  'mail-allow-list',
  'submission-blocked',
  'submission-port-blocked',
  'mail-ports-blocked',
  'server-down',
  'domain-not-found',
  'dns-hijacked',
  'dns-unreachable',
  'offline',
  'captive-portal',
  'ipv6-unreachable',
  'tls-intercepted',
  'tls-blocked',
  'starttls-stripped',
  'no-encryption',
  'clock-wrong',
  'certificate-expired',
  'certificate-name-mismatch',
  'certificate-untrusted',
  'certificate-chain-incomplete',
  'tls-too-old',
  'server-busy',
  'client-blocklisted',
  'auth-not-offered',
  'security-mismatch',
  'slow-greeting',
]);
