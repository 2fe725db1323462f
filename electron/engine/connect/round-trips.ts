/** Round-trip times seen in one check: how long an answer may take before silence means something. */
export type RoundTrips = {
  /** A TCP connection to this address was made in this time, in ms. */
  record(ipAddress: string, elapsedMs: number): void;
  /** Fastest round trip to this very address, or null when it has not answered yet. */
  of(ipAddress: string): number | null;
  /**
   * The middle one of the fastest round trips of all addresses that have answered, or null while none has. Not the slowest: one
   * packet lost and sent again would make every silence last for seconds. What is known to be a second longer than another may be a SYN that
   * the kernel sent again, and counts without that second: when a dead line comes back, most first connections are such.
   */
  typical(): number | null;
  /** DNS answered a question in this time, in ms. */
  noteLookup(elapsedMs: number): void;
  /**
   * How far away an address is at least to be expected of which nothing is known: as far as the DNS server, which is on the near side of
   * the same line; 0 while DNS has not answered. Where connections took less, DNS was only slow to answer. It may be much farther: no
   * silence is concluded from this.
   */
  expected(): number;
  /** Who is asked for signs of life was reached in this time, in ms. */
  noteWitness(elapsedMs: number): void;
  /** The fastest of those, or null when there is none yet. */
  witness(): number | null;
  /** A connection was made only by a later SYN: this line loses packets. */
  noteLoss(): void;
  hasLost(): boolean;
  /** Nobody was heard for longer than a pause between two answers takes, and then somebody was: this line is dead now and then. */
  noteGap(): void;
  hasGaps(): boolean;
  /** Something arrived over this line, at this time of the system's clock in ms; a refusal from next door is no such thing. */
  noteLife(atMs: number): void;
  /** When that was last, or null when never. */
  lastLifeMs(): number | null;
  /** The line is another one now: what was seen of the one before says nothing of it. */
  forget(): void;
  /** Calls back after every record and every sign of life; the returned function ends that. */
  watch(listener: () => void): () => void;
};

/** So many addresses and look-ups are remembered, the latest: more than one check has, and as many as tell what is typical of the line. */
const mostKept = 200;

/** A kernel sends a SYN that was not answered once more after this time, in ms (RFC 6298 section 2.1). */
const repeatedSynMs = 1_000;

/** A new, empty record for one check, or for those of one run. */
export function roundTrips(): RoundTrips {
  const fastest = new Map<string, number>();
  const lookups: number[] = [];
  const listeners = new Set<() => void>();
  let hasLost = false;
  let hasGaps = false;
  let lastLifeMs: number | null = null;
  let witnessMs: number | null = null;
  const typical = (): number | null => middleOf(withoutRepeats([...fastest.values()]));
  return {
    record(ipAddress, elapsedMs) {
      const known = fastest.get(ipAddress);
      if (known === undefined || elapsedMs < known) fastest.set(ipAddress, elapsedMs);
      const [oldest] = fastest.keys();
      if (fastest.size > mostKept && oldest !== undefined) fastest.delete(oldest);
      for (const listener of listeners) listener();
    },
    of: (ipAddress) => fastest.get(ipAddress) ?? null,
    typical,
    noteLookup(elapsedMs) {
      lookups.push(elapsedMs);
      if (lookups.length > mostKept) lookups.shift();
    },
    // A single question may have been lost and put again: the middle one was not, or this line is hardly one.
    expected: () => Math.min(middleOf(lookups) ?? 0, typical() ?? Number.POSITIVE_INFINITY),
    noteWitness(elapsedMs) {
      witnessMs = Math.min(elapsedMs, witnessMs ?? elapsedMs);
    },
    witness: () => witnessMs,
    noteLoss() {
      hasLost = true;
    },
    hasLost: () => hasLost,
    noteGap() {
      hasGaps = true;
    },
    hasGaps: () => hasGaps,
    noteLife(atMs) {
      lastLifeMs = atMs;
      for (const listener of listeners) listener();
    },
    lastLifeMs: () => lastLifeMs,
    forget() {
      fastest.clear();
      hasLost = false;
      hasGaps = false;
      lastLifeMs = null;
      witnessMs = null;
    },
    watch(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function withoutRepeats(roundTripsMs: readonly number[]): number[] {
  const fastestMs = Math.min(...roundTripsMs);
  return roundTripsMs.map((ms) => (ms < repeatedSynMs ? ms : Math.max(fastestMs, ms - repeatedSynMs)));
}

function middleOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
