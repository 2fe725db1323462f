import { hasConnected, type Observation } from '../../model/observation.ts';
import type { TextKey } from '../../text/catalogue.ts';
import { type Facts, portsOf } from '../facts.ts';
import type { Found } from '../rule.ts';
import { about, portList, quote } from '../words.ts';

/**
 * A program on this computer takes connections in the place of every server, and no mail goes out through it. One that passes mail on, as a
 * virus scanner should, is in nobody's way.
 */
export function takenHere(facts: Facts): Found | null {
  const taken = facts.here.filter((fact) => fact.kind === 'way-out' && fact.fate === 'taken');
  const isTaken = ({ port, family }: Observation): boolean =>
    taken.some((fact) => fact.kind === 'way-out' && fact.port === port && fact.family === family);
  const mine = facts.outgoing.filter(
    (o) => hasConnected(o) && o.outcome !== 'ok' && o.outcome !== 'cancelled' && isTaken(o),
  );
  if (mine.length === 0 || facts.good.length > 0 || facts.current === 'works') return null;
  const greeting = mine.find((o) => o.greeting)?.greeting;
  return {
    confidence: taken.length > 1 ? 'certain' : 'likely',
    evidence: mine,
    values: { ...about(mine[0]), ports: portList(portsOf(mine)), text: quote(greeting) },
    headline: 'this-computer.headline.taken',
    detail: ['this-computer.detail.taken', ...(greeting ? (['finding.detail.said'] as const) : [])],
    advice: suspects,
  };
}

const suspects: readonly TextKey[] = [
  'finding.advice.scanner',
  'finding.advice.vpn',
  'this-computer.advice.company',
];
