import { setMaxListeners } from 'node:events';
import type {
  CheckEvent,
  CheckInput,
  DiscoveryEntry,
  PlannedProbe,
  Server,
} from '../../shared/model/check.ts';
import { closedProvider } from '../../shared/model/claims.ts';
import type { Disturbance } from '../../shared/model/disturbance.ts';
import { type Endpoint, endpointKey } from '../../shared/model/endpoint.ts';
import type { Observation, Role } from '../../shared/model/observation.ts';
import { isUsable } from '../../shared/model/usable.ts';
import { type ControlState, planControls, wantsMadeUpName } from '../../shared/plan/controls.ts';
import { decide } from '../../shared/plan/decide.ts';
import { planFollowUps } from '../../shared/plan/follow-ups.ts';
import { hereDoubts } from '../../shared/plan/here.ts';
import { isNeeded, type NeedState } from '../../shared/plan/needed.ts';
import {
  type PlanState,
  type Proposal,
  planProbes,
  proposalKey,
  type Tier,
  tierOf,
} from '../../shared/plan/plan.ts';
import type { BugTrap } from './bug-trap.ts';
import { preferences as newPreferences } from './connect/preferences.ts';
import { roundTrips } from './connect/round-trips.ts';
import { hostLookups } from './host-lookups.ts';
import type { IpAddress, Knowledge } from './knowledge.ts';
import { launcher } from './launcher.ts';
import { limits } from './limits.ts';
import { lookupObservation, madeUpName, submissionAt } from './lookups.ts';
import { names as namesOf } from './names.ts';
import { watchNetwork } from './network-watch.ts';
import { referencesFor } from './references.ts';
import { schedule } from './schedule.ts';
import { sourcesFor } from './sources.ts';
import type { System } from './system.ts';

export type InvestigationOptions = {
  readonly system: System;
  /** `clock.now()` at the start of the check. */
  readonly startedMs: number;
  /** Grows while the investigation goes on. */
  readonly known: Knowledge;
  readonly onEvent: (event: CheckEvent) => void;
  /** Whatever is thrown goes here and ends the investigation. */
  readonly trap: BugTrap;
};

/**
 * Gathers the evidence of one check: asks every discovery source, probes what they name, follows doubts up, and asks controls when
 * their answers can change the verdict. After every new fact the pure planners are asked what is worth doing now; it ends
 * when nothing is. Never rejects; ends at once, with what is known, when `signal` aborts or a bug of ours is caught.
 */
export async function investigate(
  input: CheckInput,
  options: InvestigationOptions,
  signal: AbortSignal,
): Promise<void> {
  const { system, startedMs, known, onEvent, trap } = options;
  const ended = new AbortController();
  const lifetime = AbortSignal.any([signal, ended.signal, trap.signal]);
  // Everything under way listens to these, and that is many: not the leak that Node warns of.
  setMaxListeners(0, signal, lifetime, trap.signal);
  const references = referencesFor(input);
  const trips = roundTrips();
  const preferences = newPreferences();
  const { planned, ...records } = plannedProbes(known);
  /** What is under way belongs to one epoch, which ends when the network is lost or anything else happened to this computer. */
  let epoch = newEpoch();
  let sources = sourcesFor(input, system, epoch.signal);
  let isGraceOver = false;
  let openTier: Tier = 1;
  let probeNumber = 0;
  let observationNumber = 0;
  let isDnsSlow = false;
  let events = 0;
  let isOver = false;
  let isNetworkLost = false;
  let hasLooked = false;
  let isLooking = false;
  let lastPlan: PlanState | null = null;
  let lastProposals: readonly Proposal[] = [];
  let toldUsable: Server | null = null;
  let lookedInto = '';

  function newEpoch(): { readonly signal: AbortSignal; readonly end: () => void } {
    const controller = new AbortController();
    const own = AbortSignal.any([lifetime, controller.signal]);
    setMaxListeners(0, own);
    return { signal: own, end: () => controller.abort() };
  }

  await new Promise<void>((resolve) => {
    const finished = new AbortController();
    const news = trap.guard(advance);
    const queue = schedule(news, lifetime, trap.take);
    const hosts = hostLookups({
      names: () => sources.names,
      askAnew: () => namesOf(system, input, lifetime),
      known,
      trap,
      line: trips,
      isOver: () => isOver,
      onNews: news,
    });
    const launch = launcher({
      input,
      system,
      known,
      queue,
      roundTrips: trips,
      preferences,
      nextObservationId,
      elapsedMs,
      startedMs,
      isCutOff: (family) => watch.look().then(() => watch.isCutOff(family)),
      lifetime: () => epoch.signal,
      onEvent: happened,
      onObserved: observed,
      onEnded: records.ended,
      onNews: news,
    });
    const hooks = { onLost: trap.guard(networkLost), onDisturbed: trap.guard(disturbed) };
    const watch = watchNetwork(system, startedMs, { ...hooks, onBug: trap.take }, lifetime);
    signal.addEventListener('abort', news);
    trap.signal.addEventListener('abort', trap.guard(end));
    // Once: Node keeps a combined signal that has a listener, for ever.
    lifetime.addEventListener('abort', () => trap.watch(dropWhatIsOverdue()), { once: true });
    trap.watch(noticeStandstill());
    after(limits.dnsSuspicionMs, lifetime, () => {
      isDnsSlow = true;
    });
    askSources();
    news();

    /** In the course of the check, or of an epoch of it. */
    function after(ms: number, during: AbortSignal, change: () => void): void {
      const changed = trap.guard(() => {
        if (during.aborted) return;
        change();
        advance();
      });
      trap.watch(system.clock.sleep(ms, during).then(changed));
    }

    function happened(event: CheckEvent): void {
      events += 1;
      onEvent(event);
    }

    function finish(): void {
      finished.abort();
      resolve();
    }

    /** What is under way ends with `lifetime`, all but at once. What does not is lost, and nobody waits for it. */
    async function dropWhatIsOverdue(): Promise<void> {
      await system.clock.sleep(limits.overdueMs, finished.signal);
      if (finished.signal.aborted) return;
      trap.take(new Error('something under way did not end with its check'));
      finish();
    }

    /** Of a check in which nothing happens any more, something was lost. */
    async function noticeStandstill(): Promise<void> {
      for (let seen = -1; !lifetime.aborted; ) {
        if (events === seen) throw new Error('nothing happens any more, and the check goes on');
        seen = events;
        await system.clock.sleep(input.timeoutMs + limits.stuckMs, lifetime);
      }
    }

    function askSources(): void {
      isGraceOver = false;
      openTier = 1;
      trap.watch(sources.ask(trap.guard(found), news)); // `nearbyLeft` and `webLeft` tell when it is done
      if (input.domain !== undefined && input.server === undefined) hosts.lookUp(input.domain, () => {});
      after(limits.higherTierGraceMs, epoch.signal, () => {
        isGraceOver = true;
      });
    }

    /** Whatever is under way fails now, and proves nothing. It is begun anew when the network is back, or after `limits.watch.lostMs`. */
    function networkLost(): void {
      if (known.disturbances.length >= limits.watch.mostDisturbances) return;
      isNetworkLost = true;
      endEpoch();
      after(limits.watch.lostMs, epoch.signal, () => {
        if (isNetworkLost) beginAnew(true);
      });
    }

    function disturbed(disturbance: Disturbance): void {
      if (isOver || signal.aborted) return;
      events += 1;
      known.addDisturbance(disturbance);
      if (known.disturbances.length > limits.watch.mostDisturbances) return;
      const isNetwork = disturbance.kind === 'lost' || disturbance.kind === 'other-network';
      if (disturbance.kind === 'other-network') toldUsable = null;
      beginAnew(isNetwork || isAsking());
    }

    function isAsking(): boolean {
      return sources.nearbyLeft() + sources.webLeft() + hosts.underWay() > 0;
    }

    /** The planners propose again what has not been answered, or not in this network. */
    function beginAnew(isAskedAnew: boolean): void {
      endEpoch();
      isNetworkLost = false;
      records.forgetUnanswered();
      lastPlan = null;
      trips.forget();
      preferences.forget();
      if (isAskedAnew) {
        known.forgetAnswers();
        sources = sourcesFor(input, system, epoch.signal);
        askSources();
      }
      advance();
    }

    function endEpoch(): void {
      const before = epoch;
      epoch = newEpoch();
      queue.drop();
      before.end();
    }

    function found(entry: DiscoveryEntry): void {
      if (isOver) return;
      known.addEntry(entry);
      happened({ type: 'discovered', entry });
      for (const server of entry.servers) {
        if (server.withheld) continue;
        hosts.lookUp(server.host, (addresses) => {
          // A usual name that does not exist is no news; a published or typed one is.
          if (addresses.length === 0 && entry.source !== 'guess') noteUnresolvable(server);
        });
      }
      advance();
    }

    function advance(): void {
      if (isOver) {
        if (queue.isEmpty()) finish();
        return;
      }
      if (signal.aborted) {
        if (queue.isEmpty()) end();
        return;
      }
      if (input.current === undefined && closedProvider(known.entries)) {
        end();
        return;
      }
      if (isNetworkLost) return;
      tellUsable();
      raiseTier();
      hosts.lookAgain();
      const controls = controlState();
      const own = ownProbes();
      const needs = needState(own.filter((proposal) => !planned.has(proposalKey(proposal))));
      const proposals = [
        ...planControls(controls),
        ...own.filter((proposal) => isNeeded(proposal, needs)),
        ...planFollowUps(known.standing(), {
          aliasesOf: known.aliasesOf,
          familiesOf: known.familiesOf,
          familiesFoundLater: known.familiesFoundLater,
          current: input.current,
          line: { isLossy: trips.hasLost(), hasGaps: trips.hasGaps() },
        }),
      ];
      // In this order, because a free place is taken at once.
      for (const proposal of proposals.toSorted((a, b) => a.priority - b.priority)) take(proposal);
      if (wantsMadeUpName(controls)) askMadeUpName();
      if (!queue.isIdle() || hosts.underWay() > 0) return;
      goOn();
    }

    /** Nothing is under way and nothing proposed. */
    function goOn(): void {
      const step = decide({
        isUsable: known.usable() !== null,
        nearbyLeft: sources.nearbyLeft(),
        webLeft: sources.webLeft(),
        isGraceOver,
        openTier,
        isNothingFound: isNothingFound(),
        hasLooked,
        isLooking,
      });
      switch (step) {
        case 'hurry-sources':
          sources.hurry();
          break;
        case 'wait':
          break; // what is waited for comes back here
        case 'open-tier':
          openTier = openTier === 1 ? 2 : 3;
          advance();
          break;
        case 'note-nothing-found':
          noteUnresolvable({ ...submissionAt(input.domain ?? ''), role: 'outgoing' });
          advance();
          break;
        case 'look-at-network':
          hasLooked = true;
          isLooking = true;
          trap.watch(
            lookHere().then(() => {
              isLooking = false;
              news();
            }),
          );
          break;
        case 'end':
          end();
          break;
      }
    }

    /** At the network, and at whatever else of this computer's own may be at fault; at the same doubts only once. */
    async function lookHere(): Promise<void> {
      const { signal: during } = epoch;
      await watch.look();
      const doubts = hereDoubts({ input, observations: known.standing(), isUsable: known.usable() !== null });
      const text = JSON.stringify(doubts);
      if (during.aborted || text === lookedInto) return;
      const facts = await system.lookHere(doubts, during);
      if (during.aborted) return;
      lookedInto = text;
      known.setHere(facts);
    }

    /** Whoever still waits for a goodbye hangs up now: the last word is sent, and its answer changes nothing. */
    function end(): void {
      isOver = true;
      signal.removeEventListener('abort', news);
      ended.abort();
      if (queue.isEmpty()) finish();
    }

    /** Lower tiers are opened when the tiers above have nothing to probe; see `Tier`. */
    function raiseTier(): void {
      const hasHost = (tier: Tier): boolean =>
        known
          .candidates()
          .some((c) => tierOf(c, input) <= tier && (known.addressesOf(c.host)?.length ?? 1) > 0);
      if (openTier === 1 && (isGraceOver || sources.nearbyLeft() + sources.webLeft() === 0) && !hasHost(1))
        openTier = 2;
      if (openTier === 2 && sources.nearbyLeft() === 0 && hosts.underWay() === 0 && !hasHost(2)) openTier = 3;
    }

    function tellUsable(): void {
      const server = known.usable();
      if (!server || (toldUsable && endpointKey(server) === endpointKey(toldUsable))) return;
      toldUsable = server;
      happened({ type: 'usable', server, atMs: elapsedMs() });
    }

    /** What is still to be begun is as promising as what is under way. */
    function needState(coming: readonly Proposal[]): NeedState {
      return {
        input,
        candidates: known.candidates(),
        observations: known.standing(),
        isUsable: (o) => isUsable(o, known.entries),
        promising: [...known.promising(), ...coming],
      };
    }

    /** Without news of candidates, addresses or tiers the plan is the last one. */
    function ownProbes(): readonly Proposal[] {
      const state: PlanState = {
        input,
        candidates: known.candidates(),
        addresses: known.addressBook(),
        openTier,
        notOffered: known.notOffered(),
      };
      const isOld =
        state.candidates === lastPlan?.candidates &&
        state.addresses === lastPlan.addresses &&
        openTier === lastPlan.openTier;
      if (isOld) return lastProposals;
      lastPlan = state;
      lastProposals = planProbes(state);
      return lastProposals;
    }

    function controlState(): ControlState {
      return {
        input,
        references,
        observations: known.standing(),
        silent: known
          .silences()
          .filter(({ probe }) => probe.role === 'outgoing')
          .map(({ probe, family }) => ({ ...probe, family })),
        onlyFamilyOf: known.onlyFamilyOf,
        unheardSinceMs: known.unheardSinceMs(),
        isEveryGuessFound: known.isEveryGuessFound(),
        isLookupFailing: known.isLookupFailing() || (isDnsSlow && known.addressBook().size === 0),
      };
    }

    function take(proposal: Proposal): void {
      const key = proposalKey(proposal);
      if (planned.has(key)) return;
      probeNumber += 1;
      planned.set(key, `p${probeNumber}`);
      const { asking, sameComputerAs, family, ...rest } = proposal;
      const plannedProbe: PlannedProbe = { id: `p${probeNumber}`, ...rest };
      const start = (addresses: readonly IpAddress[]): void => {
        const computer = known.addressesOf(sameComputerAs ?? proposal.host) ?? [];
        const shared = new Set(computer.map(({ ipAddress }) => ipAddress));
        const usable = addresses.filter(
          (address) => shared.has(address.ipAddress) && (family === undefined || address.family === family),
        );
        if (usable.length > 0) launch(plannedProbe, { addresses: usable, computer, family, asking });
        else if (sameComputerAs === undefined && family === undefined) noteLookup(rest);
      };
      hosts.lookUp(proposal.host, start, proposal.role);
    }

    function observed(plannedProbe: PlannedProbe, observation: Observation): void {
      hasLooked = false;
      records.observed(plannedProbe.id, observation);
      known.addObservation(observation);
      happened({ type: 'observed', probeId: plannedProbe.id, observation });
    }

    function nextObservationId(): string {
      observationNumber += 1;
      return `o${observationNumber}`;
    }

    function elapsedMs(): number {
      return Math.round(system.clock.now() - startedMs);
    }

    /** The check was given a domain, and not one host of it has an address. */
    function isNothingFound(): boolean {
      const isOwn = (o: Observation): boolean => o.role === 'outgoing' || o.role === 'incoming';
      return input.domain !== undefined && !known.standing().some(isOwn);
    }

    function noteUnresolvable(endpoint: Endpoint & { role: Role }): void {
      const key = `unresolvable ${endpoint.host}`;
      if (planned.has(key)) return;
      planned.set(key, `p${probeNumber + 1}`);
      const { protocol, host, port, security, role } = endpoint;
      noteLookup({ protocol, host, port, security, role, priority: 0, reason: `${host} has no address` });
    }

    /** A resolver that answers for a name nobody ever registered lies; one honest answer clears it. */
    function askMadeUpName(): void {
      if (planned.has('made-up name')) return;
      planned.set('made-up name', `p${probeNumber + 1}`);
      noteLookup({
        protocol: 'tcp',
        host: madeUpName(system),
        port: 53,
        security: 'none',
        role: 'reference',
        priority: 0,
        reason: 'whether DNS makes answers up',
        control: 'made-up-name',
      });
    }

    /** Records a lookup as an observation of its own. */
    function noteLookup(proposal: Omit<PlannedProbe, 'id'>): void {
      probeNumber += 1;
      const plannedProbe = { id: `p${probeNumber}`, ...proposal };
      hosts.lookUp(plannedProbe.host, (_addresses, answer) => {
        happened({ type: 'planned', probes: [plannedProbe] });
        observed(plannedProbe, lookupObservation(plannedProbe, answer, nextObservationId(), elapsedMs()));
        records.ended(plannedProbe.id);
      });
    }
  });
}

/** Which proposals became which probes, and what became of those. */
function plannedProbes(known: Knowledge) {
  /** The id of the probe, by the key of its proposal. */
  const planned = new Map<string, string>();
  const seen = new Map<string, Observation[]>();
  const ended = new Set<string>();
  return {
    planned,
    observed(probeId: string, observation: Observation): void {
      seen.set(probeId, [...(seen.get(probeId) ?? []), observation]);
    },
    ended(probeId: string): void {
      ended.add(probeId);
    },
    /** Those that have no answer which still counts may be proposed again. */
    forgetUnanswered(): void {
      const left = new Set(known.standing());
      for (const [key, probeId] of planned) {
        const of = seen.get(probeId) ?? [];
        const isGood = of.some((o) => o.outcome === 'ok' && left.has(o));
        const isWhole = ended.has(probeId) && of.every((o) => left.has(o));
        if (!isGood && !isWhole) planned.delete(key);
      }
    },
  };
}
