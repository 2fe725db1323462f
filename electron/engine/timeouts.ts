import { familyOf } from '../../shared/ledger/families.ts';
import { isSpeaking, muteEndpoints, usable } from '../../shared/ledger/known.ts';
import type { State } from '../../shared/ledger/state.ts';
import type { PlannedProbe } from '../../shared/model/check.ts';
import { isSameServer } from '../../shared/model/cut-in-tls.ts';
import { isSameEndpoint, isSubmissionPort } from '../../shared/model/endpoint.ts';
import { hasConnected, type Observation } from '../../shared/model/observation.ts';
import {
  isAddressMute,
  isAddressMuteSoFar,
  isAddressStuck,
  isEncryptionSeen,
  isEncryptionStuck,
  isGreetingMissing,
  isHelloExplained,
  isMutenessExplained,
  isNetworkMute,
  quickestGreetingMs,
} from '../../shared/plan/muteness.ts';
import { asksWhenStalled, isTlsFirst } from '../../shared/plan/retries.ts';
import type { RoundTrips } from './connect/round-trips.ts';
import { limits } from './limits.ts';

/** How long a server may be silent in one dialogue, in ms. Each may shrink while the dialogue goes on. */
export type Timeouts = {
  readonly greetingMs: () => number;
  readonly helloMs: () => number;
  readonly replyMs: () => number;
  readonly handshakeMs: () => number;
  /** After how much silence one wonders, long before it means anything; without it, nobody wants to know. */
  readonly suspicionMs?: () => number;
};

/** Ports on which strangers are asked too. */
const comparedPorts: readonly number[] = [25, 465, 587];

/** What a server that was never heard to greet may take for it, when it is asked again, in ms. */
const unheardGreetingMs = 4_000;

type Stall = (typeof limits.stall)[keyof typeof limits.stall];

type Circumstances = {
  readonly state: () => State;
  readonly roundTrips: RoundTrips;
  /** How often this endpoint is asked, this time included. */
  readonly asking: number;
  /** Where the server is. */
  readonly ipAddress: string;
};

/**
 * How long the server of this probe is waited for. On a line that loses packets a dialogue that could be made anew is not waited out:
 * TCP doubles its wait with every loss, so a new connection is there sooner than the missing packet.
 */
export function timeoutsFor(
  plannedProbe: PlannedProbe,
  { state, roundTrips, asking, ipAddress }: Circumstances,
): Timeouts {
  const isOwn = plannedProbe.role === 'outgoing' || plannedProbe.role === 'incoming';
  const atMost = (usualMs: number, { leastMs, roundTrips: count }: Stall, serversOwnMs = 0): number => {
    const mayGiveUp = isConfirming() || (asking < asksWhenStalled && roundTrips.hasLost());
    if (!isOwn || !mayGiveUp) return usualMs;
    return Math.min(usualMs, Math.max(leastMs, count * (roundTrips.of(ipAddress) ?? 0), 2 * serversOwnMs));
  };
  /** Waited out once on a line that loses nothing, the server only has to show that it was the line which fell silent. */
  const isConfirming = (): boolean =>
    asking > 1 &&
    !roundTrips.hasLost() &&
    !isNameInDoubt() &&
    state().standing.some(
      (o) => isSameEndpoint(o, plannedProbe) && hasConnected(o) && o.outcome === 'timeout',
    );
  /** Without its name it showed a certificate: silence once more by name has to be proven. */
  const isNameInDoubt = (): boolean =>
    state().standing.some(
      (o) =>
        o.control === 'nameless' &&
        o.tls !== undefined &&
        isSameServer(o, { ...plannedProbe, address: ipAddress }),
    );
  /** Where the silence is explained already, hearing the rest of it would change nothing. */
  const unlessExplained = (usualMs: number): number => {
    const isExplained = isMutenessExplained({ ...plannedProbe, address: ipAddress }, state().standing);
    return isExplained ? Math.min(usualMs, limits.explainedMs) : usualMs;
  };
  const family = familyOf(ipAddress);
  const soon = (usualMs: number): number => {
    const { leastMs, roundTrips: count, greetings } = limits.hopeless;
    const othersMs = greetings * quickestGreetingMs(family, state().standing);
    return Math.min(usualMs, Math.max(leastMs, count * (roundTrips.of(ipAddress) ?? 0), othersMs));
  };
  /** On ports of which strangers' silence is heard, this server's own has to be as long to be compared with it. */
  const isCompared = plannedProbe.role === 'reference' || comparedPorts.includes(plannedProbe.port);
  const unlessMute = (usualMs: number): number => {
    const { standing } = state();
    if (isOwn && !isSpeaking(state(), plannedProbe.host)) {
      if (isSubmissionPort(plannedProbe.port)) {
        if (isAddressMute(ipAddress, standing)) return Math.min(usualMs, limits.explainedMs);
      } else if (
        isAddressMute(ipAddress, standing) ||
        isAddressMuteSoFar(ipAddress, standing, muteEndpoints(state()))
      ) {
        return soon(usualMs);
      }
    }
    return !isCompared && isNetworkMute(family, standing) ? soon(usualMs) : usualMs;
  };
  const unlessStuck = (usualMs: number): number => {
    const { standing } = state();
    const isStuck = isEncryptionStuck(family, standing) || (isOwn && isAddressStuck(ipAddress, standing));
    // A port that expects TLS from the first byte answers it at once, and so does whoever was only held back for a name.
    const isAnsweredAtOnce = isGreetingMissing(plannedProbe, standing) || plannedProbe.control === 'nameless';
    return (isStuck && !isNameInDoubt()) || isAnsweredAtOnce ? soon(usualMs) : unlessMute(usualMs);
  };
  /** Where it was agreed in clear to begin, and others' begins at once, nothing is late but what is lost. */
  const agreedMs = (usualMs: number): number =>
    isOwn && plannedProbe.security === 'starttls' && isEncryptionSeen(family, state().standing)
      ? Math.min(usualMs, limits.explainedMs)
      : usualMs;
  /** Strangers answer at once; what they say is on its way for as long as the line makes it. */
  const besidesTheWay = (usualMs: number): number =>
    plannedProbe.role === 'reference'
      ? usualMs + limits.controlRoundTrips * (roundTrips.of(ipAddress) ?? 0)
      : usualMs;
  return {
    greetingMs: () => {
      const usualMs = besidesTheWay(greetingMs(plannedProbe, ipAddress, state()));
      const seenMs = slowestGreetingMs(plannedProbe.host, state().standing);
      const wantedMs =
        seenMs === null && !isConfirming()
          ? usualMs
          : atMost(usualMs, limits.stall.reply, seenMs ?? unheardGreetingMs);
      // Whatever explains the silence, a word that is due yet may come.
      const dueMs = Math.min(wantedMs, limits.lateGreetings * (seenMs ?? 0));
      return Math.max(dueMs, unlessMute(unlessExplained(wantedMs)));
    },
    helloMs: () => {
      const usualMs = unlessExplained(
        atMost(besidesTheWay(helloMs(plannedProbe, state())), limits.stall.reply),
      );
      const isExplained = isHelloExplained({ ...plannedProbe, address: ipAddress }, state().standing);
      return isExplained ? Math.min(usualMs, limits.explainedMs) : usualMs;
    },
    replyMs: () => unlessExplained(atMost(limits.replyMs, limits.stall.reply)),
    handshakeMs: () =>
      unlessStuck(
        unlessExplained(atMost(agreedMs(besidesTheWay(handshakeMs(plannedProbe))), limits.stall.handshake)),
      ),
    suspicionMs: () =>
      Math.max(limits.muteSuspicionMs, limits.muteRoundTrips * (roundTrips.of(ipAddress) ?? 0)),
  };
}

/**
 * How long the reply to EHLO is waited for, in ms: longest where sending depends on it, and shorter once another port works, unless this
 * host was seen to be slow. Strangers answer at once.
 */
function helloMs(plannedProbe: PlannedProbe, state: State): number {
  const { role, protocol, host, port } = plannedProbe;
  if (role === 'reference') return limits.controlSilenceMs;
  if (role !== 'outgoing' || protocol !== 'smtp') return limits.replyMs;
  if (!usable(state) || port === state.input.current?.port) return limits.helloMs;
  const seenMs = state.observations.filter((o) => o.host === host).map((o) => o.timings.ehlo ?? 0);
  return Math.min(limits.helloMs, Math.max(limits.replyMs, 2 * Math.max(...seenMs, 0)));
}

/** Strangers that are compared with agree on encryption at once. */
function handshakeMs({ role }: PlannedProbe): number {
  return role === 'reference' ? limits.controlSilenceMs : limits.handshakeMs;
}

/** How long this host's greetings took; null while none has come. Who pauses on one port usually does on all. */
function slowestGreetingMs(host: string, seen: readonly Observation[]): number | null {
  const greeted = seen.filter((o) => o.host === host && o.greeting !== undefined);
  return greeted.length === 0 ? null : Math.max(...greeted.map(({ timings }) => timings.greeting ?? 0));
}

/**
 * How long a greeting is waited for, in ms: 30 s, except where the answer is known, or nothing depends on it any more: on ports that
 * nobody needs while another works, and at strangers' servers, which greet at once.
 */
function greetingMs(plannedProbe: PlannedProbe, ipAddress: string, state: State): number {
  const { port } = plannedProbe;
  if (isTlsFirst(plannedProbe, state.standing)) return limits.crossedGreetingMs;
  const isAsked = port === state.input.serverPort || port === state.input.current?.port;
  const isAlternative = !isAsked && (port === 25 || port === 26 || port === 2525);
  if (plannedProbe.role === 'reference') return limits.controlSilenceMs;
  if (!isAlternative) return limits.greetingMs;
  if (usable(state)) return limits.alternativeGreetingMs;
  return isSubmissionMute(ipAddress, state) ? limits.explainedMs : limits.greetingMs;
}

/** Both ports for sending take connections at this address, and no first word comes. */
function isSubmissionMute(ipAddress: string, state: State): boolean {
  const mute = muteEndpoints(state).filter(
    ({ at, port, stage, security }) =>
      at === ipAddress && isSubmissionPort(port) && stage === (security === 'tls' ? 'tls' : 'greeting'),
  );
  return new Set(mute.map(({ port }) => port)).size > 1;
}
