import { useEffect, useState } from 'react';
import { attemptsFromEvents } from '../../shared/ledger/attempts.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import { Notice } from '../ui/notice.tsx';
import { requestOf } from '../wizard/answers.ts';
import type { CheckRun } from '../wizard/check-run.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { duration, seconds, serverLine } from './format.ts';
import { Way } from './way.tsx';
import { WayOfReport } from './way-of-report.tsx';

/**
 * Step 2. The check as it happens; afterwards, its picture. Each phase is a screen of its own, so that its heading takes the focus: the
 * button that led there is gone.
 */
export function CheckStep() {
  const run = useWizard((state) => state.run);
  const checkAgain = useWizard((state) => state.checkAgain);
  const cancel = useWizard((state) => state.cancel);
  const goTo = useWizard((state) => state.goTo);
  const { phase } = run;

  if (phase === 'failed' || phase === 'none') {
    return (
      <Screen
        key="failed"
        title={say('wizard.check.failed')}
        forward={say('wizard.check.try-again')}
        onContinue={checkAgain}
      >
        <Notice tone="bad">{say(run.problem?.message ?? said('wizard.failed.internal'))}</Notice>
      </Screen>
    );
  }
  const isFinished = phase === 'finished';
  return (
    <Screen
      key={phase}
      title={say(`wizard.check.${phase}`)}
      lead={phase === 'running' ? say('wizard.check.lead') : undefined}
      forward={isFinished ? say('wizard.check.see-result') : undefined}
      otherActions={
        isFinished && (
          <button type="button" className="button" onClick={checkAgain}>
            {say('wizard.check.again')}
          </button>
        )
      }
      // Below, so that the picture may grow and a button stays where it is.
      below={
        <>
          <div className="card stack">
            <div className="way-head">
              <h2>{say('wizard.check.way')}</h2>
              <Elapsed run={run} />
              {phase === 'running' && (
                <button type="button" className="button" onClick={cancel}>
                  {say('wizard.check.cancel')}
                </button>
              )}
            </div>
            <Found run={run} onShow={() => goTo('settings')} />
            <RunWay run={run} />
          </div>
          <p className="for-screen-readers" role="status">
            {announcement(run)}
          </p>
        </>
      }
    />
  );
}

/** The picture as far as the check has come. */
function RunWay({ run: { phase, report, events, usable } }: { readonly run: CheckRun }) {
  const answers = useWizard((state) => state.answers);
  if (report) return <WayOfReport report={report} />;
  return (
    <Way
      attempts={attemptsFromEvents(events)}
      marked={{ mine: requestOf(answers).current, best: usable }}
      phase={phase === 'stopping' ? 'stopping' : 'running'}
    />
  );
}

/** The best setting known so far. Its place is kept from the beginning, so that nothing jumps when it is known. */
function Found({ run, onShow }: { readonly run: CheckRun; readonly onShow: () => void }) {
  if (run.phase !== 'running') return null;
  const { usable } = run;
  return (
    <div className={usable ? 'best notice-good' : 'best'}>
      {usable ? (
        <>
          <p>
            <strong>{say('wizard.check.usable')}</strong> {serverLine(usable)}
          </p>
          <button type="button" className="button button-link" onClick={onShow}>
            {say('wizard.check.show-usable')}
          </button>
        </>
      ) : (
        <p className="quiet">{say('wizard.check.usable-not-yet')}</p>
      )}
    </div>
  );
}

/** How often the clock on the screen moves, in milliseconds. */
const tickMs = 100;

function Elapsed({ run }: { readonly run: CheckRun }) {
  const isRunning = run.phase === 'running';
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [isRunning]);
  const elapsedMs = run.report?.elapsedMs ?? Math.max(0, now - (run.startedAtMs ?? now));
  return (
    <span className="elapsed" role="timer">
      {isRunning ? seconds(elapsedMs) : duration(elapsedMs)}
    </span>
  );
}

/** What screen readers are told unasked: only what changes the situation and is not in the heading that takes the focus. */
function announcement({ phase, usable }: CheckRun): string {
  return phase === 'running' && usable ? `${say('wizard.check.usable')} ${serverLine(usable)}` : '';
}
