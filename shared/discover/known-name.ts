import type { Provider } from '../model/check.ts';
import { type ClosedService, closedServices } from './closed-services.ts';
import { factsOf } from './known-provider.ts';
import { operators } from './operators.ts';
import { providers } from './providers.ts';

/**
 * What Postway knows of the provider that `said` names as Postway does, with the receiver that was seen, and of the two kinds of accounts that some
 * have (own addresses, hosted domains) of the one that is meant; undefined where nobody has that name.
 */
export function factsByName(said: Provider): Provider | undefined {
  const closed = closedServices.find(({ name }) => name === said.name);
  if (closed) return closedFacts(closed, said.closed?.receiver);
  const facts = [...providers, ...operators].filter(({ name }) => name === said.name).map(factsOf);
  return facts.find(({ wantsOwnAddress }) => wantsOwnAddress === said.wantsOwnAddress) ?? facts[0];
}

/** That a service lets no mail program send, and what helps instead; `receiver` is its host that receives the domain's mail. */
export function closedFacts({ name, instead, submission, help }: ClosedService, receiver?: string): Provider {
  return {
    name,
    closed: {
      instead,
      ...(submission === undefined ? {} : { submission }),
      ...(receiver === undefined ? {} : { receiver }),
    },
    help,
  };
}
