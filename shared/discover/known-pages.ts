import { connectivityCheck } from '../model/references.ts';
import { closedServices } from './closed-services.ts';

/** A page over plain http that everybody may read: a network with a sign-in page answers with that in its place. */
export const signInPage = `http://${connectivityCheck.host}/canonical.html`;

const known: ReadonlySet<string> = new Set([signInPage, ...closedServices.map(({ help }) => help)]);

/** Whether it is one of the few pages, all written down in our own lists, that the window may have the browser open. */
export function isKnownPage(url: string): boolean {
  return known.has(url);
}
