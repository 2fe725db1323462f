import type { PlannedProbe, Server } from '../model/check.ts';
import { isAnswerOfDns } from '../model/claims.ts';
import type { Family } from '../model/family.ts';
import { summaryOf } from '../model/input-summary.ts';
import { remembered } from '../model/remembered.ts';
import { isUsualHoped, usableSoFar } from '../recommend/usable-so-far.ts';
import { familiesIn } from './families.ts';
import type { ProbeState, State } from './state.ts';

/** The best outgoing setting known to work so far. */
export function usable(state: State): Server | null {
  return isUsualHoped(promising(state)) ? best.whileHoping(state) : best.ofAll(state);
}

const best = { ofAll: usableOf(false), whileHoping: usableOf(true) };

function usableOf(isHoping: boolean): (state: State) => Server | null {
  return remembered(
    ({ standing: observations, entries: discovery, input }: State) =>
      usableSoFar({ observations, discovery, input: summaryOf(input) }, isHoping),
    ({ standing, entries, input }) => [input, standing, entries],
  );
}

/** Probes of the user's own servers that may still come to something: under way, and not suspiciously silent. */
export function promising({ probes }: State): readonly PlannedProbe[] {
  return [...probes.values()]
    .filter((one) => isUnderWay(one) && !one.isSilent)
    .map(({ probe }) => probe)
    .filter(({ role }) => role === 'outgoing' || role === 'incoming');
}

/**
 * The user's endpoints for sending that go unanswered for suspiciously long: not connected, with the family of those that are tried over
 * one only; or connected to a mute server, with its family and the stage.
 */
export function silentEndpoints({ probes }: State) {
  return [...probes.values()]
    .filter(({ isSilent, probe }) => isSilent && probe.role === 'outgoing')
    .map(({ probe, family, mute }) => ({
      ...probe,
      family: mute?.at.family ?? family,
      stage: mute?.stage ?? ('connect' as const),
    }));
}

/** Probes that are connected to a server that says nothing for suspiciously long, its address, and in which stage. */
export function muteEndpoints({ probes }: State) {
  return [...probes.values()].flatMap(({ probe, mute }) =>
    mute === null ? [] : [{ ...probe, at: mute.at.ipAddress, stage: mute.stage }],
  );
}

/** A dialogue with one of the user's servers, or with this one, is under way in which it has said something. */
export function isSpeaking({ probes }: State, host?: string): boolean {
  return [...probes.values()].some(
    ({ stands, hasSpoken, probe }) =>
      stands === 'running' &&
      hasSpoken &&
      (probe.role === 'outgoing' || probe.role === 'incoming') &&
      (host === undefined || probe.host === host),
  );
}

/** Since when the line may be dead; null while there is no doubt about it. */
export function unheardSinceMs({ probes }: State): number | null {
  const since = [...probes.values()].flatMap(({ unheardSinceMs: ms }) => (ms === null ? [] : [ms]));
  return since.length === 0 ? null : Math.max(...since);
}

/** A probe waits or speaks, or a name is being looked up: whatever comes of it may be worth more probes. */
export function isBusy({ probes, lookingUp }: State): boolean {
  return (
    lookingUp.size > 0 ||
    [...probes.values()].some(({ stands }) => stands === 'waiting' || stands === 'running')
  );
}

/** Probes that wait or speak; connected are those whose server took the connection and keeps them waiting. */
export function probesLeft({ probes }: State) {
  return [...probes.values()]
    .filter(({ stands }) => stands === 'waiting' || stands === 'running')
    .map(({ probe, mute }) => ({ ...probe, isConnected: mute !== null }));
}

/** Nothing is under way any more, not even a goodbye. */
export function isIdle({ probes }: State): boolean {
  return ![...probes.values()].some(isUnderWay);
}

function isUnderWay({ stands }: ProbeState): boolean {
  return stands === 'waiting' || stands === 'running' || stands === 'goodbye';
}

/** Sources that have not answered. */
export function sourcesLeft({ sources }: State): number {
  return sources === null ? 0 : sources.nearbyLeft + sources.webLeft;
}

/** The address families of a host's addresses. */
export function familiesOf({ lookups }: State, host: string): readonly Family[] {
  return familiesIn(lookups.get(host)?.addresses ?? []);
}

/** The address families of the servers that are tried for sending. */
export function familiesForSending(state: State): ReadonlySet<Family> {
  const tried = [...state.probes.values()].filter(({ probe }) => probe.role === 'outgoing');
  return new Set(tried.flatMap(({ probe }) => familiesOf(state, probe.host)));
}

/** The address family of a host that has addresses of one only. */
export function onlyFamilyOf(state: State, host: string): Family | undefined {
  const [family, other] = familiesOf(state, host);
  return other === undefined ? family : undefined;
}

/** Other names that share an address with this host. */
export function aliasesOf({ lookups }: State, host: string): readonly string[] {
  const own = new Set(lookups.get(host)?.addresses.map(({ ipAddress }) => ipAddress));
  return [...lookups]
    .filter(([name, { addresses }]) => name !== host && addresses.some(({ ipAddress }) => own.has(ipAddress)))
    .map(([name]) => name);
}

/** Some look-ups got no answer, and none an address. */
export function isLookupFailing({ lookups }: State): boolean {
  const all = [...lookups.values()];
  return (
    all.some(({ outcome }) => outcome === 'no-answer') && all.every(({ addresses }) => addresses.length === 0)
  );
}

/** DNS said something, be it that a name does not exist. An address by number is its own answer and takes no time. */
export function hasDnsAnswered({ entries, lookups }: State): boolean {
  return (
    entries.some(isAnswerOfDns) ||
    [...lookups.values()].some(
      ({ outcome, elapsedMs }) => elapsedMs > 0 && outcome !== 'no-answer' && outcome !== 'cancelled',
    )
  );
}

/** Every name that was guessed exists. */
export function isEveryGuessFound({ entries }: State): boolean {
  const guesses = entries.filter(({ source }) => source === 'guess');
  return guesses.length > 1 && guesses.every(({ outcome }) => outcome === 'found');
}
