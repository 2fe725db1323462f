import type { Family } from '../../model/family.ts';
import { mutenessOf } from '../../model/muteness.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import type { Plain } from '../../text/said.ts';
import {
  at,
  blockValues,
  commonFailure,
  failedAs,
  isCurrentElsewhere,
  isHalfHeard,
  isSelective,
  nearbyDetail,
  operatorsForBlock,
  strangersReached,
  viewsOf,
} from '../blocks.ts';
import { type Facts, operatorsOf } from '../facts.ts';
import { type Judged, overFamilies, overWords } from '../families.ts';
import { isMailServer } from '../mail-server.ts';
import { nearest } from '../nearest.ts';
import type { Shut } from '../proof.ts';
import type { Rule } from '../rule.ts';
import { failedAfterConnecting } from '../submission-ports.ts';
import { wayAroundAdvice } from '../words.ts';

type Block = Judged & { readonly values: Record<string, Plain>; readonly isNearby: boolean };

/** The network closes port 25 for everyone, not only for the user's server. */
export const port25Blocked: Rule = {
  code: 'port-25-blocked',
  severity: 'problem',
  unless: [...nearest, 'mail-ports-blocked', 'port-25-intercepted'],
  find(facts) {
    // A port that opens where nobody listens is answered by a device in between, not blocked; unless it opens and stays mute.
    if (facts.all.some((o) => o.control === 'not-listening' && o.port === 25 && isOpen(facts, o)))
      return null;
    const block = overFamilies(
      (family) => judge(facts, family),
      (family) =>
        facts.shutView(at([...facts.outgoing, ...facts.controls], family, [25])).connected.length > 0,
    );
    if (!block) return null;
    return {
      confidence: block.confidence,
      severity: isCurrentElsewhere(facts, [25]) ? 'note' : 'problem',
      // Where a port for programs lets in and then fails, that is the matter.
      ...(failedAfterConnecting(facts).some(({ port }) => port !== 25) ? { yields: true } : {}),
      evidence: block.evidence,
      values: { ...block.values, ...overWords(block.only) },
      detail: [
        'port-25-blocked.detail',
        ...(block.isNearby ? (['finding.detail.nearby'] as const) : []),
        ...(block.only ? (['finding.detail.one-family'] as const) : []),
      ],
      advice: [...wayAroundAdvice(facts, ['port-25-blocked.advice.ask']), 'port-25-blocked.advice.normal'],
    };
  },
};

function isOpen(facts: Facts, o: Observation): boolean {
  return hasConnected(o) && facts.shutOf(o) === null && mutenessOf(o) === null;
}

function judge(facts: Facts, family: Family): Block | null {
  const { mine, controls } = viewsOf(
    facts,
    at(facts.outgoing, family, [25]),
    at(facts.controls, family, [25]),
  );
  const failure = commonFailure(facts, mine, controls);
  // Servers themselves hang up on callers whom they take for spammers.
  if (!failure || failure === 'cut' || mine.connected.length > 0 || controls.connected.length > 0)
    return null;
  const mineAlike = failedAs(facts, mine, failure);
  if (isHalfHeard(facts, family)) return null;
  const alike = failedAs(facts, controls, failure);
  if (operatorsOf(alike).length < operatorsForBlock) return null;
  const reached = strangersReached(facts, family, [25]);
  if (isSelective(facts, family, [25]) || reached.length === 0) return null;
  const alive = otherPortsAlive(facts, mineAlike, alike, failure);
  if (!alive) return null;
  const isWhole = alike.length === controls.failed.length && controls.unsure.length === 0;
  return {
    confidence: isWhole && alive.isOwn && failure !== 'mute' ? 'certain' : 'likely',
    evidence: [...mineAlike, ...alike, ...alive.shownBy, ...reached],
    values: blockValues(facts, mineAlike, alike),
    isNearby: nearbyDetail(facts, mineAlike).length > 0,
  };
}

/**
 * Another port of the same hosts that answers. A server of the user's that answers nowhere is down, whatever happens on port 25;
 * only where none of its other ports was tried do the controls' other ports, or the web, stand in.
 */
function otherPortsAlive(
  facts: Facts,
  mine: readonly Observation[],
  controls: readonly Observation[],
  failure: Shut,
): { readonly shownBy: readonly Observation[]; readonly isOwn: boolean } | null {
  const addresses = new Set(mine.map((o) => o.address));
  const hosts = new Set(mine.map((o) => o.host));
  const others = facts.own.filter((o) => o.port !== 25 && (hosts.has(o.host) || addresses.has(o.address)));
  const viewOf = failure === 'mute' ? facts.spokenView : facts.shutView;
  const { connected } = viewOf(others);
  if (connected.length > 0) return { shownBy: connected, isOwn: true };

  // That a web server of the same domain lives says nothing of a mail server beside it.
  const ofServers = others.filter((o) => isMailServer(facts, o.host));
  const view = viewOf(ofServers.length > 0 ? ofServers : others);
  // A refusal on a port that is open elsewhere was the server's own: it lives.
  const ownRefusals = view.failed.filter(
    (o) =>
      o.outcome === 'refused' &&
      facts.controls.some(
        (control) => control.port === o.port && control.family === o.family && hasConnected(control),
      ),
  );
  if (ownRefusals.length > 0) return { shownBy: ownRefusals, isOwn: false };
  if (view.failed.length > 0 || view.unsure.some(hasConnected)) return null;

  const controlHosts = new Set(controls.map((o) => o.host));
  const elsewhere = facts.controls.filter(
    (o) => o.port !== 25 && controlHosts.has(o.host) && hasConnected(o),
  );
  // Each port that was tried besides, here and there, failed as well, if without a proof: then it is not 25 that is closed.
  const tried = [...others, ...facts.controls].filter((o) => o.port !== 25 && o.outcome !== 'cancelled');
  if (elsewhere.length === 0 && others.length > 0 && tried.length > others.length) return null;
  const shownBy = [...elsewhere, ...facts.webAnswers()];
  return shownBy.length > 0 ? { shownBy, isOwn: false } : null;
}
