import { sendsFromHere } from '../../shared/clients/elsewhere.ts';
import { findClient } from '../../shared/clients/index.ts';
import type { CurrentSettings } from '../../shared/model/check.ts';
import { provenRecommendation } from '../../shared/model/proven-login.ts';
import type { Report } from '../../shared/model/report.ts';
import type { Answers } from '../wizard/answers.ts';
import { useWizard } from '../wizard/context.ts';

/**
 * The answers of somebody who says that the recommended settings are in the mail program now: these are what it uses, and a message that
 * it showed before is no news of them. What a program uses that sends from somebody else's computers says nothing of this network.
 */
export function withChange(answers: Answers, report: Report | null): Partial<Answers> {
  const open = { arrived: '', errorText: '' } as const;
  const outgoing = report ? provenRecommendation(report)?.outgoing : undefined;
  if (outgoing === undefined) return open;
  const client = findClient(answers.mailProgram);
  return { ...open, ...using(answers, client && !sendsFromHere(client) ? null : outgoing) };
}

/** The answers with what the mail program uses now; `null` where that is not used from here. */
export function using({ isPractice, practice }: Answers, current: CurrentSettings | null): Partial<Answers> {
  if (isPractice && practice) {
    const { current: _before, ...story } = practice;
    return { practice: { ...story, ...(current && { current: settingsOf(current) }) } };
  }
  if (current === null) return { currentServer: '', currentPort: '', currentSecurity: 'unknown' };
  const { host, port, security } = current;
  return { currentServer: host, currentPort: String(port), currentSecurity: security };
}

function settingsOf({ host, port, security }: CurrentSettings): CurrentSettings {
  return { host, port, security };
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
