import { sourcesLeft } from '../ledger/known.ts';
import type { State } from '../ledger/state.ts';
import { waitUntil } from './moments.ts';
import type { Move } from './moves.ts';
import type { Proposal } from './own-servers.ts';

/** Of the three connections to one computer so many are for receiving, as long as nobody knows where mail is sent. */
const receivingFirst = 2;

/** The server for sending is waited for as long again as the name of the one for receiving took, and this, in ms. */
const graceMs = 50;

/**
 * The proposals whose turn it is, and the moment that others wait for. Ports for receiving wait for the server for sending, whose name may come a moment
 * later and lead to the same computer: they would hold the connections that 587 and 465 need, for as long as a mute server is waited for.
 */
export function inTurn(
  proposals: readonly Proposal[],
  s: State,
): { readonly proposals: readonly Proposal[]; readonly waits: readonly Move[] } {
  const receiving = proposals.filter(({ role }) => role === 'incoming');
  if (receiving.length === 0 || !isSendingToCome(proposals, s)) return { proposals, waits: [] };
  const untilMs = awaitedUntilMs(s);
  const begun = [...s.probes.values()].filter(({ probe }) => probe.role === 'incoming').length;
  const held = receiving.slice(s.nowMs < untilMs ? 0 : Math.max(0, receivingFirst - begun));
  return { proposals: proposals.filter((one) => !held.includes(one)), waits: waitUntil(s, untilMs) };
}

/** No port for sending was tried, and a server for it may be found yet. */
function isSendingToCome(proposals: readonly Proposal[], s: State): boolean {
  const isTried = [...s.probes.values()].some(({ probe }) => probe.role === 'outgoing');
  const isProposed = proposals.some(({ role }) => role === 'outgoing');
  return !isTried && !isProposed && (sourcesLeft(s) > 0 || s.lookingUp.size > 0);
}

function awaitedUntilMs({ sources, candidates, lookups }: State): number {
  const askedMs = sources?.askedMs ?? 0;
  const foundMs = candidates.flatMap(({ role, host }) => {
    const found = lookups.get(host);
    return role === 'incoming' && found && found.addresses.length > 0 ? [found.atMs] : [];
  });
  return 2 * Math.min(...foundMs) - askedMs + graceMs;
}
