import type { ReactNode } from 'react';
import { say } from '../../shared/text/index.ts';
import { chosenProgram } from '../program/chosen-program.ts';
import { type Pick, ProgramChoice } from '../program/program-choice.tsx';
import { keepChoice } from '../ui/kept-choice.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';

type CoachProgramProps = { readonly onNotHere: () => void; readonly children?: ReactNode };

/** Which program is to be led through: at most two questions, and a click on the second answer begins. */
export function CoachProgram({ onNotHere, children }: CoachProgramProps) {
  const program = useWizard((state) => state.program);
  return (
    <Screen key="program" title={say('wizard.coach.which')} lead={say('wizard.coach.which-lead')}>
      {children}
      <ProgramChoice program={program} toFiles={<ToFiles />}>
        {(picks, part) => <Picks picks={picks} isAsked={part === 'usual'} />}
      </ProgramChoice>
      <div>
        <button type="button" className="button button-link" onClick={onNotHere}>
          {say('wizard.coach.not-here')}
        </button>
      </div>
    </Screen>
  );
}

function Picks({ picks, isAsked }: { readonly picks: readonly Pick[]; readonly isAsked: boolean }) {
  const answer = useWizard((state) => state.answer);
  const chooseProgram = useWizard((state) => state.chooseProgram);
  return (
    <section className="stack">
      {isAsked && <h2 className="field-label">{say('choice.question.program')}</h2>}
      <ul className="picks picks-small">
        {picks.map(({ id, name, looks }) => (
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
              {looks && <span className="quiet small">{looks}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ToFiles() {
  const program = useWizard((state) => chosenProgram(state.program));
  const about = useWizard(({ run }) => run.checkId ?? '');
  const goTo = useWizard((state) => state.goTo);
  const show = () => {
    // The device stays chosen there, whatever program stands beside it.
    keepChoice(sessionStorage, 'device', program, 'server');
    keepChoice(sessionStorage, 'files', about, true);
    goTo('settings');
  };
  return (
    <button type="button" className="button button-link" onClick={show}>
      {say('wizard.verdict.all-settings')}
    </button>
  );
}
