import { useState } from 'react';
import type { Finding } from '../../shared/model/finding.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { attemptsFromObservations } from '../picture/attempts.ts';
import { controlsOf, lanesOf } from '../picture/lanes.ts';
import { Picture } from '../picture/picture.tsx';
import { controlWords } from '../picture/words.ts';
import { copyText } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Notice, type Tone } from '../ui/notice.tsx';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { ActsOfReport } from './act-result.tsx';
import { Details } from './details.tsx';
import { instant } from './format.ts';
import { type NextAction, nextAction } from './next-action.ts';
import { proofText } from './proof-text.ts';
import { WhereWeLooked } from './where-we-looked.tsx';

/** Step 3. What stops the mail, in one sentence, with the proof behind "Show details". */
export function VerdictStep() {
  const report = useWizard((state) => state.run.report);
  const isOpened = useWizard((state) => state.isOpened);
  const difference = useWizard((state) => state.difference);
  const checkAgain = useWizard((state) => state.checkAgain);
  const goTo = useWizard((state) => state.goTo);
  const [isTold, setTold] = useState(false);
  if (report === null) return null;
  // A report from a file is about another day: it can be acted on, but not checked again from here.
  const action = actionOn(report, isOpened);
  const act = () => {
    if (action === 'coach' || action === 'arrived') goTo(action);
    else if (action === 'correct' || action === 'other-address') goTo('address');
    else if (action === 'tell')
      void copyText(proofText(report)).then(setTold); // never rejects
    else checkAgain();
  };
  const { verdict } = report;
  return (
    <Screen
      title={verdict.headline}
      mark={<Mark verdict={verdict} />}
      lead={<p>{verdict.detail}</p>}
      forward={action === null ? undefined : actionWords(action, isTold)}
      onContinue={act}
      otherActions={
        <>
          {!isOpened && !isNewCheck(action) && (
            <button type="button" className="button" onClick={checkAgain}>
              {say('wizard.check.again')}
            </button>
          )}
          {report.recommendation !== null && (
            <button type="button" className="button button-link" onClick={() => goTo('settings')}>
              {say('wizard.verdict.all-settings')}
            </button>
          )}
        </>
      }
      below={
        <>
          <FrozenPicture report={report} />
          <ActsOfReport report={report} />
          <Disclosure
            label={say('wizard.verdict.show-details')}
            openLabel={say('wizard.verdict.hide-details')}
            isIndented={false}
          >
            <Details report={report} />
          </Disclosure>
          <WhereWeLooked entries={report.discovery} />
        </>
      }
    >
      {report.interrupted && <Notice tone="warn">{say('wizard.verdict.interrupted')}</Notice>}
      {isOpened && <Notice>{say('wizard.verdict.opened', { when: instant(report.startedAt) })}</Notice>}
      {report.suspicion && <Notice>{report.suspicion.text}</Notice>}
      {isOpened && difference !== null && <Notice tone="warn">{difference}</Notice>}
      <Advice verdict={verdict} />
      {verdict.severity === 'problem' && verdict.confidence !== 'certain' && (
        <p className="quiet">{say('wizard.verdict.unsure')}</p>
      )}
    </Screen>
  );
}

function actionOn(report: Report, isOpened: boolean): NextAction | null {
  const action = nextAction(report);
  return isOpened && isNewCheck(action) ? null : action;
}

function isNewCheck(action: NextAction | null): boolean {
  return action === 'again' || action === 'changed' || action === 'signed-in';
}

function actionWords(action: NextAction, isTold: boolean): string {
  if (action === 'again') return say('wizard.check.again');
  return say(action === 'tell' && isTold ? 'wizard.verdict.told' : `wizard.verdict.${action}`);
}

const signs: Record<Finding['severity'], { readonly icon: IconName; readonly tone: Tone }> = {
  problem: { icon: 'info', tone: 'bad' },
  warning: { icon: 'warn', tone: 'warn' },
  note: { icon: 'info', tone: 'plain' },
};

function Mark({ verdict }: { readonly verdict: Finding }) {
  const { icon, tone } =
    verdict.code === 'all-clear' ? { icon: 'good' as const, tone: 'good' as const } : signs[verdict.severity];
  return (
    <p className={`verdict-mark notice-${tone} tone-${tone}`}>
      <Icon name={icon} size={18} />
      {say(verdict.code === 'all-clear' ? 'wizard.verdict.clear' : `wizard.confidence.${verdict.confidence}`)}
    </p>
  );
}

function Advice({ verdict }: { readonly verdict: Finding }) {
  const { advice } = verdict;
  if (advice.length === 0) return null;
  return (
    <section className="stack">
      <h2>{say('wizard.verdict.advice')}</h2>
      <ul className="advice">
        {advice.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function FrozenPicture({ report }: { readonly report: Report }) {
  const attempts = attemptsFromObservations(report.observations);
  const lanes = lanesOf(attempts, report.verdict);
  const comparison = controlWords(controlsOf(attempts), false);
  if (lanes.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{say('wizard.verdict.way')}</h2>
      <Picture lanes={lanes} />
      {comparison && <p className="quiet small">{comparison}</p>}
    </section>
  );
}
