import { setMaxListeners } from 'node:events';
import type { Disturbance } from '../../shared/model/disturbance.ts';
import { decide } from '../../shared/plan/decide.ts';
import type { Move } from '../../shared/plan/moves.ts';
import type { BugTrap } from './bug-trap.ts';
import { addressesIn } from './dns/addresses-in.ts';
import { isOfDns, lookUpHost } from './host-lookups.ts';
import { launcher } from './launcher.ts';
import type { Ledger, Told } from './ledger.ts';
import { noteLookUp } from './lookups.ts';
import { names } from './names.ts';
import type { NetworkWatch } from './network-watch.ts';
import { schedule } from './schedule.ts';
import { type Sources, sourcesFor } from './sources.ts';
import type { DnsAnswer, System } from './system.ts';
import { alone, type Together } from './together/together.ts';
import { type Epoch, newEpoch, noticeOverdue, noticeStandstill } from './watchdog.ts';

export type World = {
  readonly system: System;
  /** `clock.now()` at the start of the check. */
  readonly startedMs: number;
  /** Whatever is thrown goes here and ends the check. */
  readonly trap: BugTrap;
  readonly signal: AbortSignal;
  /** What it has in common with other checks. */
  readonly together?: Together;
};

/**
 * Makes one check: asks `decide` what is to be done, does it, and adds to the ledger what comes of it, until it is over. Never rejects; ends
 * at once, with what is known, when its signal aborts or a bug of ours is caught.
 */
export function run(ledger: Ledger, world: World): Promise<void> {
  return new Promise((resolve) => new Run(ledger, world, resolve).begin());
}

type Moves = { readonly [D in Move['do']]: (move: Extract<Move, { do: D }>) => void };

class Run {
  readonly #ledger: Ledger;
  readonly #world: World;
  readonly #resolve: () => void;
  readonly #ended = new AbortController();
  readonly #finished = new AbortController();
  readonly #lifetime: AbortSignal;
  readonly #together;
  readonly #queue;
  readonly #watch: NetworkWatch;
  readonly #launch;
  readonly #answers = new Map<string, DnsAnswer>();
  /** What is under way ends with it: when the network is gone, or anything else happened to this computer. */
  #epoch;
  #sources: Sources | null = null;
  #isDeciding = false;

  constructor(ledger: Ledger, world: World, resolve: () => void) {
    const { system, startedMs, trap, signal, together = alone() } = world;
    this.#ledger = ledger;
    this.#together = together;
    this.#world = world;
    this.#resolve = resolve;
    this.#lifetime = AbortSignal.any([signal, this.#ended.signal, trap.signal]);
    // Everything under way listens to these, and that is many: not the leak that Node warns of.
    setMaxListeners(0, signal, this.#lifetime, trap.signal);
    this.#epoch = newEpoch(this.#lifetime);
    this.#queue = schedule(this.#lifetime, trap.take, together.pool);
    const onLost = (): void => this.#tell({ type: 'network-gone' });
    const onDisturbed = (disturbance: Disturbance): void => this.#tell({ type: 'disturbed', disturbance });
    const hooks = { onLost, onDisturbed, onBug: trap.take };
    this.#watch = together.watchNetwork(system, startedMs, hooks, this.#lifetime);
    this.#launch = launcher({
      system,
      startedMs,
      state: ledger.state,
      tell: this.#tell,
      queue: this.#queue,
      together,
      nextObservationId: ledger.nextObservationId,
      isCutOff: (family) => this.#watch.look().then(() => this.#watch.isCutOff(family)),
      lifetime: () => this.#epoch.signal,
    });
    signal.addEventListener('abort', this.#interrupt, { signal: this.#ended.signal });
    trap.signal.addEventListener('abort', () => this.#end());
    // Once: Node keeps a combined signal that has a listener, for ever.
    this.#lifetime.addEventListener('abort', this.#dropWhatIsOverdue, { once: true });
    // Whoever waits for others of its run is not stuck while those get on.
    const happened = (): number => ledger.length() + together.pool.begun();
    trap.watch(noticeStandstill(happened, ledger.state().input.timeoutMs, system.clock, this.#lifetime));
  }

  begin(): void {
    const { trap, signal } = this.#world;
    if (trap.signal.aborted) this.#end();
    else if (signal.aborted) this.#interrupt();
    else this.#decide();
  }

  readonly #interrupt = (): void => this.#tell({ type: 'interrupted' });

  /** Adds what became known, and does what follows from it. Throws nothing, since those who call it are event handlers. */
  readonly #tell = (fact: Told): void => {
    this.#world.trap.guard(() => {
      this.#ledger.append(fact);
      if (fact.type !== 'stage-entered') this.#decide();
    })();
  };

  /** Tells for as long as that epoch lasts: what was asked in another network, or is heard after the end, says nothing. */
  #tellIn({ signal }: Epoch): (fact: Told) => void {
    return (fact) => {
      if (!signal.aborted) this.#tell(fact);
    };
  }

  #decide(): void {
    if (this.#isDeciding) return; // the loop below goes on until nothing is left to do
    this.#isDeciding = true;
    try {
      this.#noteLine();
      for (let moves = decide(this.#state); moves.length > 0; moves = decide(this.#state)) {
        for (const move of moves) (this.#moves[move.do] as (move: Move) => void)(move);
      }
    } finally {
      this.#isDeciding = false;
    }
    if (this.#state.isOver && this.#queue.isEmpty()) this.#finish();
  }

  get #state() {
    return this.#ledger.state();
  }

  readonly #moves: Moves = {
    'ask-sources': () => this.#askSources(),
    'hurry-sources': () => {
      this.#sources?.hurry();
      this.#ledger.append({ type: 'sources-hurried' });
    },
    'look-up': (move) => this.#lookUp(move),
    'note-look-up': (move) => noteLookUp(this.#ledger, move, this.#answers.get(move.probe.host)),
    probe: ({ key, proposal }) => {
      const { asking: _asking, sameComputerAs: _same, address: _only, family, ...rest } = proposal;
      const probe = { id: this.#ledger.nextProbeId(), ...rest };
      this.#ledger.append({ type: 'probe-planned', probe, key, ...(family && { family }) });
      this.#launch(probe, proposal);
    },
    'tell-usable': ({ server }) => this.#ledger.append({ type: 'usable', server }),
    'open-tier': ({ tier, role }) =>
      this.#ledger.append({ type: 'tier-opened', tier, ...(role && { role }) }),
    'wait-until': ({ atMs }) => this.#waitUntil(atMs),
    'look-at-network': () => {
      this.#ledger.append({ type: 'network-look-begun' });
      this.#world.trap.watch(this.#watch.look().then(() => this.#tell({ type: 'network-looked-at' })));
    },
    'look-here': ({ doubts, about }) => {
      const { system, trap } = this.#world;
      const tell = this.#tellIn(this.#epoch);
      this.#ledger.append({ type: 'here-look-begun', about });
      const looked = system.lookHere(doubts, this.#epoch.signal);
      trap.watch(looked.then((here) => tell({ type: 'here-looked-into', here: [...here] })));
    },
    stop: () => {
      this.#ledger.append({ type: 'stopped' });
      this.#endEpoch();
    },
    'begin-anew': ({ isAskedAnew }) => {
      this.#ledger.append({ type: 'begun-anew', isAskedAnew });
      this.#endEpoch();
      this.#together.forget();
    },
    end: () => this.#end(),
  };

  #askSources(): void {
    const { system, trap } = this.#world;
    const sources = sourcesFor(this.#state.input, system, this.#epoch.signal);
    this.#sources = sources;
    this.#ledger.append({ type: 'sources-asked', ...sources.count });
    const tell = this.#tellIn(this.#epoch);
    trap.watch(
      sources.ask(
        (entry) => tell({ type: 'source-answered', entry }),
        (kind) => tell({ type: 'source-ended', kind }),
      ),
    );
  }

  #lookUp({ host, both, again }: Extract<Move, { do: 'look-up' }>): void {
    const { system, trap } = this.#world;
    const { state } = this.#ledger;
    this.#ledger.append({ type: 'look-up-begun', host });
    const { signal } = this.#epoch;
    const tell = this.#tellIn(this.#epoch);
    const askAnew = () => names(system, state().input, signal);
    const ways = { names: this.#sources?.names ?? askAnew(), askAnew, state };
    const noted = lookUpHost(host, { both, again }, ways).then((answer) => {
      if (signal.aborted) return;
      if (isOfDns(answer)) this.#together.roundTrips.noteLookup(answer.elapsedMs);
      if (!again) this.#answers.set(host, answer);
      const { outcome, elapsedMs } = answer;
      const addresses = [...addressesIn(answer)];
      const unheard = answer.outcome === 'found' && answer.unheard;
      tell({ type: 'looked-up', host, again, outcome, addresses, elapsedMs, ...(unheard && { unheard }) });
    });
    trap.watch(noted);
  }

  #waitUntil(untilMs: number): void {
    const { system, startedMs, trap } = this.#world;
    this.#ledger.append({ type: 'waiting', untilMs });
    const passed = system.clock.sleep(startedMs + untilMs - system.clock.now(), this.#lifetime).then(() => {
      if (this.#lifetime.aborted) return;
      this.#tell({ type: 'time-passed', atMs: Math.max(untilMs, this.#ledger.elapsedMs()) });
    });
    trap.watch(passed);
  }

  /** The planners read the line's manners as facts. */
  #noteLine(): void {
    const { isLossy, hasGaps } = this.#state.line;
    const { roundTrips } = this.#together;
    if (!isLossy && roundTrips.hasLost()) this.#ledger.append({ type: 'packet-lost' });
    if (!hasGaps && roundTrips.hasGaps()) this.#ledger.append({ type: 'line-was-dead' });
  }

  #endEpoch(): void {
    const before = this.#epoch;
    this.#epoch = newEpoch(this.#lifetime);
    this.#queue.drop();
    before.end();
  }

  /** Those that still wait for a goodbye hang up now: the last word is sent, and its answer changes nothing. */
  #end(): void {
    if (!this.#state.isOver) this.#ledger.append({ type: 'over' });
    this.#ended.abort();
    if (this.#queue.isEmpty()) this.#finish();
  }

  readonly #dropWhatIsOverdue = (): void => {
    const { system, trap } = this.#world;
    void noticeOverdue(system.clock, this.#finished.signal).catch(trap.take).then(this.#finish);
  };

  readonly #finish = (): void => {
    this.#finished.abort();
    this.#resolve();
  };
}
