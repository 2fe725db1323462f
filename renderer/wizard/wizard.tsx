import { type ComponentType, lazy, Suspense } from 'react';
import { say } from '../../shared/text/index.ts';
import { languageNames, languages } from '../../shared/text/languages.ts';
import { Notice } from '../ui/notice.tsx';
import { useWizard } from './context.ts';
import { withLaterWords } from './later.ts';
import { Mishap } from './mishap.tsx';
import { OpenProblem } from './open-problem.tsx';
import type { StepId } from './steps.ts';

const lost = () => withLaterWords(import('./lost.tsx'));
const Lost = lazy(async () => ({ default: (await lost()).Lost }));

/** Loaded while the server is still there to be asked. Never rejects. */
export function prepareForLoss(): void {
  lost().catch(() => undefined);
}

/** The window: the name, what kind of check it shows, the screen, and who is spoken to. */
export function Wizard({ screens }: { readonly screens: Readonly<Record<StepId, ComponentType>> }) {
  const step = useWizard((state) => state.step);
  const isConnected = useWizard((state) => state.isConnected);
  const version = useWizard((state) => state.app?.version);
  const isInBrowser = useWizard(({ app }) => app?.isDesktop === false);
  const startAgain = useWizard((state) => state.startAgain);
  useWizard((state) => state.language); // all of it is said anew in another one
  const Screen = screens[step];
  return (
    <div className="page">
      <header>
        <div className="page-head">
          <Sign />
          <span className="page-name">{say('wizard.app')}</span>
          <LanguageChoice />
          <HelpLink />
        </div>
        <PracticeBanner />
      </header>
      <main className="page-main">
        <div role="status">
          {!isConnected && (
            <Notice tone="warn">
              {say(isInBrowser ? 'wizard.connection.lost-in-browser' : 'wizard.connection.lost')}
            </Notice>
          )}
        </div>
        {!isConnected && (
          <Suspense>
            <Lost />
          </Suspense>
        )}
        {step !== 'address' && <OpenProblem />}
        <Mishap key={step} onStartAgain={startAgain} onAgain={() => location.reload()}>
          <Suspense>
            <Screen key={step} />
          </Suspense>
        </Mishap>
      </main>
      <footer className="page-foot">
        <p>{say('wizard.foot')}</p>
        {version && <p>{say('wizard.version', { version })}</p>}
      </footer>
    </div>
  );
}

function HelpLink() {
  const isHere = useWizard((state) => state.step === 'help');
  const goTo = useWizard((state) => state.goTo);
  if (isHere) return null;
  return (
    <button type="button" className="button button-link" onClick={() => goTo('help')}>
      {say('wizard.help')}
    </button>
  );
}

/** Each language by its own name, so that whoever reads no other finds it. Not there while there is nothing to choose. */
function LanguageChoice() {
  const language = useWizard((state) => state.language);
  const chooseLanguage = useWizard((state) => state.chooseLanguage);
  if (languages.length < 2) return null;
  return (
    <select
      className="page-language"
      aria-label={say('wizard.language')}
      value={language}
      onChange={(event) => {
        const chosen = languages.find((one) => one === event.target.value);
        if (chosen) void chooseLanguage(chosen); // never rejects
      }}
    >
      {languages.map((one) => (
        <option key={one} value={one} lang={one}>
          {languageNames[one]}
        </option>
      ))}
    </select>
  );
}

/** Practice results are labelled on every screen that shows them; a window opened for practice is labelled throughout. */
function PracticeBanner() {
  const isShown = useWizard(({ app, run, step, answers, isOpened }) => {
    if (app !== null && app.practice !== null && !isOpened) return true;
    const isResult = step !== 'address' && step !== 'practice' && step !== 'earlier';
    return step === 'practice' || (isResult && (run.report ? run.report.practice : answers.isPractice));
  });
  const name = useWizard(({ answers, isOpened, step }) =>
    isOpened || step === 'practice' ? undefined : answers.practice?.name,
  );
  if (!isShown) return null;
  return (
    <p className="practice-banner">
      <strong>{say('wizard.practice')}</strong>{' '}
      {name ? say('wizard.practice.situation', { name }) : say('wizard.practice.text')}
    </p>
  );
}

/** The same drawing as `build/icon.svg`: a letter on its way out through an open gate. */
function Sign() {
  return (
    <svg className="page-sign" aria-hidden="true" width="28" height="28" viewBox="0 0 512 512">
      <rect className="sign-ground" width="512" height="512" rx="112" />
      <path className="sign-gate" d="M368 64v80M368 368v80" />
      <rect className="sign-letter" x="32" y="144" width="256" height="224" rx="28" />
      <path className="sign-fold" d="M56 184l104 84 104-84" />
      <path className="sign-way" d="M328 256h112M392 192l64 64-64 64" />
    </svg>
  );
}
