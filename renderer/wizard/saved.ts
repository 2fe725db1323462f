import * as z from 'zod/mini';
import { parseReport, type Report, renderReport } from '../../shared/model/report.ts';
import { Answers, noAnswers } from './answers.ts';
import { StepId, stepWithContent } from './steps.ts';

const short = z.optional(z.string().check(z.maxLength(40)));

/** What survives a reload of the window. */
const SavedAnswers = z.object({
  version: z.literal(1),
  step: StepId,
  answers: Answers,
  /** The check that runs or ran, and when it began by this computer's clock, in ms. */
  checkId: z.nullable(z.string()),
  startedAtMs: z.nullable(z.number()),
  /** What that check was asked, to know later whether the answers have changed. */
  asked: z.nullable(z.string()),
  isOpened: z.boolean(),
  /** How it is known that the second check was made in another network: Postway saw it change, or the person said so. */
  otherNetwork: z.prefault(z.enum(['seen', 'said', 'unknown']), 'unknown'),
  /** What belongs to the one of two checks that is not on the screen. */
  aside: z.prefault(
    z.nullable(z.object({ checkId: z.nullable(z.string()), practice: Answers.shape.practice })),
    null,
  ),
  difference: z.prefault(z.nullable(z.string().check(z.maxLength(1000))), null),
  /** What an earlier check of these servers found in the way (`found-before.ts`). */
  foundBefore: z.prefault(z.nullable(z.string().check(z.maxLength(1000))), null),
  /** Mail program chosen (empty where none was), what was said about this copy of it, and its steps that are ticked off. */
  program: z.string().check(z.maxLength(60)),
  variant: z.prefault(z.object({ language: short, version: short, way: short }), {}),
  ticked: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(200)),
});
export type Saved = Readonly<z.infer<typeof SavedAnswers>> & {
  readonly report: Report | null;
  /** The earlier report that a second look is compared with. */
  readonly before: Report | null;
  /** The second of the two, while the first is on the screen. */
  readonly after: Report | null;
};

export const nothingSaved: Saved = {
  version: 1,
  step: 'address',
  answers: noAnswers,
  checkId: null,
  startedAtMs: null,
  asked: null,
  isOpened: false,
  otherNetwork: 'unknown',
  aside: null,
  difference: null,
  foundBefore: null,
  program: '',
  variant: {},
  ticked: [],
  report: null,
  before: null,
  after: null,
};

/** The part of Web Storage that is used. */
export type SavingPlace = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const answersKey = 'postway.wizard';
const reportKeys = { report: 'postway.report', before: 'postway.before', after: 'postway.after' } as const;

/** What an earlier load of this window left, or `nothingSaved` when there is nothing or it cannot be read. */
export function loadSaved(place: SavingPlace): Saved {
  const text = place.getItem(answersKey);
  if (text === null) return nothingSaved;
  const parsed = SavedAnswers.safeParse(jsonOrNull(text));
  if (!parsed.success) return nothingSaved;
  const read = (key: keyof typeof reportKeys) => readReport(place, reportKeys[key]);
  const [report, before, after] = [read('report'), read('before'), read('after')];
  const saved = { ...parsed.data, report, before, after };
  return { ...saved, step: stepWithContent(saved.step, report, saved.checkId !== null, before !== null) };
}

function readReport(place: SavingPlace, key: string): Report | null {
  const report = parseReport(place.getItem(key) ?? '');
  return report.ok ? report.value : null;
}

/** Returns a function that saves, and writes a large report only when it is another one. */
export function savingTo(place: SavingPlace): (saved: Saved) => void {
  const saveReport = reportSaver(place, reportKeys.report);
  const saveBefore = reportSaver(place, reportKeys.before);
  const saveAfter = reportSaver(place, reportKeys.after);
  return ({ report, before, after, ...answers }) => {
    place.setItem(answersKey, JSON.stringify(answers));
    saveReport(report);
    saveBefore(before);
    saveAfter(after);
  };
}

function reportSaver(place: SavingPlace, key: string): (report: Report | null) => void {
  let written: Report | null | undefined;
  return (report) => {
    if (report === written) return;
    written = report;
    if (report === null) place.removeItem(key);
    else place.setItem(key, renderReport(report));
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
