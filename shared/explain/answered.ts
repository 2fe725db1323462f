import type { CheckInput } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { type Said, said } from '../text/said.ts';
import type { Say } from '../text/words.ts';
import { isOfWay, isRuledOut, isSettled, leftOver } from './left-over.ts';

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
  const told = isUsedAlready(report) ? [] : report.findings.filter(({ severity }) => severity !== 'note');
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
  if (!isSettled(report)) return sentence('open', matched, first);
  const [left] = leftOver(report, { causes });
  if (left !== undefined)
    return { ...sentence(isOfWay(left) ? 'left-way' : 'left', matched, left), outcome: 'open' };
  return sentence(isRuledOut(first, report) ? 'refuted' : 'open', matched, first);
}

/** What the program uses works: a port beside it that this network closes is no reason of its messages. */
function isUsedAlready({ verdict, recommendation }: Report): boolean {
  return verdict.code === 'all-clear' && recommendation?.change?.length === 0;
}

function sentence<O extends 'refuted' | 'open' | 'left' | 'left-way'>(
  outcome: O,
  matched: string,
  cause: string,
): { readonly outcome: O; readonly words: Said } {
  const values = { matched, cause: { key: `explain.cause.${cause}` as Said['key'] } };
  return { outcome, words: { key: `explain.suspicion.${outcome}`, values } };
}
