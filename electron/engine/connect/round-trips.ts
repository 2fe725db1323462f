/** Round-trip times seen in one check: how long an answer may take before silence means something. */
export type RoundTrips = {
  /** A TCP connect (or a refusal) of this address took this long, in ms. */
  record(ipAddress: string, elapsedMs: number): void;
  /** Fastest round trip to this very address, or null when it has not answered yet. */
  of(ipAddress: string): number | null;
  /** Slowest first round trip of any address that has answered, or null while nothing has. */
  slowest(): number | null;
};

/** A new, empty record for one check. */
export function roundTrips(): RoundTrips {
  const fastest = new Map<string, number>();
  return {
    record(ipAddress, elapsedMs) {
      const known = fastest.get(ipAddress);
      if (known === undefined || elapsedMs < known) fastest.set(ipAddress, elapsedMs);
    },
    of: (ipAddress) => fastest.get(ipAddress) ?? null,
    slowest: () => (fastest.size === 0 ? null : Math.max(...fastest.values())),
  };
}
