import { settingsIn } from '../../shared/clients/elsewhere.ts';
import { findClient, settingsFromReport } from '../../shared/clients/index.ts';
import { provenRecommendation } from '../../shared/model/proven-login.ts';
import { addressIn } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { AdviceList } from '../ui/advice.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { ErrorShown, useClicks } from './arrived-error.tsx';
import { BackOrTell, BackToQuestion, type BranchProps } from './back-to-question.tsx';
import { useDeviceTrouble } from './device-trouble.ts';
import { Ending } from './ending.tsx';
import { PrintedPage } from './printed-page.tsx';
import { SendTestOffer } from './send-test-offer.tsx';
import { CopyAll } from './server-values.tsx';
import { wasWrong } from './was-wrong.ts';

/** Step 5, the end: did it arrive? Every "no" leads on. */
export function ArrivedStep() {
  const arrived = useWizard((state) => state.answers.arrived);
  const answer = useWizard((state) => state.answer);
  const back = () => answer({ arrived: '' });
  useEscape(arrived === '' ? undefined : back);
  switch (arrived) {
    case 'yes':
      return <Finish onBack={back} />;
    case 'error':
      return <ErrorShown onBack={back} />;
    case 'password':
      return <PasswordAsked onBack={back} />;
    case 'nothing':
      return <NothingShown onBack={back} />;
    case 'lost':
      return <WindowNotFound onBack={back} />;
    default:
      return <Asked onAnswer={(said) => answer({ arrived: said })} />;
  }
}

function Asked({ onAnswer }: { readonly onAnswer: (arrived: string) => void }) {
  const isPractice = useWizard(
    ({ run, isOpened }) => run.report?.practice === true && run.checkId !== null && !isOpened,
  );
  const isDevice = useDeviceTrouble() !== undefined;
  // A device keeps the password that was typed into it and asks nobody.
  const answers = isDevice
    ? (['error', 'nothing', 'lost'] as const)
    : (['error', 'password', 'nothing', 'lost'] as const);
  return (
    <Screen
      key="open"
      title={say('wizard.arrived.title')}
      lead={say(isPractice ? 'wizard.arrived.lead-practice' : 'wizard.arrived.lead')}
      forward={say('wizard.arrived.yes')}
      onContinue={() => onAnswer('yes')}
      below={<SendTestOffer />}
    >
      <ul className="picks picks-list">
        {answers.map((one) => (
          <li key={one}>
            <button type="button" className="pick" onClick={() => onAnswer(one)}>
              <span className="pick-name">{say(`wizard.arrived.${one}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  );
}

/** What was wrong, in one sentence, and what to keep. */
function Finish({ onBack }: BranchProps) {
  const report = useWizard((state) => state.run.report);
  const found = useWizard((state) => state.foundBefore);
  return (
    <Screen
      key="yes"
      onBack={onBack}
      title={say('wizard.arrived.finish')}
      lead={say(wasWrong(report, found))}
      below={<Ending report={report} />}
    >
      <p>{say('wizard.arrived.keep')}</p>
    </Screen>
  );
}

function PasswordAsked({ onBack }: BranchProps) {
  const user = useWizard(
    ({ run }) => (run.report && provenRecommendation(run.report)?.outgoing.username) ?? '',
  );
  const address = useWizard(({ run }) => (run.report && addressIn(run.report)) ?? '');
  const name = user || address;
  return (
    <ToTry
      key="password"
      title={say('wizard.arrived.password-title')}
      advice={[
        say('wizard.arrived.password-1'),
        ...(name === '' ? [] : [say('wizard.arrived.password-2', { user: name })]),
        say('wizard.arrived.password-3'),
        say('wizard.arrived.password-4'),
      ]}
      onBack={onBack}
    />
  );
}

/** It waits somewhere, in the program or on the way. */
function NothingShown({ onBack }: BranchProps) {
  const trouble = useDeviceTrouble();
  // A device has no outbox to look into.
  const others = trouble
    ? [trouble.text, ...trouble.notes]
    : ([2, 3] as const).map((number) => say(`wizard.arrived.nothing-${number}`));
  return (
    <ToTry
      key="nothing"
      title={say('wizard.arrived.nothing-title')}
      advice={[say('wizard.arrived.nothing-1'), ...others]}
      onBack={onBack}
    />
  );
}

type ToTryProps = BranchProps & { readonly title: string; readonly advice: readonly string[] };

/** What to try, one after the other; then the question again. */
function ToTry({ title, advice, onBack }: ToTryProps) {
  return (
    <Screen
      title={title}
      onBack={onBack}
      otherActions={<BackOrTell onBack={onBack} />}
      below={<SendTestOffer />}
    >
      <AdviceList lines={advice} isInTurn />
    </Screen>
  );
}

/** Everything that somebody else needs to help. */
function WindowNotFound({ onBack }: BranchProps) {
  const report = useWizard((state) => state.run.report);
  const goTo = useWizard((state) => state.goTo);
  const program = useWizard((state) => state.answers.mailProgram);
  const clicks = useClicks();
  const answer = useWizard((state) => state.answer);
  const settings = report && settingsFromReport(report);
  const different = () => {
    answer({ looksDifferent: true });
    clicks();
  };
  return (
    <Screen
      key="lost"
      onBack={onBack}
      title={say('wizard.arrived.lost-title')}
      lead={say('wizard.arrived.lost-lead')}
      forward={say('wizard.files.print-or-pdf')}
      onContinue={() => window.print()}
      otherActions={
        <>
          {settings?.ok && <CopyAll settings={settingsIn(findClient(program), settings.value)} />}
          <BackToQuestion onBack={onBack} />
          {findClient(program)?.kind === 'steps' && (
            <>
              <button type="button" className="button button-link" onClick={clicks}>
                {say('wizard.arrived.error-clicks')}
              </button>
              <button type="button" className="button button-link" onClick={different}>
                {say('wizard.coach.different')}
              </button>
            </>
          )}
          <button type="button" className="button button-link" onClick={() => goTo('settings')}>
            {say('wizard.verdict.all-settings')}
          </button>
        </>
      }
    >
      {settings?.ok && <PrintedPage settings={settings.value} />}
    </Screen>
  );
}
