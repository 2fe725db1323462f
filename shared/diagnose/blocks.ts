import type { Family } from '../model/family.ts';
import { mayBeOfCutLine } from '../model/line-cut.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import type { TextKey } from '../text/catalogue.ts';
import type { Plain } from '../text/said.ts';
import { type Facts, operatorsOf, type View } from './facts.ts';
import { unansweredLookups } from './names.ts';
import type { Shut } from './proof.ts';
import { failureName, listed, quote } from './words.ts';

/** Contract: a block is never concluded from fewer operators. */
export const operatorsForBlock = 2;

/** Attempts of one family at some ports, or at all. */
export function at(
  observations: readonly Observation[],
  family: Family,
  ports: readonly number[] | null = null,
): Observation[] {
  return observations.filter((o) => o.family === family && (ports === null || ports.includes(o.port)));
}

/** Attempts that failed in this very way. */
export function failedAs(facts: Facts, view: View, failure: Shut): Observation[] {
  return view.failed.filter((o) => facts.shutOf(o) === failure);
}

/** The way in which most operators' controls failed, among the ways in which the user's server did. */
export function commonFailure(facts: Facts, mine: View, controls: View): Shut | null {
  const ways = new Set(mine.failed.map((o) => facts.shutOf(o)));
  const counted = [...ways]
    .filter((way) => way !== null)
    .map((way) => ({ way, operators: operatorsOf(failedAs(facts, controls, way)).length }))
    .sort((a, b) => b.operators - a.operators);
  return counted[0]?.way ?? null;
}

/**
 * Both views, without what a line that was cut may have ended: strangers' connections of that time died with it. Where all that fails takes the connection and says no word, a port is open only when it speaks: its silence may have been too
 * short for a proof of its own, as where others' has told enough. Where a connection fails, one that is made proves more.
 */
export function viewsOf(
  facts: Facts,
  mine: readonly Observation[],
  controls: readonly Observation[],
): { readonly mine: View; readonly controls: View } {
  const sure = mine.filter((o) => !mayBeOfCutLine(o, facts.all));
  const view = isSpeechTelling(facts, [...sure, ...controls]) ? facts.spokenView : facts.shutView;
  return { mine: view(sure), controls: view(controls) };
}

function isSpeechTelling(facts: Facts, observations: readonly Observation[]): boolean {
  const ways = observations
    .map((o) => facts.shutOf(o))
    .filter((way) => way !== null && way !== 'unreachable');
  return ways.length > 0 && ways.every((way) => way === 'mute' || way === 'cut');
}

/** Whether anything connects over this family: without that, the family is broken, not a port blocked. */
export function isFamilyAlive(facts: Facts, family: Family): boolean {
  return facts.all.some((o) => o.family === family && hasConnected(o));
}

/**
 * Over the other address family, some controls connect on these ports and others fail: what keeps them apart is then who they
 * are, and not the port, so that nothing is closed for everyone.
 */
export function isSelective(facts: Facts, family: Family, ports: readonly number[]): boolean {
  const others = at(facts.controls, family === 4 ? 6 : 4, ports);
  const { connected, failed } = viewsOf(facts, [], others).controls;
  return connected.length > 0 && failed.length > 0;
}

/**
 * DNS was not heard about the addresses of the user's server over the other family, and no mail was tried over that one at all: whether the port
 * is closed, or this family alone is unwell, was never seen.
 */
export function isHalfHeard(facts: Facts, family: Family): boolean {
  const mail = [...facts.own, ...facts.controls];
  const hosts = new Set(mail.filter((o) => o.family === family).map(({ host }) => host));
  return (
    unansweredLookups(facts).some(({ host }) => hosts.has(host)) &&
    !mail.some((o) => o.family !== null && o.family !== family)
  );
}

/**
 * Strangers that are reached over this family, besides on these ports. Where none is, their silence on a port is no block of that
 * port: a country may be cut off from the world, or a company's computers from everything but its own server.
 */
export function strangersReached(facts: Facts, family: Family, ports: readonly number[]): Observation[] {
  const strangers = [...facts.webAnswers().filter((o) => o.role !== 'outgoing'), ...facts.controls];
  return strangers.filter((o) => o.family === family && !ports.includes(o.port) && hasConnected(o));
}

/** Something other than mail, or mail on other ports, that connects: proof of life besides the blocked ports. */
export function lifeBeside(facts: Facts, ports: readonly number[]): Observation[] {
  const mail = [...facts.own, ...facts.controls].filter((o) => hasConnected(o) && !ports.includes(o.port));
  return [...facts.webAnswers(), ...mail];
}

/** Whether the mail program is known to use a port that this is not about. */
export function isCurrentElsewhere(facts: Facts, ports: readonly number[]): boolean {
  const current = facts.evidence.input.current;
  return current !== undefined && !ports.includes(current.port);
}

/**
 * Whether silence after the handshake can only come from outside: a program on this computer may take a connection in a server's place, and
 * a rule on it drop what follows. Its kernel's counters have to show that what was sent left, and that nothing was lost on arrival.
 */
export function isFromOutside({ here }: Facts, failed: readonly Observation[]): boolean {
  const isOut = ({ port, family }: Observation): boolean =>
    here.some(
      (fact) =>
        fact.kind === 'way-out' && fact.fate === 'out' && fact.port === port && fact.family === family,
    );
  return failed.every((o) => !hasConnected(o)) || failed.some(isOut);
}

/** Values for sentences about a block: how the ports fail, and where else. */
export function blockValues(
  facts: Facts,
  mine: readonly Observation[],
  controls: readonly Observation[],
): Record<string, Plain> {
  const operators = operatorsOf(controls);
  const first = mine.find((o) => facts.shutOf(o) !== null);
  return {
    host: quote(first?.host),
    how: failureName((first && facts.shutOf(first)) ?? 'timeout'),
    operators: listed(operators),
    count: operators.length,
  };
}

/** A sentence more when a refusal came from nearer by than the server is. */
export function nearbyDetail(facts: Facts, mine: readonly Observation[]): TextKey[] {
  return mine.some(facts.isFromNearby) ? ['finding.detail.nearby'] : [];
}
