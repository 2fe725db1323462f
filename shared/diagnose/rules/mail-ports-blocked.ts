import { sendingPorts } from '../../model/endpoint.ts';
import type { Family } from '../../model/family.ts';
import { mutenessOf } from '../../model/muteness.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import { hadNoRoom } from '../../model/own-lack.ts';
import type { Plain } from '../../text/said.ts';
import {
  at,
  blockValues,
  isFamilyAlive,
  isFromOutside,
  isHalfHeard,
  nearbyDetail,
  operatorsForBlock,
  viewsOf,
} from '../blocks.ts';
import { type Facts, operatorsOf, portsOf } from '../facts.ts';
import { type Judged, overFamilies, overWords } from '../families.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from '../rule.ts';
import { listed, settingAdvice } from '../words.ts';

type Block = Judged & { readonly values: Record<string, Plain>; readonly isNearby: boolean };

/** Every mail port fails, at the user's server and at the controls, while the web works. */
export const mailPortsBlocked: Rule = {
  code: 'mail-ports-blocked',
  severity: 'problem',
  unless: [...nearest],
  find(facts) {
    const block = overFamilies(
      (family) => judge(facts, family),
      (family) =>
        [...facts.own, ...facts.controls].some((o) => o.family === family && o.timings.connect !== undefined),
    );
    if (!block) return null;
    return {
      confidence: block.confidence,
      severity: facts.current === 'works' ? 'warning' : 'problem',
      evidence: block.evidence,
      values: { ...block.values, ...overWords(block.only) },
      detail: [
        'mail-ports-blocked.detail',
        ...(block.isNearby ? (['finding.detail.nearby'] as const) : []),
        ...(block.only ? (['finding.detail.one-family'] as const) : []),
      ],
      advice: [
        ...settingAdvice(facts, []),
        'mail-ports-blocked.advice.1',
        'mail-ports-blocked.advice.2',
        'mail-ports-blocked.advice.3',
      ],
    };
  },
};

/** Receiving works over the other address family, and was not tried over this one: nothing is known then but of sending. */
function isSendingAllThatWasTried(facts: Facts, family: Family): boolean {
  const others = facts.own.filter((o) => !sendingPorts.includes(o.port));
  const works = (o: Observation): boolean => hasConnected(o) && !isSilentSoFar(o);
  return others.some(works) && !others.some((o) => o.family === family && o.outcome !== 'cancelled');
}

/** The check ended while the server's first word was still to come; one that came second in a race is not among them. */
function isStillWaitedFor({ outcome, stage, greeting, tls }: Observation): boolean {
  return outcome === 'cancelled' && stage !== 'connect' && greeting === undefined && tls === undefined;
}

/** Ports that are not for sending are refused where strangers' ports for sending are not: the server itself has closed them. */
function isRestTheServers(
  facts: Facts,
  mine: readonly Observation[],
  controls: readonly Observation[],
): boolean {
  const isRefused = (o: Observation): boolean => facts.shutOf(o) === 'refused';
  return !controls.some(isRefused) && mine.some((o) => !sendingPorts.includes(o.port) && isRefused(o));
}

/** Port 25 of the user's server, on which no stranger was asked over this family, lets in over the other: it alone may be unwell over this one. */
function isLetInElsewhere(facts: Facts, family: Family, failed: readonly Observation[]): boolean {
  const elsewhere = facts.own.filter((o) => o.port === 25 && o.family !== family);
  // Where connections are made for show, one that heard nothing let nobody in.
  return viewsOf(facts, failed, elsewhere).controls.connected.some((o) => !isSilentSoFar(o));
}

/** Nothing was heard on it when it was given up, or too short for a proof. */
function isSilentSoFar(o: Observation): boolean {
  return mutenessOf(o) !== null || isStillWaitedFor(o);
}

/** Strangers are let in on one port, whatever becomes of the connection, and kept out on another: that is not every port alike. */
function isOneLetIn(failed: readonly Observation[]): boolean {
  return failed.some(hasConnected) && failed.some((o) => !hasConnected(o));
}

function judge(facts: Facts, family: Family): Block | null {
  const { mine, controls } = viewsOf(
    facts,
    at(facts.own, family).filter((o) => o.protocol !== 'tcp'),
    at(facts.controls, family),
  );
  const web = facts.webAnswers();
  const silent = mine.unsure.filter((o) => mutenessOf(o) !== null);
  const minePorts = portsOf([...mine.failed, ...silent]);
  // Ports that were not tried for want of room may be open.
  if (at(facts.own, family).some(hadNoRoom)) return null;
  if (mine.connected.length > 0 || controls.connected.length > 0) return null;
  if (web.length === 0 || !isFamilyAlive(facts, family)) return null;
  if (isHalfHeard(facts, family)) return null;
  if (isOneLetIn(controls.failed)) return null;
  if (minePorts.length < 2 || operatorsOf(controls.failed).length < operatorsForBlock) return null;

  // Controls must fail where the user's server does, on a port for sending: port 25 alone has its own finding.
  const shared = portsOf(controls.failed).filter((port) => minePorts.includes(port));
  if (!shared.some((port) => port === 587 || port === 465)) return null;
  if (isRestTheServers(facts, mine.failed, controls.failed)) return null;
  if (isSendingAllThatWasTried(facts, family) || !minePorts.includes(25)) return null;
  const unproven = minePorts.filter((port) => sendingPorts.includes(port) && !shared.includes(port));
  // Others get out on it, if only over the other address family: that it fails here is the server's own doing.
  const elsewhere = facts.controls.filter(({ port }) => unproven.includes(port));
  if (viewsOf(facts, mine.failed, elsewhere).controls.connected.length > 0) return null;
  if (unproven.includes(25) && isLetInElsewhere(facts, family, mine.failed)) return null;
  const unsure = [...mine.unsure, ...controls.unsure].filter((o) => sendingPorts.includes(o.port));
  // A stopped check does not know what the ports that it did not ask, or not to the end, would have met.
  const isStopped = facts.evidence.interrupted === true;
  const tried = isStopped ? mine.unsure.filter((o) => o.outcome !== 'cancelled') : mine.unsure;
  const isWhole =
    !isStopped && unsure.length === 0 && unproven.length === 0 && isFromOutside(facts, mine.failed);
  return {
    confidence: isWhole ? 'certain' : 'likely',
    evidence: [...mine.failed, ...controls.failed, ...web],
    values: {
      ...blockValues(facts, mine.failed, controls.failed),
      ports: listed(portsOf([...mine.failed, ...tried])),
    },
    isNearby: nearbyDetail(facts, mine.failed).length > 0,
  };
}
