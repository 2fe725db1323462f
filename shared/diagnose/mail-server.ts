import type { Observation } from '../model/observation.ts';
import type { Facts } from './facts.ts';

/** A name that is only guessed, and leads to where the web pages are, is not known to be a mail server at all. */
export function isMailServer(facts: Facts, host: string): boolean {
  if (facts.servers.isSure(host) || facts.servers.isReceiverOnly(host)) return true;
  const addressesOf = (name: string): Set<string | null> =>
    new Set(facts.all.filter((o: Observation) => o.host === name).map((o) => o.address));
  const web = addressesOf(facts.evidence.input.domain ?? '');
  return ![...addressesOf(host)].some((address) => address !== null && web.has(address));
}
