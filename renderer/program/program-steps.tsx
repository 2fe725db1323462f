import type { ClientSettings, StepsClient, Variant } from '../../shared/clients/client.ts';
import { isForPeople } from '../../shared/clients/for-people.ts';
import { clientSteps, findClient } from '../../shared/clients/index.ts';
import { nearestVariant, type Wanted } from '../../shared/clients/variant.ts';
import { say } from '../../shared/text/index.ts';
import { Choices } from '../ui/choices.tsx';
import { Notice } from '../ui/notice.tsx';
import { unbroken } from '../ui/unbroken.ts';
import { ProgramChoice } from './program-choice.tsx';
import { withLikelyLanguage } from './program-language.ts';
import { StepPlayer } from './step-player.tsx';
import { VariantFields } from './variant-fields.tsx';

type ProgramStepsProps = {
  readonly settings: ClientSettings;
  /** Id of the mail program whose steps are shown. */
  readonly program: string;
  readonly onProgram: (id: string) => void;
  /** What the person said about their copy of it. */
  readonly wanted: Wanted;
  readonly onVariant: (change: Wanted) => void;
  readonly ticked: readonly string[];
  readonly onTick: (id: string, isTicked: boolean) => void;
};

/** The steps of one mail program, its windows drawn with the exact values where they are typed, each step to tick off. */
export function ProgramSteps(props: ProgramStepsProps) {
  const { settings, program, onProgram, wanted, onVariant, ticked, onTick } = props;
  const client = findClient(program);
  if (client?.kind !== 'steps') return null;
  const variant = nearestVariant(client, settings, withLikelyLanguage(wanted));
  const steps = clientSteps(client, settings, variant);
  const about = (
    <>
      <VariantFields
        client={client}
        variant={variant}
        ways={client.ways(settings, variant.version)}
        onChange={onVariant}
      />
      <AboutProgram client={client} settings={settings} variant={variant} />
      {steps.ok ? (
        <StepPlayer
          key={`${client.id} ${variant.way}`}
          program={client.id}
          steps={steps.value}
          ticked={ticked}
          onTick={onTick}
        />
      ) : (
        <Notice tone="warn">{say('wizard.program.refused', { reason: steps.problem.message })}</Notice>
      )}
    </>
  );
  return (
    <section className="stack">
      <h2>{say(isForPeople(client) ? 'wizard.program.title' : 'wizard.program.title-there')}</h2>
      <ProgramChoice program={client.id} about={about}>
        {(picks, part) => (
          <Choices
            id={part === 'usual' ? 'program' : 'other-program'}
            label={say(part === 'usual' ? 'choice.question.program' : 'choice.more')}
            isLabelHidden={part === 'others'}
            layout="columns"
            choices={picks.map(({ id, name, looks }) => ({
              value: id,
              label: name,
              ...(looks && { hint: looks }),
            }))}
            value={client.id}
            onChange={onProgram}
          />
        )}
      </ProgramChoice>
    </section>
  );
}

type AboutProgramProps = {
  readonly client: StepsClient;
  readonly settings: ClientSettings;
  readonly variant: Variant;
};

/** What it calls the encryption, where that is not the usual word; what it cannot do; the files that it can load. */
function AboutProgram({ client, settings, variant }: AboutProgramProps) {
  const { security } = settings.outgoing;
  const usual = say(`client.security.${security}`);
  const word = client.words(variant).security[security];
  const files = client.imports.map((id) => findClient(id)?.name ?? id);
  const sentences = [
    ...(word === usual ? [] : [say('wizard.program.calls', { usual, word })]),
    ...client.limits.map((limit) => say(limit)),
    ...(files.length === 0 ? [] : [say('wizard.program.loads', { files })]),
  ];
  return (
    <div className="quiet small">
      {sentences.map((sentence) => (
        <p key={sentence}>{unbroken(sentence)}</p>
      ))}
    </div>
  );
}
