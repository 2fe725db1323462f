import { useState } from 'react';
import type { ClientSettings, Step, StepsClient, Variant } from '../../shared/clients/client.ts';
import { deviceStepId } from '../../shared/clients/device-step.ts';
import { settingsIn } from '../../shared/clients/elsewhere.ts';
import { receives } from '../../shared/clients/for-people.ts';
import { clientSteps, findClient, settingsFromReport } from '../../shared/clients/index.ts';
import { languageNames } from '../../shared/clients/language.ts';
import { misnamedReceiving } from '../../shared/clients/misnamed-receiving.ts';
import { nearestVariant } from '../../shared/clients/variant.ts';
import { userWords } from '../../shared/clients/words.ts';
import { say } from '../../shared/text/index.ts';
import { DialogDrawing } from '../program/dialog-drawing.tsx';
import { withLikelyLanguage } from '../program/program-language.ts';
import { Dotted } from '../ui/dotted.tsx';
import { useKeptChoice } from '../ui/kept-choice.ts';
import { Notice } from '../ui/notice.tsx';
import { unbroken } from '../ui/unbroken.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { ChangeForMe, useCanChange } from './change-for-me.tsx';
import { useChanged } from './changed.ts';
import { CoachProgram } from './coach-program.tsx';
import { FitToWindow } from './fit-to-window.tsx';
import { CopyAll } from './server-values.tsx';
import { ValuesAlone } from './values-alone.tsx';
import { WhichCopy } from './which-copy.tsx';
import './coach.css';

/** Step 4. Leads through the mail program, one click a screen. */
export function CoachStep() {
  const run = useWizard((state) => state.run);
  const { report } = run;
  const program = useWizard((state) => state.answers.mailProgram);
  const wanted = useWizard((state) => state.variant);
  const canChange = useCanChange();
  const hasBegun = useWizard(({ ticked }) => ticked.length > 0);
  const [isByHand, setByHand] = useState(hasBegun);
  const settings = report && settingsFromReport(report);
  const [isAlone, setAlone] = useKeptChoice('values', run.checkId ?? '', false, (kept) => kept === true);
  const client = findClient(program);
  if (!settings?.ok) return null;
  if (isAlone) return <ValuesAlone onBack={() => setAlone(false)} />;
  const alone = () => setAlone(true);
  if (client?.kind !== 'steps') return <CoachProgram onNotHere={alone} />;
  if (canChange && !isByHand) return <ForMe onByHand={() => setByHand(true)} />;
  const variant = nearestVariant(client, settings.value, withLikelyLanguage(wanted));
  const steps = clientSteps(client, settings.value, variant);
  if (!steps.ok) {
    return (
      <CoachProgram onNotHere={alone}>
        <Notice tone="warn">{say('wizard.program.refused', { reason: steps.problem.message })}</Notice>
      </CoachProgram>
    );
  }
  const clicks = steps.value.filter(({ id }) => id !== deviceStepId);
  return (
    <Clicks client={client} variant={variant} settings={settings.value} steps={clicks} onAlone={alone} />
  );
}

/** Postway makes the change itself, which comes first where it can. */
function ForMe({ onByHand }: { readonly onByHand: () => void }) {
  const [isChanged, setChanged] = useState(false);
  const goOn = useChanged();
  return (
    <Screen
      key="for-me"
      title={say('wizard.coach.for-me')}
      forward={isChanged ? say('wizard.coach.changed') : undefined}
      onContinue={goOn}
      otherActions={
        <button type="button" className="button button-link" onClick={onByHand}>
          {say('wizard.coach.by-hand')}
        </button>
      }
    >
      <ChangeForMe onChanged={setChanged} />
    </Screen>
  );
}

type ClicksProps = {
  readonly client: StepsClient;
  readonly variant: Variant;
  readonly settings: ClientSettings;
  readonly steps: readonly Step[];
  /** No window is like the person's own. */
  readonly onAlone: () => void;
};

/** The first click that is not ticked off, with its window and the values beside it. */
function Clicks({ client, variant, settings, steps, onAlone }: ClicksProps) {
  const ticked = useWizard((state) => state.ticked);
  const tick = useWizard((state) => state.tick);
  const changed = useChanged();
  const answer = useWizard((state) => state.answer);
  const isDifferent = useWizard((state) => state.answers.looksDifferent);
  const setDifferent = (looksDifferent: boolean) => answer({ looksDifferent });
  const idOf = ({ id }: Step) => `${client.id}.${id}`;
  const open = steps.findIndex((step) => !ticked.includes(idOf(step)));
  const index = open === -1 ? steps.length - 1 : open;
  const step = steps[index];
  const before = steps[index - 1];
  if (!step) return null;
  const isLast = index === steps.length - 1;
  if (isDifferent) {
    return (
      <WhichCopy
        client={client}
        variant={variant}
        settings={settings}
        onFound={() => setDifferent(false)}
        onAlone={onAlone}
      >
        <Windows key={Object.values(variant).join(' ')} step={step} />
      </WhichCopy>
    );
  }
  const toType = settingsIn(client, settings);
  const proceed = () => {
    // The screen is left before its last click is ticked off, which shows nothing new.
    if (isLast) changed();
    tick(idOf(step), true);
  };
  return (
    <Screen
      key={idOf(step)}
      title={step.title}
      progress={say('wizard.coach.progress', { number: index + 1, count: steps.length })}
      forward={say(isLast ? 'wizard.coach.last' : 'wizard.coach.done')}
      onContinue={proceed}
      onBack={before && (() => tick(idOf(before), false))}
      otherActions={
        <>
          <button type="button" className="button button-link" onClick={() => setDifferent(true)}>
            {say('wizard.coach.different')}
          </button>
          <button
            type="button"
            className="button button-link"
            onClick={() => answer({ mailProgram: '', looksDifferent: false })}
          >
            {say('wizard.coach.other-program')}
          </button>
        </>
      }
      below={<Notes step={step} />}
    >
      <div className="coach">
        <div className="coach-words">
          <p className="quiet">{unbroken(step.text)}</p>
          {step.path.length > 0 && (
            <p className="small">
              <span className="quiet">{say('wizard.program.where')}</span> {step.path.join(' › ')}
            </p>
          )}
        </div>
        <div className="coach-window">
          <Windows step={step} />
        </div>
        <aside className="coach-values card" aria-label={say('wizard.coach.values')}>
          <p className="quiet small">{programLine(client, variant)}</p>
          <Values settings={toType} />
          <CopyAll settings={toType} />
          {receives(client) && <p className="quiet small">{receivingWords(settings)}</p>}
        </aside>
      </div>
    </Screen>
  );
}

/** Receiving stays as it is, unless the name that is wrong for sending is wrong for it too. */
function receivingWords(settings: ClientSettings): string {
  const misnamed = misnamedReceiving(settings);
  return misnamed ? say('wizard.coach.receiving-too', misnamed) : say('wizard.coach.receiving');
}

function Windows({ step }: { readonly step: Step }) {
  return (
    <FitToWindow>
      {step.dialogs.map((dialog) => (
        <DialogDrawing key={dialog.title} dialog={dialog} purpose="set" />
      ))}
    </FitToWindow>
  );
}

/** What is typed, to be read at a glance; the drawing has the Copy buttons. */
function Values({ settings: { outgoing } }: { readonly settings: ClientSettings }) {
  return (
    <dl className="coach-list">
      <div className="coach-list-long">
        <dt>{say('client.field.server')}</dt>
        <dd>
          <Dotted name={outgoing.host} />
        </dd>
      </div>
      <div>
        <dt>{say('client.field.port')}</dt>
        <dd>{outgoing.port}</dd>
      </div>
      <div>
        <dt>{say('client.field.security')}</dt>
        <dd>{say(`client.security.${outgoing.security}`)}</dd>
      </div>
      {outgoing.auth !== 'none' && (
        <div className="coach-list-long">
          <dt>{say('client.field.username')}</dt>
          <dd>
            <Dotted name={userWords(outgoing)} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** What is good to know about this step; below the button, since it is not needed to press it. */
function Notes({ step }: { readonly step: Step }) {
  if (step.notes.length === 0) return null;
  return (
    <Notice>
      {step.notes.map((note) => (
        <p key={note} className="small">
          {note}
        </p>
      ))}
    </Notice>
  );
}

/** "Outlook (Microsoft 365), English". */
function programLine(client: StepsClient, variant: Variant): string {
  const version = client.versions.find(({ id }) => id === variant.version)?.name;
  const language = languageNames[variant.language];
  return version === undefined || client.versions.length < 2
    ? say('wizard.coach.program', { program: client.name, language })
    : say('wizard.coach.program-version', { program: client.name, version, language });
}
