import { say } from '../../shared/text/index.ts';
import { AdviceList } from '../ui/advice.tsx';
import { Notice } from '../ui/notice.tsx';
import { requestOf } from '../wizard/answers.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { type Follows, followsFrom, usedSince } from './after-change.ts';
import { BackOrTell, type BranchProps } from './back-to-question.tsx';
import { using } from './changed.ts';
import { useDeviceTrouble } from './device-trouble.ts';
import { ErrorField } from './error-field.tsx';
import { serverLine } from './format.ts';
import { nextAction } from './next-action.ts';
import { type Explained, useExplained } from './what-it-says.tsx';

/** What the program says after the change, what that means now, and what follows from it. */
export function ErrorShown({ onBack }: BranchProps) {
  const answers = useWizard((state) => state.answers);
  const report = useWizard((state) => state.run.report);
  const isOpened = useWizard((state) => state.isOpened);
  const answer = useWizard((state) => state.answer);
  const checkAgain = useWizard((state) => state.checkAgain);
  const clicks = useClicks();
  const trouble = useDeviceTrouble();
  const explained = useExplained(answers.errorText);
  if (report === null) return null;
  const now = isOpened ? null : usedSince(requestOf(answers).current, report);
  const follows = explained && now ? followsFrom(explained, now, report) : 'other';
  const { uses } = explained ?? {};
  const again = () => {
    answer({ arrived: '', ...(follows === 'old' && uses ? using(answers, uses) : {}) });
    checkAgain();
  };
  const action = {
    old: { words: say('wizard.arrived.error-clicks'), act: clicks },
    password: {
      words: say('wizard.arrived.error-to-password'),
      act: () => answer({ arrived: 'password' }),
    },
    way: null,
    other: null,
  }[follows];
  const checking = isOpened ? null : { words: say('wizard.arrived.error-again'), act: again };
  const main = action ?? checking;
  return (
    <Screen
      key="error"
      onBack={onBack}
      title={say('wizard.arrived.error-title')}
      lead={now ? say('wizard.arrived.error-lead', { server: serverLine(now) }) : undefined}
      forward={main?.words}
      onContinue={main?.act}
      otherActions={
        <>
          {action && checking && (
            <button type="button" className="button" onClick={checking.act}>
              {checking.words}
            </button>
          )}
          <BackOrTell onBack={onBack} />
        </>
      }
    >
      <ErrorField />
      <div role="status">
        {explained && <Meaning explained={explained} follows={follows} server={now ? serverLine(now) : ''} />}
      </div>
      {trouble && <AdviceList lines={[trouble.text, ...trouble.notes]} />}
    </Screen>
  );
}

type MeaningProps = {
  readonly explained: Explained;
  readonly follows: Follows;
  readonly server: string;
};

/** What it means now. */
function Meaning({ explained, follows, server }: MeaningProps) {
  const { text, code, meaning, causes, uses } = explained;
  if (meaning === undefined) return <Notice>{say('wizard.error.unknown')}</Notice>;
  return (
    <Notice tone={follows === 'old' ? 'warn' : 'plain'}>
      <p>
        <strong>{say('wizard.error.means', { text: code ?? text.slice(0, 60) })}</strong> {meaning}
      </p>
      {follows === 'old' && <p>{say('wizard.arrived.error-old', { port: uses?.port ?? '' })}</p>}
      {follows === 'way' && <p>{say('wizard.arrived.error-way', { server })}</p>}
      {follows === 'password' && <p>{say('wizard.arrived.error-password')}</p>}
      {(follows === 'password' || follows === 'other') && (
        <p>{say('wizard.error.causes', { causes: { anyOf: causes.slice(0, 3) } })}</p>
      )}
    </Notice>
  );
}

/** Leads through the clicks once more, from the first. */
export function useClicks(): () => void {
  const report = useWizard((state) => state.run.report);
  const ticked = useWizard((state) => state.ticked);
  const tick = useWizard((state) => state.tick);
  const goTo = useWizard((state) => state.goTo);
  return () => {
    for (const id of ticked) tick(id, false);
    goTo(report && nextAction(report) === 'settings' ? 'settings' : 'coach');
  };
}
