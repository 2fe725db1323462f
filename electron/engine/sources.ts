import { setMaxListeners } from 'node:events';
import { sendsToo } from '../../shared/discover/sends-too.ts';
import { withLoginFacts } from '../../shared/discover/server-hosts.ts';
import type { CheckInput, DiscoveryEntry } from '../../shared/model/check.ts';
import { closedService } from './discover/closed-service.ts';
import { guesses, lists, nearbySources, ownPlaces } from './discover/index.ts';
import { meantBy } from './discover/meant.ts';
import type { DiscoverySource } from './discover/source.ts';
import { limits } from './limits.ts';
import { type Names, names as namesOf } from './names.ts';
import type { System } from './system.ts';
import { pages as pagesOf } from './web/pages.ts';
import { within } from './within.ts';

/** Those that may know the settings of a domain. */
export type Sources = {
  /** The lookups that are given up together with the sources. */
  readonly names: Names;
  /**
   * How many there are that need only DNS or nothing, and answer within a look-up; and that fetch pages, from servers that may be slow.
   */
  readonly count: { readonly nearby: number; readonly web: number };
  /** Asks all of them, side by side, and waits for all. `onEnded` is called when one of that kind has nothing more to say. */
  readonly ask: (
    found: (entry: DiscoveryEntry) => void,
    onEnded: (kind: 'nearby' | 'web') => void,
  ) => Promise<void>;
  /** Gives those that are still silent little more time (`limits.lateSourceMs`). */
  readonly hurry: () => void;
};

/** The sources of one check; all are given up when `signal` aborts, which ends every one of them. */
export function sourcesFor(input: CheckInput, system: System, signal: AbortSignal): Sources {
  const late = new AbortController();
  const ending = AbortSignal.any([signal, late.signal]);
  setMaxListeners(0, ending); // every lookup and page listens, and that is many: not the leak that Node warns of
  const names = namesOf(system, input, ending);
  const pages = pagesOf(system, names, ending);
  // A stranger who owns a misspelt domain does not hear whose mail it is.
  const webSources = meantBy(input) === undefined ? [...lists, ...ownPlaces] : lists;
  return {
    names,
    count: { nearby: nearbySources.length + guesses.length, web: webSources.length },
    ask: async (tell, onEnded) => {
      const found = (entry: DiscoveryEntry): void => tell(withLoginFacts(entry));
      const ask = async (source: DiscoverySource, hear = found): Promise<void> => {
        const answers: DiscoveryEntry[] = [];
        await source({ input, names, pages }, (entry) => {
          answers.push(entry);
          hear(entry);
        });
        if (input.server === undefined) sendsToo(answers).forEach(hear);
      };
      // Nobody but DNS hears of a service that lets no mail program in, and nothing is knocked at there. A domain of somebody's own, whose
      // mail such a service receives, is asked itself.
      const closing = within(closedService(input, names), limits.closedServiceMs, system.clock, ending);
      const isOpen = closing.then((closed) => !closed);
      const guessing = async (source: DiscoverySource): Promise<void> => {
        const held: Promise<void>[] = []; // its lookups are under way meanwhile
        await ask(source, (entry) => {
          held.push(isOpen.then((isAsked) => (isAsked ? found(entry) : undefined)));
        });
        await Promise.all(held);
      };
      await Promise.all([
        ...nearbySources.map((source) => ask(source).then(() => onEnded('nearby'))),
        ...guesses.map((source) => guessing(source).then(() => onEnded('nearby'))),
        ...webSources.map(async (source) => {
          const closed = await closing;
          if (!closed || (closed.receiver !== undefined && ownPlaces.includes(source))) await ask(source);
          onEnded('web');
        }),
      ]);
    },
    hurry: () => {
      void system.clock.sleep(limits.lateSourceMs, ending).then(() => late.abort());
    },
  };
}
