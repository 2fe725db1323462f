import { over } from '../aborting.ts';
import type { Told } from '../ledger.ts';
import type { Clock } from '../system.ts';

/** So long, in ms, what was seen serves the other checks of a run: a server that works, and everything else. */
const freshMs = { working: 300_000, other: 60_000 };
/** So many probes are remembered; with each new one the oldest goes. */
const mostKept = 2_000;

/** What a probe does and sees, as the check tells it that makes it. */
export type OfProbe = Extract<Told, { probeId: string }>;

/** The check that makes a probe, as it hears of it. */
type Maker = (fact: OfProbe) => void;

/** Another check that wants to know what a probe sees. */
export type Hearer = {
  /** `madeMs` is the start, by the system's clock, of the check from which the times in it count. */
  hear(fact: OfProbe, madeMs: number): void;
  /** It came to nothing, and is to be made anew. */
  askAnew(): unknown;
};

/** A probe that is made for all checks of a run that want it. */
export type SharedProbe = {
  /** Aborts when no check waits for it any more. */
  readonly signal: AbortSignal;
  /** Tells the check that makes it, and all others that have joined. */
  tell(fact: OfProbe): void;
  /** All is seen, or (`false`) it was given up. The first word counts. */
  end(isWhole: boolean): void;
  /**
   * The check that makes it has ended. `handOver` lets it go on for the others, and says whether it can: where nothing is connected yet they
   * begin anew. True when it goes on.
   */
  leave(handOver: () => boolean): boolean;
  /** Another check hears all of it from its beginning on, until the signal aborts. */
  join(hearer: Hearer, signal: AbortSignal): void;
};

/** What the checks of one run see of endpoints: each is asked once, for all of them. */
export type SeenProbes = {
  /** The same probe as another check makes it or has just made it; undefined where it is to be made. */
  find(key: string): SharedProbe | undefined;
  /**
   * A check makes it, which started at `madeMs`. A witness speaks for the time in which it is heard, and serves those who ask until then.
   */
  begin(key: string, maker: Maker, madeMs: number, isWitness: boolean): SharedProbe;
  /** The network is another one now: what was seen in the one before, or is under way, says nothing of it. */
  forget(): void;
};

/** Nothing has been seen yet. */
export function seenProbes(clock: Pick<Clock, 'now'>): SeenProbes {
  const probes = new Map<string, { readonly shared: SharedProbe; readonly isFresh: () => boolean }>();
  let generation = 0;
  return {
    find(key) {
      const probe = probes.get(key);
      return probe?.isFresh() ? probe.shared : undefined;
    },
    begin(key, maker, madeMs, isWitness) {
      const begun = generation;
      let untilMs = Number.POSITIVE_INFINITY;
      const shared = sharedProbe(maker, madeMs, {
        counts: () => begun === generation,
        onEnd: (isUsable, isWorking) => {
          untilMs = clock.now() + (isWorking ? freshMs.working : freshMs.other);
          if ((!isUsable || isWitness) && probes.get(key)?.shared === shared) probes.delete(key);
        },
      });
      probes.delete(key);
      probes.set(key, { shared, isFresh: () => untilMs > clock.now() });
      const [oldest] = probes.keys();
      if (probes.size > mostKept && oldest !== undefined) probes.delete(oldest);
      return shared;
    },
    forget() {
      generation += 1;
      probes.clear();
    },
  };
}

type Rules = {
  /** What it sees is of the network that there is now. */
  readonly counts: () => boolean;
  readonly onEnd: (isUsable: boolean, isWorking: boolean) => void;
};

function sharedProbe(maker: Maker, madeMs: number, { counts, onEnd }: Rules): SharedProbe {
  const facts: OfProbe[] = [];
  const joined = new Set<Hearer>();
  const stop = new AbortController();
  let hasMaker = true;
  let end: 'to come' | 'seen' | 'nothing' = 'to come';

  /** Each of those who joined hears the last word at once: of the goodbye there is nothing to know. */
  function close(hearer: Hearer): void {
    joined.delete(hearer);
    if (end === 'nothing') {
      hearer.askAnew();
      return;
    }
    const [first] = facts;
    if (first === undefined) return;
    const { probeId } = first;
    hearer.hear({ type: 'goodbye-sent', probeId }, madeMs);
    hearer.hear({ type: 'probe-ended', probeId }, madeMs);
  }

  function finish(isWhole: boolean): void {
    if (end !== 'to come') return;
    const seen = facts.flatMap((fact) => (fact.type === 'observed' ? [fact.observation] : []));
    const isUsable = isWhole && seen.length > 0 && counts();
    end = isUsable ? 'seen' : 'nothing';
    onEnd(
      isUsable,
      seen.some(({ outcome, role }) => outcome === 'ok' && role !== 'reference' && role !== 'portal'),
    );
    for (const hearer of [...joined]) close(hearer);
  }

  function giveUp(): void {
    finish(false);
    stop.abort(over);
  }

  return {
    signal: stop.signal,
    end: finish,
    tell(fact) {
      if (hasMaker) maker(fact);
      if (end !== 'to come' || fact.type === 'goodbye-sent' || fact.type === 'probe-ended') return;
      facts.push(fact);
      for (const hearer of [...joined]) hearer.hear(fact, madeMs);
    },
    leave(handOver) {
      const goesOn = end === 'to come' && joined.size > 0 && handOver();
      if (goesOn) hasMaker = false;
      else giveUp();
      return goesOn;
    },
    join(hearer, signal) {
      for (const fact of facts) if (fact.type !== 'nobody-heard') hearer.hear(fact, madeMs);
      joined.add(hearer);
      if (end !== 'to come') return close(hearer);
      const leave = (): void => {
        if (joined.delete(hearer) && !hasMaker && joined.size === 0) giveUp();
      };
      signal.addEventListener('abort', leave, { once: true });
    },
  };
}
