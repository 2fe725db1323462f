import type { Family } from '../../model/family.ts';
import { isStopped, type WayOut } from '../../model/here.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import type { TextKey } from '../../text/catalogue.ts';
import { type Facts, isWithoutAnswer, portsOf } from '../facts.ts';
import type { Found } from '../rule.ts';
import { about, portList, settingAdvice } from '../words.ts';

type Fate = Exclude<WayOut['fate'], 'out' | 'taken'>;

/**
 * Connections do not leave this computer, although others do: a firewall or security program shuts ports, or its way to one address leads
 * nowhere. Only what was seen on this computer itself tells: a router next door refuses as fast.
 */
export function shutHere(facts: Facts): Found | null {
  const stopped = facts.here.filter(isStopped).filter(({ fate }) => fate !== 'taken');
  const noWay = stopped.filter(({ fate, family }) => fate === 'no-way' && isAlive(facts, family));
  const shut = stopped.filter(({ fate }) => fate !== 'no-way');
  return shut.length > 0
    ? byFirewall(facts, shut)
    : (byRoute(facts, noWay) ?? withoutGateway(facts, stopped));
}

function byFirewall(facts: Facts, shut: readonly WayOut[]): Found | null {
  const isShut = ({ port, family }: Observation): boolean =>
    shut.some((fact) => fact.port === port && fact.family === family);
  const failed = facts.all.filter((o) => isWithoutAnswer(o) && o.address !== null && isShut(o));
  const mine = failed.filter((o) => o.role === 'outgoing');
  const [first = failed[0]] = mine;
  if (!first) return null;
  const fate = shut[0]?.fate as Fate;
  const isOneServer = isOnlyToOne(facts, mine);
  const ports = portsOf(mine.length > 0 ? mine : failed);
  return {
    confidence: isSure(fate, shut) ? 'certain' : 'likely',
    severity: severityOf(facts, ports),
    evidence: [...mine, ...failed.filter((o) => !mine.includes(o))],
    values: { ...about(first), ports: portList(ports) },
    headline: headlineOf(facts, mine),
    detail: [
      detailOf(fate),
      ...(isOneServer ? (['this-computer.detail.only-one'] as const) : []),
      ...familyDetail(facts, shut),
    ],
    advice: [
      ...settingAdvice(facts, []),
      fate === 'unheard' ? 'this-computer.advice.arrivals' : 'this-computer.advice.firewall',
      'this-computer.advice.scanner',
      'this-computer.advice.company',
    ],
  };
}

/** One program's packet in the wrong moment cannot make two of them; what arrives is counted together with everybody else's. */
function isSure(fate: Fate, shut: readonly WayOut[]): boolean {
  return fate === 'forbidden' || (fate !== 'unheard' && shut.length > 1);
}

function headlineOf(facts: Facts, mine: readonly Observation[]): TextKey {
  if (!facts.all.some(hasConnected)) return 'this-computer.headline.firewall-all';
  return isOnlyToOne(facts, mine) ? 'this-computer.headline.firewall-one' : 'this-computer.headline.firewall';
}

/** Others are reached on these very ports: the rule is about this server's address. */
function isOnlyToOne(facts: Facts, mine: readonly Observation[]): boolean {
  return facts.controls.some(
    (o) => !isWithoutAnswer(o) && mine.some(({ port, family }) => port === o.port && family === o.family),
  );
}

/** What still works makes it harmless, unless the program is set to what does not. */
function severityOf(
  { current, good, evidence }: Facts,
  ports: readonly number[],
): 'problem' | 'warning' | 'note' {
  const used = evidence.input.current?.port;
  if (current === 'works') return 'note';
  if (good.length === 0 || (used !== undefined && ports.includes(used))) return 'problem';
  return ports.includes(587) || ports.includes(465) ? 'warning' : 'note';
}

function detailOf(fate: Fate): TextKey {
  switch (fate) {
    case 'forbidden':
      return 'this-computer.detail.forbidden';
    case 'dropped':
      return 'this-computer.detail.dropped';
    case 'held-back':
      return 'this-computer.detail.held-back';
    case 'unheard':
      return 'this-computer.detail.unheard';
    default:
      return 'this-computer.detail.rejected';
  }
}

/** Only one family is shut, and the other is in use. */
function familyDetail(facts: Facts, shut: readonly WayOut[]): TextKey[] {
  const families = new Set(shut.map(({ family }) => family));
  const isOtherUsed = facts.all.some((o) => o.family !== null && !families.has(o.family) && hasConnected(o));
  return families.size === 1 && isOtherUsed ? ['this-computer.detail.one-family'] : [];
}

/** No way to the user's own server, while the rest of the world is reached over the same family. */
function byRoute(facts: Facts, noWay: readonly WayOut[]): Found | null {
  const led = facts.outgoing.filter((o) => noWay.some(({ address }) => address === o.address));
  const [first] = led;
  if (!first || facts.outgoing.some((o) => o.host === first.host && hasConnected(o))) return null;
  return {
    confidence: 'certain',
    severity: facts.good.length === 0 ? 'problem' : 'warning',
    evidence: led,
    values: { ...about(first), address: first.address ?? '' },
    headline: 'this-computer.headline.route',
    detail: ['this-computer.detail.route'],
    advice: [...settingAdvice(facts, []), 'finding.advice.vpn', 'this-computer.advice.route'],
  };
}

/** To nobody there is a way, neither to the user's server nor to a stranger's, though names are found: the world's own entry is missing. */
function withoutGateway(facts: Facts, stopped: readonly WayOut[]): Found | null {
  const led = facts.all.filter((o) => stopped.some(({ address }) => address === o.address));
  const [first] = led.filter(({ role }) => role === 'outgoing');
  const isStrangers = led.some(({ role }) => role === 'reference' || role === 'portal');
  if (!first || !isStrangers || facts.all.some(hasConnected)) return null;
  return {
    confidence: 'certain',
    evidence: led,
    values: about(first),
    headline: 'this-computer.headline.gateway',
    detail: ['this-computer.detail.gateway'],
    advice: ['this-computer.advice.gateway', 'finding.advice.vpn'],
  };
}

function isAlive(facts: Facts, family: Family): boolean {
  return facts.all.some((o) => o.family === family && hasConnected(o));
}
