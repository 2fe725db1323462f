import { useState } from 'react';
import { refusedLogins } from '../../shared/model/act.ts';
import { unusualSecret } from '../../shared/model/claims.ts';
import { addressIn, type Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { legsOnTheWay } from '../picture/act-legs.ts';
import { ActPicture } from '../picture/act-picture.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { ActResult, ActsOfReport } from './act-result.tsx';
import { SendTestForm } from './send-test-form.tsx';
import { type Running, useAct } from './use-act.ts';

/** After the check: logs in with the settings that work, sends a message to oneself, and shows how far it came. */
export function SendTestStep() {
  const report = useWizard((state) => state.run.report);
  const checkId = useWizard(({ run, isOpened }) => (isOpened ? null : run.checkId));
  if (report === null) return null;
  if (checkId === null) {
    return (
      <Screen title={say('sending.title')} progress={say('sending.progress')}>
        <Notice>{say('sending.check-first')}</Notice>
      </Screen>
    );
  }
  return <SendTest key={checkId} report={report} checkId={checkId} />;
}

function SendTest({ report, checkId }: { readonly report: Report; readonly checkId: string }) {
  const acting = useAct(checkId);
  const { plan, running, problem } = acting;
  const [isAgain, setAgain] = useState(false);
  const acts = report.acts ?? [];
  const last = acts.at(-1);
  if (running) return <UnderWay running={running} onStop={acting.stop} />;
  const refused = refusedLogins(acts);
  const address = addressIn(report) ?? '';
  const isShown = last !== undefined && !isAgain;
  if (isShown) return <Ended report={report} onAgain={() => setAgain(true)} />;
  return (
    <SendTestForm
      plan={plan}
      problem={problem}
      address={address}
      isPractice={report.practice}
      provider={plan ? unusualSecret(report.discovery, plan.host) : undefined}
      refused={refused}
      last={last}
      onStart={(order) => {
        void acting.start(order).then((hasEnded) => {
          if (hasEnded) setAgain(false);
        }); // ends in what the screen shows, never rejects
      }}
    />
  );
}

type UnderWayProps = { readonly running: Running; readonly onStop: () => void };

function UnderWay({ running: { kind, steps, isStopping }, onStop }: UnderWayProps) {
  const legs = legsOnTheWay(steps);
  return (
    <Screen
      // The same throughout: it has the focus, and what changes is told by the list.
      title={say(kind === 'login' ? 'sending.step.login' : 'sending.way')}
      progress={say('sending.progress')}
      lead={say(steps.includes('watch') ? 'sending.watching' : 'sending.busy')}
      otherActions={
        <button type="button" className="button" onClick={onStop}>
          {say(isStopping ? 'sending.stopping' : 'sending.stop')}
        </button>
      }
    >
      <section className="card stack">
        <ActPicture legs={kind === 'login' ? legs.slice(0, 1) : legs} />
        <ol className="plain-list way-so-far" role="log" aria-label={say('sending.way')}>
          {steps.map((step) => (
            <li key={step}>{say(`sending.step.${step}`)}</li>
          ))}
        </ol>
      </section>
    </Screen>
  );
}

function Ended({ report, onAgain }: { readonly report: Report; readonly onAgain: () => void }) {
  const [last, ...before] = (report.acts ?? []).toReversed();
  const back = useWizard((state) => state.back);
  const backWords = useWizard(({ cameFrom }) =>
    say(cameFrom === 'settings' ? 'sending.back' : 'wizard.arrived.back'),
  );
  if (!last) return null;
  const [first] = last.findings;
  const isDone = last.outcome === 'ok';
  return (
    <Screen
      title={first?.headline ?? say('sending.result')}
      progress={say('sending.progress')}
      forward={isDone ? backWords : say('sending.again')}
      onContinue={isDone ? back : onAgain}
      otherActions={
        <button type="button" className="button" onClick={isDone ? onAgain : back}>
          {isDone ? say('sending.again-sending') : backWords}
        </button>
      }
      below={<ActsOfReport report={{ ...report, acts: before.toReversed() }} />}
    >
      <ActResult act={last} isTitled />
    </Screen>
  );
}
