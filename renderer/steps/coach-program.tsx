import type { ReactNode } from 'react';
import type { StepsClient } from '../../shared/clients/client.ts';
import { clients } from '../../shared/clients/index.ts';
import { say } from '../../shared/text/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';

const programs = clients.filter((client): client is StepsClient => client.kind === 'steps');
const popular = programs.filter(({ group }) => group === 'popular');
const others = programs.filter(({ group }) => group !== 'popular');

/** Which program is to be led through; a click on it begins. */
export function CoachProgram({ children }: { readonly children?: ReactNode }) {
  return (
    <Screen key="program" title={say('wizard.coach.which')} lead={say('wizard.coach.which-lead')}>
      {children}
      <Picks programs={popular} />
      <Disclosure label={say('wizard.program.more')} isIndented={false}>
        <Picks programs={others} />
      </Disclosure>
    </Screen>
  );
}

function Picks({ programs: some }: { readonly programs: readonly StepsClient[] }) {
  const answer = useWizard((state) => state.answer);
  const chooseProgram = useWizard((state) => state.chooseProgram);
  return (
    <ul className="picks picks-small">
      {some.map(({ id, name }) => (
        <li key={id}>
          <button
            type="button"
            className="pick"
            onClick={() => {
              chooseProgram(id);
              answer({ mailProgram: id });
            }}
          >
            <span className="pick-name">{name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
