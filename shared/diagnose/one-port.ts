import type { Family } from '../model/family.ts';
import type { Observation } from '../model/observation.ts';
import {
  at,
  commonFailure,
  failedAs,
  isFromOutside,
  isSelective,
  operatorsForBlock,
  strangersReached,
  viewsOf,
} from './blocks.ts';
import { type Facts, operatorsOf } from './facts.ts';
import { type Judged, type OverFamilies, overFamilies } from './families.ts';

/** One of the two ports for sending that fails for everyone while the other one connects. */
export type OnePort = Judged & {
  readonly port: number;
  readonly mine: readonly Observation[];
  readonly controls: readonly Observation[];
};

/**
 * The one of 587 and 465 that this network closes: it fails at the user's server and in the same way at controls of two operators, while
 * the other one connects at the user's server. Null when both fail, or what fails may be the server's own doing.
 */
export function closedSubmissionPort(facts: Facts): OverFamilies<OnePort> | null {
  for (const [port, other] of [
    [465, 587],
    [587, 465],
  ] as const) {
    const closed = overFamilies(
      (family) => judge(facts, family, port, other),
      (family) =>
        facts.shutView(at([...facts.outgoing, ...facts.controls], family, [port])).connected.length > 0,
    );
    if (closed) return closed;
  }
  return null;
}

function judge(facts: Facts, family: Family, port: number, other: number): OnePort | null {
  const { mine, controls } = viewsOf(
    facts,
    at(facts.submission, family, [port]),
    at(facts.controls, family, [port]),
  );
  const failure = commonFailure(facts, mine, controls);
  if (!failure) return null;
  const isAfterConnecting = failure === 'mute' || failure === 'cut';
  const others = at(facts.submission, family, [other]);
  const beside = (isAfterConnecting ? facts.spokenView(others) : facts.shutView(others)).connected;
  if (beside.length === 0) return null;
  if (mine.connected.length > 0 || controls.connected.length > 0) return null;
  // On 465 the first word is TLS's: where TLS does not come through on the other port either, it is not this port.
  if (isAfterConnecting && port === 465 && beside.every((o) => o.tls === undefined)) return null;
  const mineAlike = failedAs(facts, mine, failure);
  const alike = failedAs(facts, controls, failure);
  if (operatorsOf(alike).length < operatorsForBlock || isSelective(facts, family, [port])) return null;
  const reached = strangersReached(facts, family, [port]);
  if (reached.length === 0) return null;
  const isWhole =
    alike.length === controls.failed.length &&
    controls.unsure.length === 0 &&
    isFromOutside(facts, mineAlike);
  return {
    confidence: isWhole ? 'certain' : 'likely',
    evidence: [...mineAlike, ...alike, ...beside, ...reached],
    port,
    mine: mineAlike,
    controls: alike,
  };
}
