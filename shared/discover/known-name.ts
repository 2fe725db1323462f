import type { Provider } from '../model/check.ts';
import { type ClosedService, closedServices } from './closed-services.ts';
import { factsOf } from './known-provider.ts';
import { operators } from './operators.ts';
import { providers } from './providers.ts';

/** What is known of a provider, by the name that Postway gives it, with the receiver that was seen; undefined where it gives none this name. */
export function factsByName(name: string, receiver?: string): Provider | undefined {
  const closed = closedServices.find((service) => service.name === name);
  if (closed) return closedFacts(closed, receiver);
  const known = [...providers, ...operators].find((one) => one.name === name);
  return known && factsOf(known);
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
