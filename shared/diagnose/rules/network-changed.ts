import { type Disturbance, judgedByAnotherClock } from '../../model/disturbance.ts';
import type { TextKey } from '../../text/index.ts';
import type { Facts } from '../facts.ts';
import type { Rule } from '../rule.ts';

type Kind = Disturbance['kind'];

/** What happened to this computer during the check, the most telling first. */
const words: readonly (readonly [Kind, TextKey, TextKey])[] = [
  ['other-network', 'network-changed.headline', 'network-changed.detail'],
  ['lost', 'network-changed.headline.lost', 'network-changed.detail.lost'],
  ['clock-leapt', 'network-changed.headline.clock', 'network-changed.detail.clock'],
  ['asleep', 'network-changed.headline.asleep', 'network-changed.detail.asleep'],
];

/** The network went away or became another one, the computer slept, or its clock was set, while the check went on. */
export const networkChanged: Rule = {
  code: 'network-changed',
  severity: 'note',
  find(facts) {
    const kinds = kindsOf(facts);
    const told = words.filter(([kind]) => kinds.has(kind));
    const [first] = told;
    if (!first) return null;
    return {
      confidence: 'certain',
      evidence: facts.voided.length > 0 ? facts.voided : facts.all.slice(-1),
      headline: first[1],
      detail: [...told.map(([, , detail]) => detail), 'network-changed.detail.again'],
      advice: ['network-changed.advice.1'],
    };
  },
};

function kindsOf({ evidence: { disturbances = [] }, voided, all }: Facts): Set<Kind> {
  const kinds = new Set(disturbances.map(({ kind }) => kind));
  // Two answers by one certificate: the date was another one in between, whoever noticed.
  if (kinds.size === 0 && judgedByAnotherClock([...voided, ...all]).length > 0) kinds.add('clock-leapt');
  return kinds;
}
