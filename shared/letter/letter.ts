import { endpointKey } from '../model/endpoint.ts';
import type { FindingCode } from '../model/finding.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import { addressIn, type Report } from '../model/report.ts';
import { sawServers } from '../model/saw-servers.ts';
import { type Said, said } from '../text/said.ts';
import type { Say } from '../text/words.ts';
import { requestOf } from './asks.ts';
import { type Attempt, attemptsIn, inUtc } from './attempts.ts';
import { isRejected, type Measured, measuredIn, partOf, repeated, sendingOf } from './measured.ts';
import type { Recipient } from './recipients.ts';

/** A letter, ready to be sent: facts and a request, on one page. */
export type Letter = { readonly subject: string; readonly text: string };

/** A page holds about 60 lines, and a long reply of a server takes two or three; these leave room for the sentences around them. */
const most = { failed: 8, doubted: 3, worked: 4, elsewhere: 6, again: 4 };

/** Another check of the same servers, to be told beside the first. */
export type Beside = {
  readonly report: Report;
  /** It is known to have been made in another network. */
  readonly isOtherNetwork: boolean;
};

type Options = {
  readonly say: Say;
  readonly withAddress: boolean;
  readonly beside?: Beside | null;
};

/**
 * The letter about what a check saw, in the words of `say`. It names times, ports, and address families, and neither guesses nor blames. The
 * person's mail address stands in it only with `withAddress`, and where the report has it. With `beside` it tells how the ways that failed fared in
 * that other check. A Problem where nothing failed that the recipient could look into, and where the check saw no mail server at all.
 */
export function letterTo(
  recipient: Recipient,
  report: Report,
  { say, withAddress, beside = null }: Options,
): Result<Letter> {
  if (!sawServers(report.verdict.code)) {
    return fail('report', said('letter.nothing-seen', { headline: report.verdict.headline }), 'refused');
  }
  const measured = measuredIn(attemptsIn(report));
  const { own, failed, worked, elsewhere } = measured;
  if (failed.length === 0) return fail('report', said('letter.nothing-failed'), 'refused');
  const { code } = report.verdict;
  const address = withAddress ? addressIn(report) : undefined;
  const [doubted, broken] = doubtedAndBroken(measured);
  const again = beside === null ? [] : againIn(failed, beside.report);
  const { key, named, unmade, problem, what } = requestOf(recipient, code, measured);
  const parts: readonly (readonly string[])[] = [
    report.practice ? [say('letter.practice')] : [],
    [say('letter.greeting')],
    [
      say(`letter.intro.${recipient}`, {
        sending: sendingOf(measured),
        day: inUtc(Date.parse(report.startedAt)),
      }),
    ],
    listed('letter.failed', broken, most.failed, say),
    listed('letter.doubted', doubted, broken.length > 0 ? most.doubted : most.failed, say),
    listed('letter.worked', worked, most.worked, say),
    listed(beside?.isOtherNetwork ? 'letter.other-network' : 'letter.other-time', again, most.again, say),
    listed('letter.elsewhere', elsewhere, again.length > 0 ? most.again : most.elsewhere, say),
    [
      ...(address === undefined ? [] : [say('letter.account', { address })]),
      say('letter.families', { families: familiesOf(own) }),
    ],
    [
      ...(unmade.length > 0 ? [say('letter.unmade', namesOf(unmade))] : []),
      say(key, { ...namesOf(named), problem, what }),
    ],
    [say('letter.measured', { version: report.tool.version })],
  ];
  const text = parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
  return ok({ subject: say('letter.subject', subjectOf(measured, code)), text });
}

/** What mail programs refuse or warn of although the server answers, and what failed otherwise. */
function doubtedAndBroken(measured: Measured): readonly [readonly Attempt[], readonly Attempt[]] {
  const doubted = [...partOf(measured, 'doubted'), ...partOf(measured, 'outdated')];
  return [doubted, measured.failed.filter((one) => !doubted.includes(one))];
}

/** How the ways that failed in one check fared in another. */
function againIn(failed: readonly Attempt[], other: Report): readonly Attempt[] {
  const ways = new Set(failed.map(({ observation }) => endpointKey(observation)));
  return measuredIn(attemptsIn(other)).own.filter(({ observation }) => ways.has(endpointKey(observation)));
}

/** Verdicts that a server gave itself, on connections that were made. */
const turnedAway: ReadonlySet<FindingCode> = new Set(['client-blocklisted', 'client-refused', 'server-busy']);

type Kind = 'refused' | 'login' | 'connection' | 'certificate' | 'both' | 'tls';

/** What the subject says, and of which ports: of each what it was seen to do. */
function subjectOf(measured: Measured, code: FindingCode) {
  const { failed, worked } = measured;
  const doubted = partOf(measured, 'doubted');
  const [, broken] = doubtedAndBroken(measured);
  const rejected = partOf(measured, 'rejected');
  const isAllRejected = broken.length > 0 && broken.every(({ observation }) => isRejected(observation));
  const about = (kind: Kind, attempts: readonly Attempt[]) => ({ kind, ...namesOf(attempts) });
  if (rejected.length > 0 && (turnedAway.has(code) || isAllRejected)) return about('refused', rejected);
  const mute = partOf(measured, 'mute');
  if (mute.length > 0 && code === 'auth-not-offered') return about('login', mute);
  if (broken.length === 0 && doubted.length === 0) return about('tls', failed);
  if (broken.length === 0) return about('certificate', doubted);
  // Where TLS is not offered or cut off, a connection without it may work at the very same port.
  const isEncryption =
    broken.every(({ observation }) => observation.security !== 'none') &&
    broken.some(({ observation: o }) => o.stage === 'starttls' || o.stage === 'tls');
  if (isEncryption && doubted.length === 0) return about('tls', broken);
  const works = new Set(worked.map(({ observation }) => observation.port));
  const stopped = failed.filter(({ observation }) => !works.has(observation.port));
  return about(doubted.length > 0 ? 'both' : 'connection', stopped.length > 0 ? stopped : failed);
}

type Heading =
  | 'letter.failed'
  | 'letter.doubted'
  | 'letter.worked'
  | 'letter.other-network'
  | 'letter.other-time'
  | 'letter.elsewhere';

function listed(heading: Heading, attempts: readonly Attempt[], mostLines: number, say: Say): string[] {
  if (attempts.length === 0) return [];
  const lines = repeated(attempts);
  const more = lines.slice(mostLines).reduce((sum, { count }) => sum + count, 0);
  return [
    say(heading),
    ...lines.slice(0, mostLines).map(({ first: { line }, count, lastAt }) => {
      return `  ${say(count > 1 ? said('letter.attempt.again', { line, count, at: lastAt }) : line)}`;
    }),
    ...(more > 0 ? [`  ${say('letter.more', { count: more })}`] : []),
  ];
}

function namesOf(attempts: readonly Attempt[]): {
  readonly ports: readonly number[];
  readonly count: number;
  readonly hosts: readonly string[];
} {
  const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
  const ports = unique(attempts.map(({ observation }) => observation.port)).sort((a, b) => a - b);
  return {
    ports,
    count: ports.length,
    hosts: unique(attempts.map(({ observation }) => observation.host.slice(0, 80))).slice(0, 3),
  };
}

/** The families that this computer used: what a provider needs to know, and no address of the person's. */
function familiesOf(attempts: readonly Attempt[]): readonly Said[] {
  const families = new Set(attempts.flatMap(({ observation }) => observation.family ?? []));
  if (families.size === 0) return [said('letter.family.none')];
  return [...families].sort().map((family) => said('letter.family', { family }));
}
