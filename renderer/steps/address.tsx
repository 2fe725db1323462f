import { type ChangeEvent, useRef } from 'react';
import { builtInReferences } from '../../shared/model/references.ts';
import { say } from '../../shared/text/index.ts';
import { Choices } from '../ui/choices.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TickBox } from '../ui/tick-box.tsx';
import { type Answers, meantAddress } from '../wizard/answers.ts';
import { useWizard } from '../wizard/context.ts';
import { Screen } from '../wizard/screen.tsx';
import { FindAccounts } from './find-accounts.tsx';
import { WhatItSays } from './what-it-says.tsx';
import { WhichProgram } from './which-program.tsx';

/** Step 1. What is happening, and to whose mail? */
export function AddressStep() {
  const answers = useWizard((state) => state.answers);
  const problems = useWizard((state) => state.problems);
  const answer = useWizard((state) => state.answer);
  return (
    <Screen
      title={say('wizard.address.title')}
      lead={say('wizard.address.lead')}
      forward={say('wizard.continue')}
      below={<Ways />}
    >
      <Choices
        id="trouble"
        label={say('wizard.address.trouble')}
        choices={(['cannot-send', 'cannot-either', 'just-checking'] as const).map((value) => ({
          value,
          label: say(`wizard.address.trouble.${value}`),
        }))}
        value={answers.trouble}
        onChange={(trouble) => answer({ trouble })}
      />
      <div className="stack">
        <TextField
          id="address"
          label={say('wizard.address.address')}
          hint={say('wizard.address.address-hint')}
          type="text"
          inputMode="email"
          autoComplete="email"
          value={answers.address}
          problem={problems.address}
          onChange={(address) => answer({ address })}
        />
        <WhatItSays />
        <Spelling />
        <FindAccounts />
        <WhichProgram />
        <Disclosure
          label={say('wizard.address.knows-server')}
          isOpen={answers.knowsServer}
          onToggle={(knowsServer) => answer({ knowsServer })}
        >
          <TextField
            id="server"
            label={say('wizard.address.server')}
            hint={say('wizard.address.server-hint')}
            value={answers.server}
            problem={problems.server}
            onChange={(server) => answer({ server })}
          />
        </Disclosure>
        <Privacy />
      </div>
    </Screen>
  );
}

/** Asks, before anybody hears the address, whether a well-known provider was meant. */
function Spelling() {
  const answers = useWizard((state) => state.answers);
  const isAsked = useWizard((state) => state.problems.address !== undefined);
  const answer = useWizard((state) => state.answer);
  const proceed = useWizard((state) => state.proceed);
  const meant = meantAddress(answers);
  if (!isAsked || meant === null) return null;
  const typed = answers.address.trim();
  const settle = (change: Partial<Answers>) => {
    answer(change);
    proceed();
  };
  return (
    <div className="row">
      <button type="button" className="button" onClick={() => settle({ address: meant })}>
        {say('wizard.address.misspelt.yes', { meant })}
      </button>
      <button type="button" className="button" onClick={() => settle({ sureAddress: typed })}>
        {say('wizard.address.misspelt.no', { typed })}
      </button>
    </div>
  );
}

/** What will be contacted, in plain words, and the choice to keep it small. */
function Privacy() {
  const isSmall = useWizard((state) => state.answers.onlyOwnProvider);
  const answer = useWizard((state) => state.answer);
  const others = [
    ...new Set(builtInReferences.filter(({ kind }) => kind === 'mail').map(({ operator }) => operator)),
  ];
  return (
    <Disclosure label={say('wizard.privacy.title')}>
      <div className="stack">
        <ul className="plain-list">
          <li>{say('wizard.privacy.own')}</li>
          <li>
            {isSmall
              ? say('wizard.privacy.nobody-else')
              : say('wizard.privacy.others', { others: others.join(', ') })}
          </li>
          <li>{say('wizard.privacy.never')}</li>
        </ul>
        <TickBox
          label={say('wizard.privacy.small')}
          hint={say('wizard.privacy.small-hint')}
          isTicked={isSmall}
          onChange={(onlyOwnProvider) => answer({ onlyOwnProvider })}
        />
      </div>
    </Disclosure>
  );
}

/** The other ways to begin. */
function Ways() {
  const goTo = useWizard((state) => state.goTo);
  const openReport = useWizard((state) => state.openReport);
  const openProblem = useWizard((state) => state.openProblem);
  const input = useRef<HTMLInputElement>(null);
  const read = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    currentTarget.value = ''; // the same file may be chosen again after it was mended
    if (file) await openReport(await file.text());
  };
  return (
    <aside className="ways" aria-label={say('wizard.ways')}>
      {openProblem && (
        <div role="alert">
          <Notice tone="bad">{openProblem}</Notice>
        </div>
      )}
      <div className="row">
        <span className="quiet">{say('wizard.ways')}</span>
        <button type="button" className="button button-small" onClick={() => goTo('practise')}>
          <Icon name="practice" size={16} />
          {say('wizard.ways.practise')}
        </button>
        <button type="button" className="button button-small" onClick={() => input.current?.click()}>
          {say('wizard.ways.open')}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={
            (event) => void read(event) /* reading a chosen file: a failure is the browser's to tell */
          }
        />
      </div>
    </aside>
  );
}
