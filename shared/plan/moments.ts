import type { State } from '../ledger/state.ts';
import { hasConnected } from '../model/observation.ts';
import type { Move } from './moves.ts';
import { nobodyReachedMs } from './proven-early.ts';

/** Published settings get this much of a start over usual names, in ms. */
const graceMs = 150;
/** When no look-up at all has been answered after so many ms, addresses that need no DNS are asked besides. */
const dnsSuspicionMs = 1_000;

/** So long usual names that were found wait for the domain's MX, in ms, of which DNS was asked at the same time. */
const betterNameMs = 250;

/** Times at which a check goes on even if nothing became known meanwhile. */
export function waitForMoments(s: State): Move[] {
  return [
    ...waitUntil(s, (s.sources?.askedMs ?? 0) + graceMs),
    ...(isDnsSilent(s) ? waitUntil(s, dnsSuspicionMs) : []),
    ...(betterNames(s).length > 0 ? waitUntil(s, awaitedUntilMs(s)) : []),
    ...(isReachInDoubt(s) ? waitUntil(s, nobodyReachedMs.silent) : []),
    ...(isReachInDoubt(s) && isToldOfNoWay(s) ? waitUntil(s, nobodyReachedMs.told) : []),
  ];
}

/**
 * The domain's MX, while DNS is still asked for its addresses and a usual name has just been found: most often both are the same computer, which is
 * then to be known by the name that DNS gives it, whichever answer comes first.
 */
export function awaitedNames(s: State): readonly string[] {
  return s.nowMs < awaitedUntilMs(s) ? betterNames(s) : [];
}

function betterNames({ candidates, lookups, lookingUp }: State): string[] {
  const hosts = candidates.filter(({ source }) => source === 'mx').map(({ host }) => host);
  return [...new Set(hosts)].filter((host) => lookingUp.has(host) && !lookups.has(host));
}

/** From the first usual name on; 0 while none is found. */
function awaitedUntilMs({ candidates, lookups }: State): number {
  const guesses = new Set(candidates.flatMap(({ source, host }) => (source === 'guess' ? [host] : [])));
  const found = [...lookups].filter(([host, { addresses }]) => guesses.has(host) && addresses.length > 0);
  return found.length === 0 ? 0 : Math.min(...found.map(([, { atMs }]) => atMs)) + betterNameMs;
}

/** Goes on at that time, in ms since the start of the check; nothing where it has come or is waited for already. */
export function waitUntil({ nowMs, waitingUntilMs }: State, atMs: number): Move[] {
  return nowMs >= atMs || waitingUntilMs.includes(atMs) ? [] : [{ do: 'wait-until', atMs }];
}

/** The head start of published settings is over. */
export function isGraceOver({ sources, nowMs }: State): boolean {
  return sources !== null && nowMs >= sources.askedMs + graceMs;
}

/** No look-up was answered for suspiciously long. */
export function isDnsSuspicious(s: State): boolean {
  return s.nowMs >= dnsSuspicionMs && isDnsSilent(s);
}

/** No look-up has come back but those of addresses, which need no DNS. */
function isDnsSilent({ lookups }: State): boolean {
  return [...lookups.values()].every(({ elapsedMs }) => elapsedMs === 0);
}

/** Not even the connectivity check was answered, and nobody else was reached. */
function isReachInDoubt({ standing }: State): boolean {
  return (
    standing.some(({ role, stage }) => role === 'portal' && stage !== 'dns') && !standing.some(hasConnected)
  );
}

/** Somebody near by says that there is no way. */
function isToldOfNoWay({ standing }: State): boolean {
  return standing.some(({ role, outcome }) => role === 'outgoing' && outcome === 'unreachable');
}

/** Whoever is silent by then gets a last moment (`limits.lateSourceMs`). */
export function waitForWord(s: State, ms: number): readonly Move[] {
  const untilMs = (s.sources?.askedMs ?? 0) + ms;
  if (s.nowMs < untilMs) return waitUntil(s, untilMs);
  return s.sources?.isHurried ? [] : [{ do: 'hurry-sources' }];
}
