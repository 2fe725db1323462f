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

/** Whoever may know the settings of a domain, and how many of them have not answered yet. */
export type Sources = {
  /** The lookups that are given up together with the sources. */
  readonly names: Names;
  /** Asks all of them, side by side, and waits for all. `onNews` is called when one has nothing more to say. */
  readonly ask: (found: (entry: DiscoveryEntry) => void, onNews: () => void) => Promise<void>;
  /** Those that need only DNS or nothing: they answer within a lookup. */
  readonly nearbyLeft: () => number;
  /** Those that fetch pages, from servers that may be slow. */
  readonly webLeft: () => number;
  /** Gives those that are still silent little more time (`limits.lateSourceMs`); nothing when it was said before. */
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
  const left = { nearby: nearbySources.length + guesses.length, web: webSources.length };
  let isHurried = false;
  return {
    names,
    ask: async (tell, onNews) => {
      const found = (entry: DiscoveryEntry): void => tell(withLoginFacts(entry));
      const leave = (kind: keyof typeof left): void => {
        left[kind] -= 1;
        onNews();
      };
      const ask = async (source: DiscoverySource, hear = found): Promise<void> => {
        const answers: DiscoveryEntry[] = [];
        await source({ input, names, pages }, (entry) => {
          answers.push(entry);
          hear(entry);
        });
        if (input.server === undefined) sendsToo(answers).forEach(hear);
      };
      // Nobody but DNS hears of a service that lets no mail program in, and nothing is knocked at there.
      const isOpen = within(closedService(input, names), limits.closedServiceMs, system.clock, ending).then(
        (closed) => !closed,
      );
      const guessing = async (source: DiscoverySource): Promise<void> => {
        const held: Promise<void>[] = []; // its lookups are under way meanwhile
        await ask(source, (entry) => {
          held.push(isOpen.then((isAsked) => (isAsked ? found(entry) : undefined)));
        });
        await Promise.all(held);
      };
      await Promise.all([
        ...nearbySources.map((source) => ask(source).then(() => leave('nearby'))),
        ...guesses.map((source) => guessing(source).then(() => leave('nearby'))),
        ...webSources.map(async (source) => {
          if (await isOpen) await ask(source);
          leave('web');
        }),
      ]);
    },
    nearbyLeft: () => left.nearby,
    webLeft: () => left.web,
    hurry: () => {
      if (isHurried) return;
      isHurried = true;
      void system.clock.sleep(limits.lateSourceMs, ending).then(() => late.abort());
    },
  };
}
