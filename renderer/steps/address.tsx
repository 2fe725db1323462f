import { say } from '../../shared/text/index.ts';
import { TextField } from '../ui/text-field.tsx';
import type { Answers } from '../wizard/answers.ts';
import { useWizard } from '../wizard/context.ts';
import { useReading } from '../wizard/reading-later.ts';
import { Screen } from '../wizard/screen.tsx';
import { FindButton, FoundAccounts, useFoundAccounts } from './find-accounts.tsx';
import { Privacy } from './privacy.tsx';
import { Ways } from './ways.tsx';
import { WhatWasTyped } from './what-it-says.tsx';

/** Step 1. Whose mail does not go out? */
export function AddressStep() {
  const address = useWizard((state) => state.answers.address);
  const problem = useWizard((state) => state.problems.address);
  const answer = useWizard((state) => state.answer);
  const accounts = useFoundAccounts();
  return (
    <Screen
      title={say('wizard.address.title')}
      lead={say('wizard.address.lead')}
      forward={say('wizard.address.start')}
      otherActions={<FindButton accounts={accounts} />}
      below={
        <>
          <Privacy />
          <Ways />
        </>
      }
    >
      <div className="stack first-question">
        <TextField
          id="address"
          label={say('wizard.address.address')}
          type="text"
          inputMode="email"
          autoComplete="email"
          placeholder={say('wizard.address.example')}
          isLarge
          value={address}
          problem={problem}
          onChange={(typed) => answer({ address: typed })}
        />
        <WhatWasTyped />
        <Spelling />
        <FoundAccounts accounts={accounts} />
      </div>
    </Screen>
  );
}

/** Asks, before anybody hears the address, whether a well-known provider was meant, or which of its endings. */
function Spelling() {
  const answers = useWizard((state) => state.answers);
  const isAsked = useWizard((state) => state.problems.address !== undefined);
  const answer = useWizard((state) => state.answer);
  const proceed = useWizard((state) => state.proceed);
  const reading = useReading();
  const meant = reading?.meantAddresses(answers) ?? [];
  if (!isAsked || (meant.length === 0 && !reading?.lacksEnding(answers))) return null;
  const typed = answers.address.trim();
  const settle = (change: Partial<Answers>) => {
    answer(change);
    proceed();
  };
  return (
    <div className="row">
      {meant.map((one) => (
        <button key={one} type="button" className="button" onClick={() => settle({ address: one })}>
          {say('wizard.address.misspelt.yes', { meant: one })}
        </button>
      ))}
      {reading?.canInsist(answers) && (
        <button type="button" className="button" onClick={() => settle({ sureAddress: typed })}>
          {say('wizard.address.misspelt.no', { typed })}
        </button>
      )}
    </div>
  );
}
