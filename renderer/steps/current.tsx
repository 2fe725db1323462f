import { say } from '../../shared/text/index.ts';
import { Choices } from '../ui/choices.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWizard } from '../wizard/context.ts';
import { WhereToLook } from './where-to-look.tsx';
import { WhichProgram } from './which-program.tsx';

/** What the mail program uses now, with its own window drawn; all of it may be left empty. */
export function CurrentSettings() {
  const answers = useWizard((state) => state.answers);
  const problems = useWizard((state) => state.problems);
  const answer = useWizard((state) => state.answer);
  const mayBeOutlook = ['', 'outlook'].includes(answers.mailProgram);
  return (
    <div className="stack">
      <p className="quiet">{say('wizard.current.lead')}</p>
      <WhichProgram />
      <WhereToLook />
      <TextField
        id="current-server"
        label={say('wizard.current.server')}
        hint={say('wizard.current.server-hint')}
        value={answers.currentServer}
        problem={problems['current-server']}
        onChange={(currentServer) => answer({ currentServer })}
      />
      <TextField
        id="current-port"
        label={say('wizard.current.port')}
        hint={say('wizard.current.port-hint')}
        inputMode="numeric"
        isShort
        value={answers.currentPort}
        problem={problems['current-port']}
        onChange={(currentPort) => answer({ currentPort })}
      />
      <Choices
        id="current-security"
        label={say('wizard.current.security')}
        {...(mayBeOutlook && { hint: say('wizard.current.security-hint') })}
        layout="row"
        choices={(['none', 'starttls', 'tls', 'unknown'] as const).map((value) => ({
          value,
          label: say(`wizard.current.security.${value}`),
        }))}
        value={answers.currentSecurity}
        onChange={(currentSecurity) => answer({ currentSecurity })}
      />
    </div>
  );
}
