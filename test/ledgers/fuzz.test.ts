import { expect, test } from 'vitest';
import type { Fact } from '../../shared/ledger/facts.ts';
import { type State, step } from '../../shared/ledger/state.ts';
import { decide } from '../../shared/plan/decide.ts';
import type { Move } from '../../shared/plan/moves.ts';
import { aFailedConnect, anObservation } from '../support/builders.ts';
import { fc } from '../support/invented-inputs.ts';
import { type Recorded, recordedChecks, start } from './ledger-file.ts';

const recorded = recordedChecks();

/** What only the world can make known. */
const ofTheWorld: readonly Fact['type'][] = [
  'source-answered',
  'looked-up',
  'observed',
  'endpoint-silent',
  'nobody-heard',
  'packet-lost',
  'line-was-dead',
  'network-gone',
  'disturbed',
  'time-passed',
];

/** More moves than any check makes. */
const mostMoves = 3_000;

/** A world in which everything that is asked comes to an end, one way or the other. */
class World {
  state: State;
  readonly #chance: () => number;
  readonly #made = new Set<string>();
  moves = 0;

  constructor(from: Recorded, chance: () => number) {
    this.state = start(from);
    this.#chance = chance;
  }

  tell(fact: Fact): void {
    this.state = step(this.state, fact);
    for (let moves = decide(this.state); moves.length > 0; moves = decide(this.state)) {
      for (const move of moves) {
        this.moves += 1;
        if (this.moves > mostMoves) throw new Error(`no end: ${JSON.stringify(move)}`);
        this.#once(move);
        for (const done of this.#begun(move)) this.state = step(this.state, done);
      }
    }
  }

  /** What is under way comes to its end, until nothing is. */
  finish(): void {
    for (let rounds = 0; !this.state.isOver; rounds += 1) {
      const [fact] = this.#ends();
      if (!fact) throw new Error('nothing is under way, and it goes on');
      this.tell(fact);
      if (rounds > mostMoves) throw new Error('it goes on for ever');
    }
  }

  /** Throws where a move was made before, and nothing happened to this computer since. */
  #once(move: Move): void {
    if (move.do === 'begin-anew') this.#made.clear();
    const subject = subjectOf(move, this.state);
    if (subject === null) return;
    const made = `${move.do} ${subject}`;
    if (this.#made.has(made)) throw new Error(`twice: ${made}`);
    this.#made.add(made);
  }

  #begun(move: Move): Fact[] {
    const { nowMs: atMs, probes } = this.state;
    switch (move.do) {
      case 'ask-sources':
        return [{ type: 'sources-asked', nearby: 3, web: 2, atMs }];
      case 'hurry-sources':
        return [{ type: 'sources-hurried', atMs }];
      case 'look-up':
        return [{ type: 'look-up-begun', host: move.host, atMs }];
      case 'tell-usable':
        return [{ type: 'usable', server: move.server, atMs }];
      case 'open-tier':
        return [{ type: 'tier-opened', tier: move.tier, ...(move.role && { role: move.role }), atMs }];
      case 'wait-until':
        return [{ type: 'waiting', untilMs: move.atMs, atMs }];
      case 'look-at-network':
        return [{ type: 'network-look-begun', atMs }];
      case 'look-here':
        return [{ type: 'here-look-begun', about: move.about, atMs }];
      case 'stop':
        return [{ type: 'stopped', atMs }];
      case 'begin-anew':
        return [{ type: 'begun-anew', isAskedAnew: move.isAskedAnew, atMs }];
      case 'end':
        return [{ type: 'over', atMs }];
      case 'probe': {
        const { asking: _asking, sameComputerAs: _same, family, ...rest } = move.proposal;
        const probe = { id: `p${probes.size + 1}`, ...rest };
        return [{ type: 'probe-planned', probe, key: move.key, ...(family && { family }), atMs }];
      }
      case 'note-look-up': {
        const probeId = `p${probes.size + 1}`;
        const { role, protocol, host, port, security } = move.probe;
        const observation = aFailedConnect({ role, protocol, host, port, security, outcome: 'dns-error' });
        const planned = {
          type: 'probe-planned',
          probe: { id: probeId, ...move.probe },
          key: move.key,
        } as const;
        return [
          { ...planned, atMs },
          { type: 'observed', probeId, observation, atMs },
          { type: 'probe-ended', probeId, atMs },
        ];
      }
    }
  }

  /** What may happen next of all that is under way. */
  #ends(): Fact[] {
    const { sources, lookingUp, probes, waitingUntilMs, networkLook, hereLook, nowMs } = this.state;
    const atMs = nowMs + 1;
    const [host] = lookingUp;
    const probe = [...probes.values()].find(({ stands }) => stands === 'waiting' || stands === 'running');
    const goodbye = [...probes.values()].find(({ stands }) => stands === 'goodbye');
    const facts: (Fact | false | undefined)[] = [
      probe && this.#observed(probe, atMs),
      goodbye && { type: 'probe-ended', probeId: goodbye.probe.id, atMs },
      host !== undefined && this.#lookedUp(host, atMs),
      sources !== null && sources.nearbyLeft > 0 && { type: 'source-ended', kind: 'nearby', atMs },
      sources !== null && sources.webLeft > 0 && { type: 'source-ended', kind: 'web', atMs },
      networkLook === 'under way' && { type: 'network-looked-at', atMs },
      hereLook?.isUnderWay && { type: 'here-looked-into', here: [], atMs },
      waitingUntilMs.length > 0 && { type: 'time-passed', atMs: Math.max(...waitingUntilMs, atMs) },
    ];
    const possible = facts.filter((fact): fact is Fact => Boolean(fact));
    return possible.slice(Math.floor(this.#chance() * possible.length));
  }

  /** An end of a probe; before it, one time in two, something is seen of it. */
  #observed(
    { probe, observations }: State['probes'] extends ReadonlyMap<string, infer P> ? P : never,
    atMs: number,
  ): Fact {
    const { id: probeId, role, protocol, host, port, security } = probe;
    const which = { role, protocol, host, port, security, startedMs: atMs };
    const isDone = observations.length > 1 || this.#chance() < 0.5;
    if (isDone) return { type: this.#chance() < 0.5 ? 'probe-ended' : 'goodbye-sent', probeId, atMs };
    const isGood = this.#chance() < 0.4;
    const family = this.#chance() < 0.5 ? 4 : 6;
    const observation = isGood ? anObservation({ ...which, family }) : aFailedConnect({ ...which, family });
    return { type: 'observed', probeId, observation, atMs };
  }

  #lookedUp(host: string, atMs: number): Fact {
    const { lookups } = this.state;
    const isFound = this.#chance() < 0.6;
    const family = this.#chance() < 0.7 ? 4 : 6;
    const addresses = isFound
      ? [{ ipAddress: `192.0.2.${1 + Math.floor(this.#chance() * 9)}`, family } as const]
      : [];
    const outcome = isFound ? 'found' : this.#chance() < 0.5 ? 'no-name' : 'no-answer';
    return { type: 'looked-up', host, again: lookups.has(host), outcome, addresses, elapsedMs: 5, atMs };
  }
}

/** What a move is about; null where making it again may be right. */
function subjectOf(move: Move, { lookedAgain }: State): string | null {
  switch (move.do) {
    case 'look-up':
      return `${move.host} ${move.again} ${lookedAgain.get(move.host) ?? 0}`;
    case 'probe':
    case 'note-look-up':
      return move.key;
    case 'look-here':
      return move.about;
    default:
      return null;
  }
}

test('broken off anywhere, and told in another order, every check ends, and makes no move twice', () => {
  const anywhere = fc.record({
    one: fc.nat(recorded.length - 1),
    /** How much of it is told. */
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    /** How often a fact of the world is left out, or told before the one ahead of it. */
    lost: fc.double({ min: 0, max: 0.5, noNaN: true }),
    isInterrupted: fc.boolean(),
    seed: fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
  });
  fc.assert(
    fc.property(anywhere, ({ one, part, lost, isInterrupted, seed }) => {
      const from = recorded[one] ?? expect.unreachable();
      const chance = (): number => seed.next().value ?? 0;
      const world = new World(from, chance);
      const told = from.facts
        .slice(0, Math.floor(part * from.facts.length))
        .filter(({ type }) => ofTheWorld.includes(type) && chance() >= lost);
      for (let index = 1; index < told.length; index += 1) {
        const [before, after] = [told[index - 1], told[index]];
        if (before && after && chance() < lost) [told[index - 1], told[index]] = [after, before];
      }
      world.tell({ type: 'time-passed', atMs: 0 });
      for (const fact of told) if (!world.state.isOver) world.tell(fact);
      if (isInterrupted && !world.state.isOver) world.tell({ type: 'interrupted', atMs: world.state.nowMs });
      world.finish();
      expect(decide(world.state)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
