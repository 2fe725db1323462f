import type { FindingCode } from '../model/finding.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import { addressIn, type Report } from '../model/report.ts';
import { sawServers } from '../model/saw-servers.ts';
import { type Said, said } from '../text/said.ts';
import type { Say } from '../text/words.ts';
import { askOf, type Ending } from './asks.ts';
import { type Attempt, attemptsIn, inUtc, isDoubted } from './attempts.ts';
import type { Recipient } from './recipients.ts';

/** A letter, ready to be sent: facts and a request, on one page. */
export type Letter = { readonly subject: string; readonly text: string };

/** A page holds about 60 lines, and a long reply of a server takes two or three; these leave room for the sentences around them. */
const most = { failed: 8, worked: 4, elsewhere: 6 };

/**
 * The letter about what a check saw, in the words of `say`. It names times, ports, and address families, and neither guesses nor blames. The
 * person's mail address stands in it only with `withAddress`, and where the report has it. A Problem where nothing failed that the recipient could
 * look into, and where the check saw no mail server at all.
 */
export function letterTo(
  recipient: Recipient,
  report: Report,
  { say, withAddress }: { readonly say: Say; readonly withAddress: boolean },
): Result<Letter> {
  if (!sawServers(report.verdict.code)) {
    return fail('report', said('letter.nothing-seen', { headline: report.verdict.headline }), 'refused');
  }
  const attempts = attemptsIn(report);
  const own = attempts.filter(({ observation }) => observation.role !== 'reference');
  const isFault = ({ observation: o }: Attempt): boolean => o.outcome !== 'ok' || isDoubted(o);
  const failed = own.filter(isFault);
  if (failed.length === 0) return fail('report', said('letter.nothing-failed'), 'refused');
  const worked = own.filter((attempt) => !isFault(attempt));
  const elsewhere = attempts.filter(
    ({ observation }) => observation.role === 'reference' && observation.control !== 'nameless',
  );
  const { ports, hosts } = namesOf(failed);
  const kind = kindOf(failed, report.verdict.code);
  const subject = say('letter.subject', { kind, ports, count: ports.length, hosts });
  const address = withAddress ? addressIn(report) : undefined;
  const parts: readonly (readonly string[])[] = [
    report.practice ? [say('letter.practice')] : [],
    [say('letter.greeting')],
    [say(`letter.intro.${recipient}`, { day: inUtc(Date.parse(report.startedAt)) })],
    listed('letter.failed', failed, most.failed, say),
    listed('letter.worked', worked, most.worked, say),
    listed('letter.elsewhere', elsewhere, most.elsewhere, say),
    [
      ...(address === undefined ? [] : [say('letter.account', { address })]),
      say('letter.families', { families: familiesOf(own) }),
    ],
    [say(askOf(recipient, report.verdict.code, endingOf(failed)), { ports, count: ports.length, hosts })],
    [say('letter.measured', { version: report.tool.version })],
  ];
  const text = parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
  return ok({ subject, text });
}

/** Verdicts that a server gave itself, on connections that were made. */
const turnedAway: ReadonlySet<FindingCode> = new Set(['client-blocklisted', 'client-refused', 'server-busy']);

/** What the subject says of them all. */
function kindOf(
  failed: readonly Attempt[],
  code: FindingCode,
): 'refused' | 'connection' | 'certificate' | 'both' {
  if (turnedAway.has(code)) return 'refused';
  const doubted = failed.filter(({ observation }) => isDoubted(observation)).length;
  if (doubted === 0) return 'connection';
  return doubted === failed.length ? 'certificate' : 'both';
}

/** How the failures ended: a single one that came to no reply counts, since it may have been stopped on the way. */
function endingOf(failed: readonly Attempt[]): Ending {
  if (failed.every(({ observation }) => isDoubted(observation))) return 'doubted';
  const isAnswered = ({ observation: o }: Attempt) => o.outcome === 'rejected' || isDoubted(o);
  return failed.every(isAnswered) ? 'answered' : 'unreached';
}

type Heading = 'letter.failed' | 'letter.worked' | 'letter.elsewhere';

function listed(heading: Heading, attempts: readonly Attempt[], mostLines: number, say: Say): string[] {
  if (attempts.length === 0) return [];
  const more = attempts.length - mostLines;
  return [
    say(heading),
    ...attempts.slice(0, mostLines).map(({ line }) => `  ${say(line)}`),
    ...(more > 0 ? [`  ${say('letter.more', { count: more })}`] : []),
  ];
}

function namesOf(attempts: readonly Attempt[]): {
  readonly ports: readonly number[];
  readonly hosts: readonly string[];
} {
  const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
  return {
    ports: unique(attempts.map(({ observation }) => observation.port)).sort((a, b) => a - b),
    hosts: unique(attempts.map(({ observation }) => observation.host.slice(0, 80))).slice(0, 3),
  };
}

/** The families that this computer used: what a provider needs to know, and no address of the person's. */
function familiesOf(attempts: readonly Attempt[]): readonly Said[] {
  const families = new Set(attempts.flatMap(({ observation }) => observation.family ?? []));
  if (families.size === 0) return [said('letter.family.none')];
  return [...families].sort().map((family) => said('letter.family', { family }));
}
