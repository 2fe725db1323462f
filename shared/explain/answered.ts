import type { CheckInput } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { type Said, said } from '../text/said.ts';
import type { Say } from '../text/words.ts';

type Answer = NonNullable<Report['suspicion']>;

/** Whether a check's findings confirm or refute what an error text made us suspect, in the words of `say`. */
export function answered(report: Report, suspicion: NonNullable<CheckInput['suspicion']>, say: Say): Answer {
  const { outcome, words } = answerTo(report, suspicion);
  const { causes, ...rest } = suspicion;
  return { ...rest, causes: [...causes], outcome, text: say(words), words };
}

function answerTo(
  report: Report,
  { matched, program, causes }: NonNullable<CheckInput['suspicion']>,
): Pick<Answer, 'outcome' | 'words'> {
  const [first] = causes;
  if (first === undefined) return { outcome: 'unknown', words: said('explain.suspicion.unknown') };
  const told = report.findings.filter(({ severity }) => severity !== 'note');
  const found = causes
    .filter((cause) => cause !== 'all-clear')
    .flatMap((cause) => told.filter(({ code }) => code === cause));
  const why = found[0]?.words?.headline ?? found[0]?.headline;
  if (why !== undefined) {
    const words =
      program === undefined
        ? said('explain.suspicion.confirmed', { matched, why })
        : said('explain.suspicion.confirmed-program', { program, matched, why });
    return { outcome: 'confirmed', words };
  }
  const beyond = causes.find((cause) => !isSeenByChecks(cause));
  if (!isSettled(report)) return sentence('open', matched, first);
  // Where the way to the server is clear, what no check can see is what is left.
  if (report.verdict.code === 'all-clear' && beyond !== undefined) {
    return { ...sentence('left', matched, beyond), outcome: 'open' };
  }
  return sentence(isSeenByChecks(first) ? 'refuted' : 'open', matched, first);
}

/** What a check only takes to be likely, or did not come to see, leaves open whether it is what was suspected. */
function isSettled({ interrupted, internal, verdict }: Report): boolean {
  return !interrupted && !internal && verdict.code !== 'inconclusive' && verdict.confidence === 'certain';
}

function sentence<O extends 'refuted' | 'open' | 'left'>(
  outcome: O,
  matched: string,
  cause: string,
): { readonly outcome: O; readonly words: Said } {
  const values = { matched, cause: { key: `explain.cause.${cause}` as Said['key'] } };
  return { outcome, words: { key: `explain.suspicion.${outcome}`, values } };
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
