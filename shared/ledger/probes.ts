import type { ProbeState, State } from './state.ts';

/** One probe stands otherwise. */
export function changed({ probes }: State, probeId: string, change: Partial<ProbeState>): Partial<State> {
  const probe = probes.get(probeId);
  return probe ? { probes: new Map(probes).set(probeId, { ...probe, ...change }) } : {};
}

/** Those that have not begun never will. */
export function dropped({ probes }: State): Partial<State> {
  return {
    probes: new Map(
      [...probes].map(([id, probe]) => [
        id,
        probe.stands === 'waiting' ? { ...probe, stands: 'dropped' } : probe,
      ]),
    ),
  };
}

/**
 * Proposals whose probe has an answer that still counts; the others may be proposed again. What failed at the user's servers counts no more where
 * names are looked up anew (`isAskedAnew`): they may lead to more addresses.
 */
export function plannedThatStand(
  { planned, probes, standing: left }: State,
  isAskedAnew: boolean,
): ReadonlyMap<string, string> {
  return new Map(
    [...planned].filter(([, id]) => {
      const { observations = [], stands, probe } = probes.get(id) ?? {};
      const isGood = observations.some((o) => o.outcome === 'ok' && left.includes(o));
      const isOwn = probe?.role === 'outgoing' || probe?.role === 'incoming';
      if (isGood || (isAskedAnew && isOwn)) return isGood;
      return stands === 'ended' && observations.every((o) => left.includes(o));
    }),
  );
}
