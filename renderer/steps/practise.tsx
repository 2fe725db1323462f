import { say } from '../../shared/text/index.ts';
import { Choices } from '../ui/choices.tsx';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';

/** Beside the course: which situation to practise. */
export function PractiseStep() {
  const scenarios = useWizard((state) => state.scenarios);
  const chosen = useWizard((state) => state.answers.practice);
  const problem = useWizard((state) => state.problems.practice);
  const answer = useWizard((state) => state.answer);
  return (
    <Screen
      title={say('wizard.practise.title')}
      lead={say('wizard.practise.lead')}
      forward={say('wizard.practise.start')}
    >
      {scenarios === null ? (
        <p role="status">{say('wizard.practise.loading')}</p>
      ) : (
        <Choices
          id="practice"
          label={say('wizard.practise.title')}
          isLabelHidden
          layout="columns"
          choices={scenarios.map(({ id, name, story }) => ({ value: id, label: name, hint: story }))}
          value={chosen?.id ?? null}
          problem={problem}
          onChange={(id) => answer({ practice: scenarios.find((one) => one.id === id) ?? null })}
        />
      )}
    </Screen>
  );
}
