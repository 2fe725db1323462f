import { say } from '../../shared/text/index.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';

/** Beside the course: which situation to practise. One click begins. */
export function PracticeStep() {
  const scenarios = useWizard((state) => state.scenarios);
  const chosen = useWizard((state) => state.answers.practice);
  const startPractice = useWizard((state) => state.startPractice);
  return (
    <Screen
      title={say('wizard.practice.title')}
      lead={say('wizard.practice.lead')}
      forward={chosen ? say('wizard.practice.start', { name: chosen.name }) : undefined}
      below={
        scenarios === null ? (
          <p role="status">{say('wizard.practice.loading')}</p>
        ) : (
          <ul className="picks">
            {scenarios.map((scenario) => (
              <li key={scenario.id}>
                <button type="button" className="pick" onClick={() => startPractice(scenario)}>
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
