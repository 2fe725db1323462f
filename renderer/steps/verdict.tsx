import type { Finding } from '../../shared/model/finding.ts';
import type { Report } from '../../shared/model/report.ts';
import { isSeenSafe } from '../../shared/model/usable.ts';
import { say } from '../../shared/text/index.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import { attemptsFromObservations } from '../picture/attempts.ts';
import { controlsOf, lanesOf } from '../picture/lanes.ts';
import { Picture } from '../picture/picture.tsx';
import { controlWords } from '../picture/words.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Notice, type Tone } from '../ui/notice.tsx';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { ActsOfReport } from './act-result.tsx';
import { Details } from './details.tsx';
import { instant } from './format.ts';
import { WhereWeLooked } from './where-we-looked.tsx';

/** Step 4. What stops the mail, in one sentence, with the proof behind "Show details". */
export function VerdictStep() {
  const report = useWizard((state) => state.run.report);
  const isOpened = useWizard((state) => state.isOpened);
  const difference = useWizard((state) => state.difference);
  const checkAgain = useWizard((state) => state.checkAgain);
  if (report === null) return null;
  const { verdict } = report;
  return (
    <Screen
      title={verdict.headline}
      mark={<Mark verdict={verdict} />}
      lead={<p>{verdict.detail}</p>}
      forward={say(forwardWords(report))}
      otherActions={
        !isOpened && (
          <button type="button" className="button" onClick={checkAgain}>
            {say('wizard.check.again')}
          </button>
        )
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
    </Screen>
  );
}

/** What is offered is called working only where nothing is wrong with it. */
function forwardWords({ recommendation, observations }: Report): PlainKey {
  if (recommendation === null) return 'wizard.verdict.next';
  return isSeenSafe(recommendation.outgoing, observations)
    ? 'wizard.verdict.settings'
    : 'wizard.verdict.settings-doubtful';
}

const signs: Record<Finding['severity'], { readonly icon: IconName; readonly tone: Tone }> = {
  problem: { icon: 'bad', tone: 'bad' },
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
