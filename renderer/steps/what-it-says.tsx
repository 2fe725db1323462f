import { type ReactNode, useEffect, useState } from 'react';
import type { ResultOf } from '../../shared/contract/contract.ts';
import { say } from '../../shared/text/index.ts';
import { Notice } from '../ui/notice.tsx';
import { useWizard } from '../wizard/context.ts';
import { useReading } from '../wizard/reading-later.ts';

export type Explained = ResultOf<'explain.text'> & { readonly text: string };

/** A person stops typing before the text is explained. */
const pauseMs = 300;

/** What an error message means that was typed where the address belongs. */
export function WhatWasTyped() {
  const address = useWizard((state) => state.answers.address);
  const isError = useReading()?.looksLikeError(address) ?? false;
  return <Meaning text={isError ? address : ''} />;
}

/** The same of a message that was taken over, below the box it stands in. The check is told of it, so that it can say whether that was the cause. */
export function WhatItSays() {
  const errorText = useWizard((state) => state.answers.errorText);
  const answer = useWizard((state) => state.answer);
  return (
    <Meaning text={errorText}>
      <button
        type="button"
        className="button button-link"
        onClick={() => {
          answer({ errorText: '' });
          document.getElementById('address')?.focus(); // this button goes away
        }}
      >
        {say('wizard.error.forget')}
      </button>
    </Meaning>
  );
}

function Meaning({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  const explained = useExplained(text);
  if (explained === null) return null;
  const { code, meaning, causes, advice = [] } = explained;
  return (
    <div role="status">
      <Notice>
        {meaning === undefined ? (
          say('wizard.error.unknown')
        ) : (
          <>
            <p>
              <strong>{say('wizard.error.means', { text: code ?? text.slice(0, 60) })}</strong> {meaning}
            </p>
            {advice.length > 0 && <p>{say.together(advice)}</p>}
            <p>
              {say('wizard.error.causes', { causes: { anyOf: causes.slice(0, 3) } })}{' '}
              {say(explained.isSeen ? 'wizard.error.taken' : 'wizard.error.not-seen')}
            </p>
          </>
        )}
        {children}
      </Notice>
    </div>
  );
}

/** The meaning of a text, when the backend has told it; what came late for an older text is dropped. */
export function useExplained(text: string): Explained | null {
  const caller = useWizard((state) => state.computer);
  const [told, setTold] = useState<Explained | null>(null);
  useEffect(() => {
    const tell = () =>
      void caller['explain.text']({ text }).then(
        (explained) => setTold({ ...explained, text }),
        () => undefined, // without an explanation the field's own words have to do
      );
    const timer = text === '' ? undefined : setTimeout(tell, pauseMs);
    return () => clearTimeout(timer);
  }, [caller, text]);
  return told?.text === text ? told : null;
}
