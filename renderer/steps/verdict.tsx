import type { Finding } from '../../shared/model/finding.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { AdviceList } from '../ui/advice.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Notice, type Tone } from '../ui/notice.tsx';
import { unbroken } from '../ui/unbroken.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { ActsOfReport } from './act-result.tsx';
import { certaintyWords } from './certainty.ts';
import { Details } from './details.tsx';
import { instant } from './format.ts';
import { HowSure } from './how-sure.tsx';
import { nextAction } from './next-action.ts';
import { sinceBefore } from './since-before.ts';
import { useVerdictAction } from './verdict-action.ts';
import { hasWay, WayOfReport } from './way-of-report.tsx';
import { WhereWeLooked } from './where-we-looked.tsx';

/** Step 3. What stops the mail, in one sentence, with the proof behind "Show details". */
export function VerdictStep() {
  const report = useWizard((state) => state.run.report);
  const isOpened = useWizard((state) => state.isOpened);
  const difference = useWizard((state) => state.difference);
  const checkAgain = useWizard((state) => state.checkAgain);
  const action = useVerdictAction(report, isOpened);
  if (report === null) return null;
  const { verdict, acts = [] } = report;
  // A login shows what no check can see: it comes before what is advised without it.
  const isTested = verdict.code === 'all-clear' && acts.length > 0;
  return (
    <Screen
      title={verdict.headline}
      mark={<Mark verdict={verdict} />}
      lead={<p>{unbroken(verdict.detail)}</p>}
      forward={action?.words}
      onContinue={action?.act}
      otherActions={
        <>
          {action?.others.map(({ words, act }) => (
            <button key={words} type="button" className="button" onClick={act}>
              {words}
            </button>
          ))}
          {!isOpened && !action?.isNewCheck && (
            <button type="button" className="button" onClick={checkAgain}>
              {say('wizard.check.again')}
            </button>
          )}
          <span role="status" className="quiet small">
            {action?.news}
          </span>
        </>
      }
      below={
        <>
          <Beside report={report} isElsewhere={!isOpened && nextAction(report) === 'elsewhere'} />
          <FrozenPicture report={report} />
          <HowSure report={report} />
          {!isTested && <ActsOfReport report={report} />}
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
      <SinceBefore report={report} />
      {isTested && <ActsOfReport report={report} />}
      <Advice verdict={verdict} />
    </Screen>
  );
}

type BesideProps = {
  readonly report: Report;
  /** The main button asks for the check on another network already. */
  readonly isElsewhere: boolean;
};

/** What else can be done with the result. It does not stay in view as the buttons do, and leaves the room to the advice. */
function Beside({ report, isElsewhere }: BesideProps) {
  const goTo = useWizard((state) => state.goTo);
  const hasTwo = useWizard((state) => state.before !== null);
  return (
    <div className="question-beside">
      {hasTwo && (
        <button type="button" className="button button-link" onClick={() => goTo('comparison')}>
          {say('again.both')}
        </button>
      )}
      {!isElsewhere && (
        <button type="button" className="button button-link" onClick={() => goTo('other-network')}>
          {say('again.offer')}
        </button>
      )}
      <button type="button" className="button button-link" onClick={() => goTo('share')}>
        {say('sharing.offer')}
      </button>
      {report.recommendation !== null && (
        <button type="button" className="button button-link" onClick={() => goTo('settings')}>
          {say('wizard.verdict.all-settings')}
        </button>
      )}
    </div>
  );
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
      {verdict.code === 'all-clear' ? say('wizard.verdict.clear') : certaintyWords(verdict)}
    </p>
  );
}

function Advice({ verdict }: { readonly verdict: Finding }) {
  const { advice } = verdict;
  if (advice.length === 0) return null;
  return (
    <section className="stack">
      <h2>{say('wizard.verdict.advice')}</h2>
      <AdviceList lines={advice} />
    </section>
  );
}

/** What became of what the check before this one found. */
function SinceBefore({ report }: { readonly report: Report }) {
  const found = useWizard(({ foundBefore, before, isOpened }) =>
    isOpened || before !== null ? null : foundBefore,
  );
  const words = sinceBefore(report, found);
  return words && <Notice>{unbroken(say(words))}</Notice>;
}

function FrozenPicture({ report }: { readonly report: Report }) {
  if (!hasWay(report)) return null;
  return (
    <section className="card stack">
      <h2>{say('wizard.verdict.way')}</h2>
      <WayOfReport report={report} />
    </section>
  );
}
