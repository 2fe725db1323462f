import type { Observation } from '../../../shared/model/observation.ts';
import type { Clock } from '../system.ts';

/** So long, in ms, what was seen serves the other checks of a run: a server that works, and everything else. */
const freshMs = { working: 300_000, other: 60_000 };
/** So many probes are remembered; with each new one the oldest goes. */
const mostKept = 2_000;

/** An observation whose times are the system clock's. */
type Timed = Observation;

type Probe = {
  /** What it saw; null when it did not come to its end, or the network became another one meanwhile. */
  readonly seen: Promise<readonly Timed[] | null>;
  readonly generation: number;
  untilMs: number;
};

/** A probe under way, whose observations others may take over. */
export type Recorder = {
  observed(observation: Timed): void;
  /** It came to its end, or (`false`) was given up. The first word counts. */
  end(isWhole: boolean): void;
};

/** What the checks of one run have seen of endpoints: each is asked once, for all of them. */
export type SeenProbes = {
  /** The same probe as another check makes it or has just made it; undefined where it is to be made. */
  find(key: string): Promise<readonly Timed[] | null> | undefined;
  /** This check makes it. A witness speaks for the time in which it is heard, and serves those who ask until then. */
  begin(key: string, isWitness: boolean): Recorder;
  /** The network is another one now: what was seen in the one before, or is under way, says nothing of it. */
  forget(): void;
};

/** Nothing has been seen yet. */
export function seenProbes(clock: Pick<Clock, 'now'>): SeenProbes {
  const probes = new Map<string, Probe>();
  let generation = 0;
  return {
    find(key) {
      const probe = probes.get(key);
      return probe !== undefined && probe.untilMs > clock.now() ? probe.seen : undefined;
    },
    begin(key, isWitness) {
      const observations: Timed[] = [];
      let hasEnded = false;
      let tell: (seen: readonly Timed[] | null) => void = () => {};
      const probe: Probe = {
        seen: new Promise((resolve) => {
          tell = resolve;
        }),
        generation,
        untilMs: Number.POSITIVE_INFINITY,
      };
      probes.delete(key);
      probes.set(key, probe);
      const [oldest] = probes.keys();
      if (probes.size > mostKept && oldest !== undefined) probes.delete(oldest);
      return {
        observed: (observation) => observations.push(observation),
        end(isWhole) {
          if (hasEnded) return;
          hasEnded = true;
          const isUsable = isWhole && observations.length > 0 && probe.generation === generation;
          const isWorking = observations.some(
            ({ outcome, role }) => outcome === 'ok' && role !== 'reference',
          );
          probe.untilMs = clock.now() + (isWorking ? freshMs.working : freshMs.other);
          if ((!isUsable || isWitness) && probes.get(key) === probe) probes.delete(key);
          tell(isUsable ? observations : null);
        },
      };
    },
    forget() {
      generation += 1;
      probes.clear();
    },
  };
}
