import { useEffect, useState } from 'react';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import { attemptsFromEvents, attemptsFromObservations } from '../picture/attempts.ts';
import { controlsOf, lanesOf, stoppedLanes } from '../picture/lanes.ts';
import { Picture } from '../picture/picture.tsx';
import { controlWords } from '../picture/words.ts';
import { Notice } from '../ui/notice.tsx';
import type { CheckRun } from '../wizard/check-run.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { duration, serverLine } from './format.ts';

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
        <>
          {phase === 'running' && (
            <button type="button" className="button" onClick={cancel}>
              {say('wizard.check.cancel')}
            </button>
          )}
          {isFinished && (
            <button type="button" className="button" onClick={checkAgain}>
              {say('wizard.check.again')}
            </button>
          )}
        </>
      }
      // Below, so that the picture may grow and a button stays where it is.
      below={
        <>
          <Found run={run} onShow={() => goTo('settings')} />
          <div className="card stack">
            <Way run={run} />
          </div>
          <p className="for-screen-readers" role="status">
            {announcement(run)}
          </p>
        </>
      }
    />
  );
}

/** The picture with the time above it and the comparison below. */
function Way({ run }: { readonly run: CheckRun }) {
  const attempts = run.report
    ? attemptsFromObservations(run.report.observations)
    : attemptsFromEvents(run.events);
  const lanes = lanesOf(attempts, run.report?.verdict);
  const comparison = controlWords(controlsOf(attempts), run.phase === 'running');
  return (
    <>
      <div className="way-head">
        <h2>{say('wizard.check.way')}</h2>
        <Elapsed run={run} />
      </div>
      <Picture lanes={run.phase === 'stopping' ? stoppedLanes(lanes) : lanes} />
      {lanes.length === 0 && <p className="quiet">{say('wizard.check.looking-up')}</p>}
      {comparison && <p className="quiet small">{comparison}</p>}
    </>
  );
}

/** The first setting that works, as soon as it is known. */
function Found({ run, onShow }: { readonly run: CheckRun; readonly onShow: () => void }) {
  if (run.usable === null || run.phase !== 'running') return null;
  return (
    <Notice tone="good">
      <p>
        <strong>{say('wizard.check.usable')}</strong> {serverLine(run.usable)}
      </p>
      <button type="button" className="button button-link" onClick={onShow}>
        {say('wizard.check.show-usable')}
      </button>
    </Notice>
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
      {isRunning ? say('wizard.unit.s', { value: (elapsedMs / 1000).toFixed(1) }) : duration(elapsedMs)}
    </span>
  );
}

/** What screen readers are told unasked: only what changes the situation and is not in the heading that takes the focus. */
function announcement({ phase, usable }: CheckRun): string {
  return phase === 'running' && usable ? `${say('wizard.check.usable')} ${serverLine(usable)}` : '';
}
