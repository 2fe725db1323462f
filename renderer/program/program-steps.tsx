import { useState } from 'react';
import type { ClientSettings, Step, StepField, StepsClient } from '../../shared/clients/client.ts';
import { clientSteps, clients } from '../../shared/clients/index.ts';
import { say } from '../../shared/text/index.ts';
import { Choices } from '../ui/choices.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Notice } from '../ui/notice.tsx';
import { TickBox } from '../ui/tick-box.tsx';

const programs = clients.filter((client): client is StepsClient => client.kind === 'steps');
const popular = programs.filter(({ group }) => group === 'popular');
const others = programs.filter(({ group }) => group !== 'popular');
const choicesOf = (some: readonly StepsClient[]) => some.map(({ id, name }) => ({ value: id, label: name }));

type ProgramStepsProps = {
  readonly settings: ClientSettings;
  /** Id of the mail program whose steps are shown. */
  readonly program: string;
  readonly onProgram: (id: string) => void;
  readonly ticked: readonly string[];
  readonly onTick: (id: string, isTicked: boolean) => void;
};

/** The steps of one mail program with the exact values where they are typed, each step to tick off. */
export function ProgramSteps({ settings, program, onProgram, ticked, onTick }: ProgramStepsProps) {
  const client = programs.find(({ id }) => id === program) ?? programs[0];
  const [isMoreShown, setMoreShown] = useState(() => others.some(({ id }) => id === program));
  if (!client) return null;
  const steps = clientSteps(client, settings);
  return (
    <section className="stack">
      <h2>{say('wizard.program.title')}</h2>
      <Choices
        id="program"
        label={say('wizard.program.which')}
        layout="row"
        choices={choicesOf(popular)}
        value={client.id}
        onChange={onProgram}
      />
      <Disclosure label={say('wizard.program.more')} isOpen={isMoreShown} onToggle={setMoreShown}>
        <Choices
          id="other-program"
          label={say('wizard.program.more')}
          isLabelHidden
          layout="row"
          choices={choicesOf(others)}
          value={client.id}
          onChange={onProgram}
        />
      </Disclosure>
      {steps.ok ? (
        <ol className="program-steps">
          {steps.value.map((step, index) => {
            const id = `${client.id}.${step.id}`;
            return (
              <ProgramStep
                key={id}
                step={step}
                number={index + 1}
                isTicked={ticked.includes(id)}
                onTick={(isTicked) => onTick(id, isTicked)}
              />
            );
          })}
        </ol>
      ) : (
        <Notice tone="warn">{say('wizard.program.refused', { reason: steps.problem.message })}</Notice>
      )}
    </section>
  );
}

type ProgramStepProps = {
  readonly step: Step;
  readonly number: number;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
};

function ProgramStep({ step, number, isTicked, onTick }: ProgramStepProps) {
  return (
    <li className={isTicked ? 'program-step is-ticked' : 'program-step'}>
      <span className="program-number" aria-hidden="true">
        {number}
      </span>
      <div className="program-body">
        <h3>{step.title}</h3>
        {step.path.length > 0 && <Path path={step.path} />}
        <p>{step.text}</p>
        {step.fields.length > 0 && (
          <dl className="program-fields">
            {step.fields.map((field) => (
              <Field key={field.label} field={field} />
            ))}
          </dl>
        )}
        <TickBox label={say('wizard.program.done', { number })} isTicked={isTicked} onChange={onTick} />
      </div>
    </li>
  );
}

function Path({ path }: { readonly path: readonly string[] }) {
  return (
    <p className="program-path">
      {path.map((part, index) => (
        <span key={part}>
          {index > 0 && <span className="quiet"> › </span>}
          <span className="program-click">{part}</span>
        </span>
      ))}
    </p>
  );
}

function Field({ field }: { readonly field: StepField }) {
  const name = field.label.replace(/:$/, '');
  return (
    <div className={field.isChanged ? 'program-field is-changed' : 'program-field'}>
      <dt>
        {field.label}
        {field.isChanged && <span className="badge">{say('wizard.program.changed')}</span>}
      </dt>
      <dd>
        <strong>{field.value}</strong>
        {field.note !== undefined && <p className="quiet small">{field.note}</p>}
      </dd>
      <dd className="value-copy">
        {field.control === 'text' && (
          <CopyButton
            text={field.value}
            words={{
              copy: say('wizard.copy'),
              copied: say('wizard.copy.copied'),
              failed: say('wizard.copy.failed'),
            }}
            name={say('wizard.copy.name', { what: name })}
          />
        )}
      </dd>
    </div>
  );
}
