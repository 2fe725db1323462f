import { say } from '../../shared/text/index.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';

/** Beside the course: which situation to practise. One click begins. */
export function PractiseStep() {
  const scenarios = useWizard((state) => state.scenarios);
  const chosen = useWizard((state) => state.answers.practice);
  const practise = useWizard((state) => state.practise);
  return (
    <Screen
      title={say('wizard.practise.title')}
      lead={say('wizard.practise.lead')}
      forward={chosen ? say('wizard.practise.start', { name: chosen.name }) : undefined}
      below={
        scenarios === null ? (
          <p role="status">{say('wizard.practise.loading')}</p>
        ) : (
          <ul className="picks">
            {scenarios.map((scenario) => (
              <li key={scenario.id}>
                <button type="button" className="pick" onClick={() => practise(scenario)}>
                  <span className="pick-name">{scenario.name}</span>
                  <span className="quiet small">{scenario.story}</span>
                </button>
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
