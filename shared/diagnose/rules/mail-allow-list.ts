import { sendingPorts } from '../../model/endpoint.ts';
import type { Family } from '../../model/family.ts';
import type { Confidence } from '../../model/finding.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import type { TextKey } from '../../text/catalogue.ts';
import type { Plain } from '../../text/said.ts';
import { at, blockValues, nearbyDetail } from '../blocks.ts';
import { type Facts, operatorsOf, portsOf } from '../facts.ts';
import { type Judged, overFamilies, overWords } from '../families.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from '../rule.ts';
import { listed, portList, settingAdvice } from '../words.ts';

/** Either of the two mends it: the router's list, or a port that the list leaves alone. */
function orUse(facts: Facts): { readonly way: readonly TextKey[]; readonly values: Record<string, Plain> } {
  const [use, login] = settingAdvice(facts, []);
  if (use !== 'finding.advice.use') return { way: use ? [use] : [], values: {} };
  // One point, whole: a login that stood by itself would read as a duty of either way.
  if (login === undefined) return { way: ['mail-allow-list.advice.or-use'], values: {} };
  return { way: ['mail-allow-list.advice.or-use-login'], values: { login: { key: login } } };
}

type Block = Judged & { readonly values: Record<string, Plain>; readonly isNearby: boolean };

/** Mail gets out to large providers but not to the user's own server, which is alive: a router or firewall keeps a list. */
export const mailAllowList: Rule = {
  code: 'mail-allow-list',
  severity: 'problem',
  unless: [...nearest, 'private-address', 'mail-ports-blocked', 'submission-blocked'],
  find(facts) {
    const block = overFamilies(
      (family) => judge(facts, family),
      (family) => facts.view(at(facts.outgoing, family, [25, 587])).connected.length > 0,
    );
    // A single sign, while mail gets out over the other family: as likely the server turned this caller away.
    if (!block || (block.confidence === 'possible' && block.only !== null)) return null;
    const { way, values } = orUse(facts);
    return {
      confidence: block.confidence,
      severity: facts.current === 'works' ? 'warning' : 'problem',
      evidence: block.evidence,
      values: { ...block.values, ...overWords(block.only), ...values },
      detail: [
        'mail-allow-list.detail',
        ...(block.isNearby ? (['finding.detail.nearby'] as const) : []),
        ...(block.confidence === 'possible' ? (['mail-allow-list.detail.possible'] as const) : []),
        ...(block.only ? (['finding.detail.one-family'] as const) : []),
      ],
      advice: [
        'mail-allow-list.advice.list',
        ...way,
        'mail-allow-list.advice.hotspot',
        'mail-allow-list.advice.company',
      ],
    };
  },
};

function judge(facts: Facts, family: Family): Block | null {
  const tried = facts.view(at(facts.submission, family, sendingPorts));
  if (tried.connected.some((o) => o.port !== 465)) return null;

  // Only ports on which others are reached tell a list from a block for everyone.
  const controls = at(facts.controls, family, portsOf(tried.failed));
  const large = facts.view(controls.filter((o) => o.operatorSize !== 'small'));
  const small = facts.view(controls.filter((o) => o.operatorSize === 'small'));
  const listedPorts = portsOf(large.connected);
  const mine = tried.failed.filter((o) => listedPorts.includes(o.port));
  const smallFailed = small.failed.filter((o) => listedPorts.includes(o.port));
  const smallConnected = small.connected.filter((o) => listedPorts.includes(o.port));
  const isSmallShut = smallFailed.length > 0 && smallConnected.length === 0;
  const alive = at(lifeOf(facts, mine), family);

  if (mine.length === 0 || (alive.length === 0 && !isSmallShut)) return null;
  if (!isSmallShut) {
    // One closed port, or 465 open, is how many providers are set up; and a server's own refusal is its own.
    if (portsOf(mine).length < 2 || tried.connected.length > 0 || mine.every(facts.isFromServer)) return null;
    if (smallConnected.length > 0 && mine.some((o) => o.outcome !== 'timeout')) return null;
  }
  return {
    confidence: isSmallShut
      ? confidenceOf(alive, large.connected)
      : smallConnected.length > 0 || isDeafBesides(facts, mine)
        ? 'possible'
        : 'likely',
    evidence: [...mine, ...large.connected, ...smallFailed, ...alive],
    values: {
      ...blockValues(facts, mine, large.connected),
      ports: portList(portsOf(mine)),
      alive: alive.length > 0 ? listed(portsOf(alive)) : '',
    },
    isNearby: nearbyDetail(facts, mine).length > 0,
  };
}

function confidenceOf(alive: readonly Observation[], largeConnected: readonly Observation[]): Confidence {
  return alive.length > 0 && operatorsOf(largeConnected).length > 1 ? 'certain' : 'likely';
}

/** The same computer is silent on ports for receiving too, over this family: as likely it bans a caller that asked much at once. */
function isDeafBesides({ own }: Facts, mine: readonly Observation[]): boolean {
  const places = new Set(mine.map(({ address }) => address));
  return own.some(
    (o) =>
      !sendingPorts.includes(o.port) &&
      places.has(o.address) &&
      o.stage === 'connect' &&
      o.outcome === 'timeout',
  );
}

/** Other ports of the same computer that answer: 993, 995, 443, 26, 2525 and so on. */
function lifeOf(facts: Facts, mine: readonly Observation[]): Observation[] {
  const hosts = new Set(mine.map((o) => o.host));
  const addresses = new Set(mine.map((o) => o.address));
  return facts.own.filter(
    (o) =>
      !sendingPorts.includes(o.port) && (hosts.has(o.host) || addresses.has(o.address)) && hasConnected(o),
  );
}
