import { sendingPorts } from '../../model/endpoint.ts';
import type { Observation } from '../../model/observation.ts';
import { hasConnected } from '../../model/observation.ts';
import { isFamilyAlive } from '../blocks.ts';
import { isDeafAfterwards } from '../deaf-afterwards.ts';
import { hostsOf, operatorsOf, portsOf } from '../facts.ts';
import { isMailServer } from '../mail-server.ts';
import { isPrivate } from '../names.ts';
import { nearest } from '../nearest.ts';
import type { Found, Rule } from '../rule.ts';
import { isMissedWhereOthersAre } from '../submission-ports.ts';
import { about, listed } from '../words.ts';

/** The server's name resolves, every port fails, and the controls work. */
export const serverDown: Rule = {
  code: 'server-down',
  severity: 'problem',
  unless: [
    ...nearest,
    'private-address',
    'mail-ports-blocked',
    'submission-blocked',
    'mail-allow-list',
    'port-25-blocked',
  ],
  find(facts) {
    const hosts = hostsOf(facts, facts.outgoing).filter((host) => isMailServer(facts, host));
    // Over an address family that leads nowhere from here no server is found down.
    const tried = facts.own.filter(
      (o) => hosts.includes(o.host) && o.family !== null && isFamilyAlive(facts, o.family),
    );
    const view = facts.view(tried);
    const works = facts.controls.filter((o) => hasConnected(o) && portsOf(view.failed).includes(o.port));
    const gone = view.connected.filter((o) => isDeafAfterwards(o, tried));
    const isHeard = gone.length < view.connected.length;
    if (view.failed.length === 0 || isHeard || works.length === 0) return null;
    if (!isMissedWhereOthersAre(facts, view)) return null;
    // A stopped check does not know what its last attempts would have met, so not that every port fails.
    if (facts.evidence.interrupted && tried.some((o) => o.outcome === 'cancelled')) return null;
    const isSure = hosts.some((host) => facts.servers.isSure(host));
    const unsure = view.unsure.filter((o) => sendingPorts.includes(o.port));
    const isWhole = unsure.length === 0 && gone.length === 0 && operatorsOf(works).length >= 2;
    const isTurnedAway =
      view.unsure.length === 0 && view.failed.every(({ outcome }) => outcome === 'refused');
    return {
      confidence: isSure && isWhole ? 'certain' : 'likely',
      evidence: [...view.failed, ...gone, ...works],
      ...(isTurnedAway
        ? turnedAwayWords(isAnsweredNearBy(view.failed, works))
        : gone.length > 0
          ? goneWords
          : silentWords),
      values: {
        ...about(view.failed[0]),
        ports: listed(portsOf([...view.failed, ...view.unsure])),
        operators: listed(operatorsOf(works)),
      },
    };
  },
};

const silentWords: Pick<Found, 'advice'> = {
  advice: ['server-down.advice.wait', 'server-down.advice.ban'],
};

/** It spoke with us at first. */
const goneWords: Pick<Found, 'headline' | 'detail' | 'advice'> = {
  ...silentWords,
  headline: 'server-down.headline.gone',
  detail: ['server-down.detail.gone'],
};

/** Whoever turns every connection away is switched on: its mail service is not, or something answers in its place. */
function turnedAwayWords(isNearBy: boolean): Pick<Found, 'headline' | 'detail' | 'advice'> {
  return {
    headline: 'server-down.headline.refused',
    detail: ['server-down.detail.refused', ...(isNearBy ? (['server-down.detail.near'] as const) : [])],
    advice: [
      ...(isNearBy ? (['server-down.advice.inside'] as const) : []),
      'server-down.advice.start',
      'server-down.advice.ban',
    ],
  };
}

/** Below this way, in ms, every server is near by. */
const tellingMs = 8;

/** Much faster than anybody else answers: from a server in the same house, or from the router in its place (NAT loopback, RFC 4787 section 6). */
function isAnsweredNearBy(refused: readonly Observation[], others: readonly Observation[]): boolean {
  const shortestMs = Math.min(...others.map(({ timings }) => timings.connect ?? Number.POSITIVE_INFINITY));
  return (
    shortestMs >= tellingMs &&
    refused.every((o) => o.elapsedMs < shortestMs / 3 && !isPrivate(o.address ?? ''))
  );
}
