import type { DnsAnswer, System, WebReply } from '../system.ts';
import { once } from './once.ts';

/** So long what DNS or a page said serves the other checks of a run, in ms. Most records may be kept for longer. */
const freshMs = 300_000;
const mostNames = 5_000;
const mostPages = 200;
/** A longer page is fetched anew rather than kept. */
const longestKept = 32_768;

/**
 * The same world for many checks, which ask each question to DNS and each page once. What was not found is asked anew: that DNS says no is
 * believed when it says so twice. `forget` is for another network, which may answer otherwise.
 */
export function askedOnce(system: System): { readonly system: System; forget(): void } {
  const { clock } = system;
  const names = once<DnsAnswer>({
    freshMs: ({ outcome }) => (outcome === 'found' ? freshMs : 0),
    most: mostNames,
    clock,
  });
  const pages = once<WebReply>({
    freshMs: (reply) => (reply.ok && reply.body.length <= longestKept ? freshMs : 0),
    most: mostPages,
    clock,
  });
  const asked: System = {
    ...system,
    resolve: (question, signal) =>
      names.ask(keyOf(question), (ends) => system.resolve(question, ends), signal, {
        outcome: 'cancelled',
        code: 'ECANCELLED',
        elapsedMs: 0,
      }),
    fetch: (request, signal) =>
      pages.ask(keyOf(request), (ends) => system.fetch(request, ends), signal, {
        ok: false,
        kind: 'aborted',
        code: 'ECANCELED',
      }),
  };
  return {
    system: asked,
    forget() {
      names.forget();
      pages.forget();
    },
  };
}

function keyOf(asked: object): string {
  return JSON.stringify(Object.entries(asked).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
