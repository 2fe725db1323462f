import { type ChangeEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ResultOf } from '../../shared/contract/contract.ts';
import type { FoundAccount } from '../../shared/model/found-account.ts';
import { say } from '../../shared/text/index.ts';
import { Choices } from '../ui/choices.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { unbrokenName } from '../ui/unbroken.ts';
import { problemOf } from '../wizard/check-run.ts';
import { useWizard } from '../wizard/context.ts';
import { withLaterWords } from '../wizard/later.ts';
import { foundServerLine } from './format.ts';

/** Its words are those of the mail programs, which the first screen does without. */
const WhatWasRead = lazy(async () => ({
  default: (await withLaterWords(import('./what-was-read.tsx'))).WhatWasRead,
}));

type Found = ResultOf<'computer.find'>;

/** Where Outlook's accounts are in the registry of its computer. */
const outlookKey = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles';

export type FoundAccountsState = {
  readonly isOffered: boolean;
  readonly found: Found | null;
  readonly chosen: string | null;
  readonly words: string;
  look(): Promise<void>;
  choose(id: string): void;
  show(result: Found, none: string): void;
};

/** Reads what mail programs on this computer use, when the person asks for it, and fills in the one account, or which of them they choose. */
export function useFoundAccounts(): FoundAccountsState {
  const computer = useWizard((state) => state.computer);
  const isPractice = useWizard(({ app }) => app !== null && app.practice !== null);
  const answer = useWizard((state) => state.answer);
  const chooseProgram = useWizard((state) => state.chooseProgram);
  const [found, setFound] = useState<Found | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState('');
  useEffect(() => answer({ hasAccounts: false }), [answer]); // what was found is asked for anew

  const show = (result: Found, none: string) => {
    setFound(result);
    setChosen(null);
    setWords(result.accounts.length > 0 ? '' : none);
    const [only, ...others] = result.accounts;
    if (only && others.length === 0) take(only);
    answer({ hasAccounts: others.length > 0 });
  };
  const look = async () => {
    setWords(say('computer.find.looking'));
    try {
      show(await computer['computer.find']({}), say('computer.find.none'));
    } catch (error) {
      setWords(say('computer.find.failed', { reason: problemOf(error).message }));
    }
  };
  const take = ({ id, address, program, outgoing }: FoundAccount) => {
    setChosen(id);
    chooseProgram(program);
    answer({
      address,
      mailProgram: program,
      currentServer: outgoing?.host ?? '',
      currentPort: outgoing ? String(outgoing.port) : '',
      currentSecurity: outgoing?.security ?? 'unknown',
    });
    const values = { address, program: say(`computer.find.program.${program}`) };
    setWords(say(outgoing ? 'computer.find.chosen' : 'computer.find.chosen-address', values));
  };
  const choose = (id: string) => {
    const account = found?.accounts.find((one) => one.id === id);
    if (account) take(account);
  };

  // Practice leaves the real computer alone.
  return { isOffered: !isPractice, found, chosen, words, look, choose, show };
}

type AccountsProps = { readonly accounts: FoundAccountsState };

export function FindButton({ accounts: { isOffered, look } }: AccountsProps) {
  if (!isOffered) return null;
  return (
    <button
      type="button"
      className="button"
      title={say('computer.find.hint')}
      onClick={() => void look() /* ends in words, never rejects */}
    >
      {unbrokenName(say('computer.find.button'))}
    </button>
  );
}

/** The accounts that were found, to choose from, and all that was read. */
export function FoundAccounts({ accounts: { found, chosen, words, choose, show } }: AccountsProps) {
  useEffect(() => {
    // They stand above the button, so that the way down goes on to the main one.
    if (found !== null) document.getElementById('found-account')?.focus();
  }, [found]);
  return (
    <div className={found === null && words === '' ? 'for-screen-readers' : 'stack'}>
      {found !== null && found.accounts.length > 0 && (
        <Choices
          id="found-account"
          label={say('computer.find.found')}
          hint={say('computer.find.choose')}
          choices={found.accounts.map((account) => ({
            value: account.id,
            label: account.address,
            hint: accountLine(account),
          }))}
          value={chosen}
          onChange={choose}
        />
      )}
      <p role="status">
        {words}
        {words === '' && found !== null && (
          <span className="for-screen-readers">{say('computer.find.found')}</span>
        )}
      </p>
      {found !== null && (
        <Disclosure label={say('computer.find.what-was-read')}>
          <div className="stack">
            <Suspense>
              <WhatWasRead {...found} />
            </Suspense>
            <ReadExport
              onRead={(result) => show(result, say('computer.find.export-none', { key: outlookKey }))}
            />
          </div>
        </Disclosure>
      )}
    </div>
  );
}

function accountLine({ program, outgoing }: FoundAccount): string {
  const name = say(`computer.find.program.${program}`);
  return outgoing === null
    ? say('computer.find.account-no-server', { program: name })
    : say('computer.find.account', { program: name, server: foundServerLine(outgoing) });
}

/** For those whose Outlook is on another computer. */
function ReadExport({ onRead }: { readonly onRead: (found: Found) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const read = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    currentTarget.value = ''; // the same file may be chosen again after it was exported anew
    if (!file) return;
    // Few have such a file: its reader is not part of the first screen.
    const { maxExportBytes, outlookAccountsIn } = await import('../wizard/outlook-export.ts');
    const bytes = new Uint8Array(file.size > maxExportBytes ? [] : await file.arrayBuffer());
    onRead({ accounts: [...outlookAccountsIn(bytes, file.name)], unread: [], places: [file.name] });
  };
  return (
    <div>
      <button type="button" className="button button-small" onClick={() => input.current?.click()}>
        {say('computer.find.export')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".reg"
        hidden
        onChange={(event) => void read(event) /* reading a chosen file: a failure is the browser's to tell */}
      />
    </div>
  );
}
