import type { PlannedProbe } from '../../../shared/model/check.ts';
import type { Family } from '../../../shared/model/family.ts';
import type { Observation, Stage } from '../../../shared/model/observation.ts';
import type { Preferences } from '../connect/preferences.ts';
import type { IpAddress } from '../connect/race.ts';
import type { RoundTrips } from '../connect/round-trips.ts';
import type { Slot } from '../schedule.ts';
import type { System } from '../system.ts';
import type { Timeouts } from '../timeouts.ts';

export type ProbeContext = {
  readonly system: System;
  /** `clock.now()` when the check began; observations count from there. */
  readonly checkStartedMs: number;
  /** Upper bound for one connection attempt without any answer, in ms. */
  readonly timeoutMs: number;
  /** What is known of round-trip times in this check; shared by all its probes. */
  readonly roundTrips: RoundTrips;
  /** Looks whether this computer's own kernel knows no way at all over this family now. */
  readonly isCutOff: (family: Family) => Promise<boolean>;
  /** What is known of address families in this check; shared by all its probes. */
  readonly preferences: Preferences;
  /** The probe's slot among the connections to its computer. */
  readonly slot: Slot;
  /** How long the server at this address may be silent. */
  readonly timeoutsAt: (ipAddress: string) => Timeouts;
  readonly nextObservationId: () => string;
  /**
   * A stage was entered, or (`silent`) nothing is heard in it for suspiciously long: while connecting, or, with the address, from a server
   * that took the connection.
   */
  readonly onProgress: (stage: Stage, silent?: true | IpAddress) => void;
  /** Nothing at all was heard since this time of the system's clock, so that this probe's own silence may be the line's. */
  readonly onUnwitnessed: (sinceMs: number) => void;
  readonly onObserved: (observation: Observation) => void;
};

export type ProbeTarget = {
  readonly probe: PlannedProbe;
  /** In the order of RFC 6724 as DNS gave them. Never empty. */
  readonly addresses: readonly { readonly ipAddress: string; readonly family: Family }[];
  readonly dnsMs: number;
};
