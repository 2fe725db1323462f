import { standing } from '../model/disturbance.ts';
import { endpointKey } from '../model/endpoint.ts';
import { type Observation, Stage } from '../model/observation.ts';
import type { Report } from '../model/report.ts';
import { isInDoubt } from '../model/usable.ts';
import type { Difference, Fate } from './comparison.ts';

/** A comparison lists no more than this; a check tries some forty endpoints. */
const mostDifferences = 200;

/** One endpoint of the user's own that was tried in both checks, by what came furthest each time. */
export type Pair = { readonly older: Observation; readonly newer: Observation };

/** The endpoints of the user's servers that both checks tried, in the order of the older. What a disturbance voided does not count. */
export function pairsOf(older: Report, newer: Report): Pair[] {
  const after = bestOf(newer);
  return [...bestOf(older)].flatMap(([key, one]) => {
    const other = after.get(key);
    return other ? [{ older: one, newer: other }] : [];
  });
}

/** Whether an endpoint works: the dialogue came to its end. */
export function works({ outcome }: Pick<Observation, 'outcome'>): boolean {
  return outcome === 'ok';
}

/** It works, and with a certificate that is in no doubt. */
export function isWell(observation: Observation): boolean {
  return works(observation) && !isInDoubt(observation);
}

/** The endpoints that fared differently. */
export function differencesIn(pairs: readonly Pair[]): Difference[] {
  return pairs
    .map(({ older, newer }): Difference => {
      const { role, protocol, host, port, security } = older;
      return { role, protocol, host, port, security, older: fateOf(older), newer: fateOf(newer) };
    })
    .filter(({ older, newer }) => !isSameFate(older, newer))
    .slice(0, mostDifferences);
}

function fateOf(observation: Observation): Fate {
  const { outcome, stage } = observation;
  return { outcome, stage, ...(isInDoubt(observation) && { doubted: true }) };
}

function isSameFate(one: Fate, other: Fate): boolean {
  return one.outcome === other.outcome && one.stage === other.stage && one.doubted === other.doubted;
}

/** A host has several addresses: the endpoint is as good as the best of them. */
function bestOf({ observations, disturbances }: Report): Map<string, Observation> {
  const best = new Map<string, Observation>();
  for (const o of standing(observations, disturbances)) {
    if ((o.role !== 'outgoing' && o.role !== 'incoming') || o.outcome === 'cancelled') continue;
    const key = endpointKey(o);
    const before = best.get(key);
    if (before === undefined || rankOf(o) > rankOf(before)) best.set(key, o);
  }
  return best;
}

function rankOf(o: Observation): number {
  return works(o) ? Stage.options.length : Stage.options.indexOf(o.stage);
}
