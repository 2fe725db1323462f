import { type ChangeEvent, lazy, Suspense, useRef, useState } from 'react';
import { say } from '../../shared/text/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWizard } from '../wizard/context.ts';
import { withLaterWords } from '../wizard/later.ts';
import { OpenProblem } from '../wizard/open-problem.tsx';
import { ErrorField } from './error-field.tsx';
import { WhatItSays } from './what-it-says.tsx';

/** What a mail program uses now, in its own words and windows, which the first screen does without. */
const CurrentSettings = lazy(async () => ({
  default: (await withLaterWords(import('./current.tsx'))).CurrentSettings,
}));

/** The other ways to begin: quiet, because most people need none of them. */
export function Ways() {
  const goTo = useWizard((state) => state.goTo);
  return (
    <section className="ways" aria-label={say('wizard.ways')}>
      <ErrorMessage />
      <OwnServer />
      <Current />
      <div className="row ways-row">
        <OpenReport />
        <button type="button" className="button button-link" onClick={() => goTo('earlier')}>
          {say('wizard.ways.earlier')}
        </button>
        <button type="button" className="button button-link" onClick={() => goTo('practice')}>
          {say('wizard.ways.practice')}
        </button>
      </div>
    </section>
  );
}

/** Opens by itself where a message was taken over, also from the address field: what it means stands below it. */
function ErrorMessage() {
  const hasText = useWizard(({ answers }) => answers.errorText !== '');
  const [isWanted, setWanted] = useState<boolean>();
  return (
    <Disclosure label={say('wizard.error.paste')} isOpen={isWanted ?? hasText} onToggle={setWanted}>
      <ErrorField />
      <WhatItSays />
    </Disclosure>
  );
}

function OwnServer() {
  const { knowsServer, server } = useWizard((state) => state.answers);
  const problem = useWizard((state) => state.problems.server);
  const answer = useWizard((state) => state.answer);
  return (
    <Disclosure
      label={say('wizard.address.knows-server')}
      isOpen={knowsServer}
      onToggle={(isOpen) => answer({ knowsServer: isOpen })}
    >
      <TextField
        id="server"
        label={say('wizard.address.server')}
        hint={say('wizard.address.server-hint')}
        value={server}
        problem={problem}
        onChange={(typed) => answer({ server: typed })}
      />
    </Disclosure>
  );
}

/** What the program uses now: most do not know it, and it says what to change. */
function Current() {
  const hasProblem = useWizard(({ problems }) =>
    ['current-server', 'current-port'].some((id) => id in problems),
  );
  const [isWanted, setWanted] = useState(false);
  return (
    <Disclosure label={say('wizard.ways.current')} isOpen={isWanted || hasProblem} onToggle={setWanted}>
      <Suspense>
        <CurrentSettings />
      </Suspense>
    </Disclosure>
  );
}

function OpenReport() {
  const openReport = useWizard((state) => state.openReport);
  const input = useRef<HTMLInputElement>(null);
  const read = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    currentTarget.value = ''; // the same file may be chosen again after it was mended
    if (file) await openReport(await file.text());
  };
  return (
    <>
      <OpenProblem />
      <button type="button" className="button button-link" onClick={() => input.current?.click()}>
        {say('wizard.ways.open')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".postway,.json"
        hidden
        onChange={(event) => void read(event) /* reading a chosen file: a failure is the browser's to tell */}
      />
    </>
  );
}
