import { useEffect, useState } from 'react';
import { say } from '../../shared/text/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useWizard } from './context.ts';

/** A restart of the engine, or a laptop that wakes, is over before this, in milliseconds. */
const patienceMs = 3000;
/** What a try at a server on this computer takes at most, in milliseconds. */
const answerMs = 1000;

/** While the backend cannot be reached, and that lasts: what to do. */
export function Lost() {
  const isInBrowser = useWizard(({ app }) => app?.isDesktop === false);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAsking(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isAsking && <WhatToDo isInBrowser={isInBrowser} onClose={() => setAsking(false)} />;
}

function WhatToDo({ isInBrowser, onClose }: { readonly isInBrowser: boolean; readonly onClose: () => void }) {
  const reconnect = useWizard((state) => state.reconnect);
  const [tries, setTries] = useState(0);
  const [isStill, setStill] = useState(false);
  useEffect(() => {
    if (tries === 0) return;
    const timer = setTimeout(() => setStill(true), answerMs);
    return () => clearTimeout(timer);
  }, [tries]);
  const tryAgain = () => {
    reconnect();
    setStill(false);
    setTries(tries + 1);
  };
  return (
    <Dialog
      title={say('wizard.lost.title')}
      confirm={say('wizard.lost.again')}
      cancel={say('wizard.lost.read')}
      onConfirm={tryAgain}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{say(isInBrowser ? 'wizard.lost.browser' : 'wizard.lost.app')}</p>
        <p>{say('wizard.lost.kept')}</p>
        <p role="status">{isStill && say('wizard.lost.still')}</p>
      </div>
    </Dialog>
  );
}
