import type { Scenario } from '../../shared/contract/contract.ts';
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
          [...groupsOf(scenarios)].map(([group, ofGroup]) => (
            <section key={group} className="stack">
              <h2>{group}</h2>
              <ul className="picks">
                {ofGroup.map((scenario) => (
                  <li key={scenario.id}>
                    <button type="button" className="pick" onClick={() => startPractice(scenario)}>
                      <span className="pick-name">{scenario.name}</span>
                      <span className="quiet small">{scenario.story}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))
        )
      }
    />
  );
}

/** Those about the same thing together, in the order in which the things are first met. */
function groupsOf(scenarios: readonly Scenario[]): ReadonlyMap<string, readonly Scenario[]> {
  const groups = new Map<string, readonly Scenario[]>();
  for (const scenario of scenarios)
    groups.set(scenario.group, [...(groups.get(scenario.group) ?? []), scenario]);
  return groups;
}
