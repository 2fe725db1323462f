import { type ReactNode, useEffect } from 'react';
import { say } from '../../shared/text/index.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import { Question } from '../ui/question.tsx';
import type { FieldId } from './answers.ts';
import { useWizard } from './context.ts';
import { courseOf } from './state.ts';
import { stepCount, steps } from './steps.ts';

type ScreenProps = {
  readonly title: string;
  readonly mark?: ReactNode;
  readonly lead?: ReactNode;
  /** Where this screen stands, when it is not one of the numbered ones. */
  readonly progress?: string;
  /** What Continue says; absent where there is nothing to continue to. */
  readonly forward?: string | undefined;
  /** Instead of what the course says. */
  readonly onContinue?: (() => void) | undefined;
  /** Instead of where the course leads back to. */
  readonly onBack?: (() => void) | undefined;
  readonly otherActions?: ReactNode;
  readonly children?: ReactNode;
  /** Stands below the actions. */
  readonly below?: ReactNode;
};

/** What the fields are called on their screens, because "99999" alone does not say where it stands; null where it is the only question. */
const fieldLabels: Readonly<Record<FieldId, PlainKey | null>> = {
  address: 'wizard.address.address',
  server: 'wizard.address.server',
  'current-server': 'wizard.current.server',
  'current-port': 'wizard.current.port',
};

/** One screen of the wizard: its question with Back, progress and problems as the state has them. */
export function Screen({
  title,
  mark,
  lead,
  progress: ownProgress,
  forward,
  onContinue,
  onBack,
  otherActions,
  children,
  below,
}: ScreenProps) {
  const step = useWizard((state) => state.step);
  const isFirst = useWizard((state) => state.isFirst);
  const problems = useWizard((state) => state.problems);
  const isAsked = useWizard((state) => state.isAsked);
  const refusals = useWizard((state) => state.refusals);
  const proceed = useWizard((state) => state.proceed);
  const back = useWizard((state) => state.back);
  const hasBack = useWizard((state) => steps[state.step].back(courseOf(state)) !== null);
  const isOpened = useWizard((state) => state.isOpened);
  const shown = useWizard((state) => state.shown);
  useEffect(() => shown(), [shown]);
  const { number } = steps[step];
  const progress =
    isOpened && (step === 'verdict' || step === 'settings')
      ? say('wizard.progress.opened')
      : (ownProgress ??
        (number === null
          ? say('wizard.progress.practice')
          : say('wizard.progress', { number, count: stepCount })));
  return (
    <Question
      title={title}
      mark={mark}
      lead={lead}
      progress={progress}
      appName={say('wizard.app')}
      back={hasBack ? { label: say('wizard.back'), onBack: onBack ?? back } : undefined}
      forward={forward === undefined ? undefined : { label: forward, onContinue: onContinue ?? proceed }}
      otherActions={otherActions}
      problems={(Object.entries(problems) as [FieldId, string][]).map(([fieldId, message]) => {
        const label = fieldLabels[fieldId];
        return { fieldId, message: label ? say('labelled', { label: say(label), text: message }) : message };
      })}
      problemTitle={say(isAsked ? 'wizard.still-needed' : 'wizard.problems')}
      isAsked={isAsked}
      refusals={refusals}
      isFirst={isFirst}
      below={below}
    >
      {children}
    </Question>
  );
}
