import type { CurrentSettings } from '../../shared/model/check.ts';
import type { Report } from '../../shared/model/report.ts';
import type { Answers } from '../wizard/answers.ts';
import { useWizard } from '../wizard/context.ts';

/**
 * The answers of somebody who says that the recommended settings are in the mail program now: these are what it uses, and a message that
 * it showed before is no news of them.
 */
export function withChange(answers: Answers, report: Report | null): Partial<Answers> {
  const open = { arrived: '', errorText: '' } as const;
  const outgoing = report?.recommendation?.outgoing;
  return outgoing === undefined ? open : { ...open, ...using(answers, outgoing) };
}

/** The answers with what the mail program uses now. */
export function using(
  { isPractice, practice }: Answers,
  { host, port, security }: CurrentSettings,
): Partial<Answers> {
  if (isPractice) return { practice: practice && { ...practice, current: { host, port, security } } };
  return { currentServer: host, currentPort: String(port), currentSecurity: security };
}

/** Leads to the question whether a message arrived, after the change. */
export function useChanged(): () => void {
  const answers = useWizard((state) => state.answers);
  const report = useWizard((state) => state.run.report);
  const isOpened = useWizard((state) => state.isOpened);
  const answer = useWizard((state) => state.answer);
  const goTo = useWizard((state) => state.goTo);
  return () => {
    // A report from a file is about another day, and perhaps about somebody else.
    answer(isOpened ? { arrived: '' } : withChange(answers, report));
    goTo('arrived');
  };
}
