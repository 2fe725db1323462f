import { lazy, Suspense } from 'react';
import { say } from '../../shared/text/index.ts';
import { Choices } from '../ui/choices.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWizard } from '../wizard/context.ts';
import { withLaterWords } from '../wizard/later.ts';
import { Screen } from '../wizard/screen.tsx';

/** Drawn from Outlook's data, which the first screens do without. */
const WhereInOutlook = lazy(async () => ({
  default: (await withLaterWords(import('../program/where-in-outlook.tsx'))).WhereInOutlook,
}));

/** Step 2, may be left empty. What does the mail program use now? */
export function CurrentStep() {
  const answers = useWizard((state) => state.answers);
  const problems = useWizard((state) => state.problems);
  const answer = useWizard((state) => state.answer);
  return (
    <Screen
      title={say('wizard.current.title')}
      lead={say('wizard.current.lead')}
      forward={say('wizard.current.start')}
    >
      <Disclosure label={say('wizard.current.where')}>
        <Suspense>
          <WhereInOutlook />
        </Suspense>
      </Disclosure>
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
        hint={say('wizard.current.security-hint')}
        layout="row"
        choices={(['none', 'starttls', 'tls', 'unknown'] as const).map((value) => ({
          value,
          label: say(`wizard.current.security.${value}`),
        }))}
        value={answers.currentSecurity}
        onChange={(currentSecurity) => answer({ currentSecurity })}
      />
    </Screen>
  );
}
