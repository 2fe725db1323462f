import { useEffect, useState } from 'react';
import { withLaterWords } from './later.ts';
import type * as Reading from './reading.ts';

/** What reads the answers, and the words for what is wrong with them: loaded after the first screen, which nobody leaves before having typed. */
export function reading(): Promise<typeof Reading> {
  return withLaterWords(import('./reading.ts'));
}

/** The same for a screen: null until it is loaded. */
export function useReading(): typeof Reading | null {
  const [loaded, setLoaded] = useState<typeof Reading | null>(null);
  useEffect(() => {
    reading().then(
      (module) => setLoaded(module),
      () => undefined, // whoever presses Continue is told
    );
  }, []);
  return loaded;
}
