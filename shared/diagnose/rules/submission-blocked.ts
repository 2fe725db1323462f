import type { Family } from '../../model/family.ts';
import type { Plain } from '../../text/said.ts';
import {
  at,
  blockValues,
  isFromOutside,
  isHalfHeard,
  isSelective,
  lifeBeside,
  nearbyDetail,
  operatorsForBlock,
  strangersReached,
  viewsOf,
} from '../blocks.ts';
import { type Facts, operatorsOf, portsOf } from '../facts.ts';
import { type Judged, overFamilies, overWords } from '../families.ts';
import { deadAtFirstWord } from '../first-word.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from '../rule.ts';
import { portList, wayAroundAdvice } from '../words.ts';

const ports = [465, 587];

type Block = Judged & { readonly values: Record<string, Plain>; readonly isNearby: boolean };

/**
 * 587 and 465 fail, at the user's server and at the controls, while the web or another mail port connects; or whatever is said there ends the
 * connection.
 */
export const submissionBlocked: Rule = {
  code: 'submission-blocked',
  severity: 'problem',
  unless: [...nearest, 'mail-ports-blocked'],
  find(facts) {
    const submission = [...facts.outgoing, ...facts.controls];
    const block = overFamilies(
      (family) => judge(facts, family),
      (family) => facts.shutView(at(submission, family, ports)).connected.length > 0,
    );
    if (!block) return deadAtFirstWord(facts);
    const open = openPort(facts);
    return {
      confidence: block.confidence,
      severity: facts.current === 'works' ? 'warning' : 'problem',
      evidence: block.evidence,
      values: {
        ...block.values,
        ...overWords(block.only),
        ...(open !== null && { open }),
      },
      ...(open !== null && { headline: 'submission-blocked.headline.open' }),
      detail: [
        'submission-blocked.detail',
        ...(block.isNearby ? (['finding.detail.nearby'] as const) : []),
        ...(block.only ? (['finding.detail.one-family'] as const) : []),
      ],
      advice: [
        ...wayAroundAdvice(facts, ['submission-blocked.advice.network']),
        'submission-port-blocked.advice.local',
        'submission-blocked.advice.ask',
        'submission-blocked.advice.company',
      ],
    };
  },
};

/** Another port that mail can safely be sent through here: then nobody is told that no program can send. */
function openPort({ evidence }: Facts): number | null {
  const { port, security } = evidence.recommendation?.outgoing ?? {};
  return port === undefined || security === 'none' || ports.includes(port) ? null : port;
}

function judge(facts: Facts, family: Family): Block | null {
  const { mine, controls } = viewsOf(
    facts,
    at(facts.outgoing, family, ports),
    at(facts.controls, family, ports),
  );
  const life = lifeBeside(facts, ports);
  if (mine.connected.length > 0 || controls.connected.length > 0 || mine.failed.length === 0) return null;
  if (operatorsOf(controls.failed).length < operatorsForBlock || isSelective(facts, family, ports))
    return null;
  if (isHalfHeard(facts, family)) return null;
  // Where no stranger is reached at all over this family, their silence on these ports is no block of them.
  if (strangersReached(facts, family, ports).length === 0) return null;
  // Where the user's server was tried on both ports, both must fail elsewhere too: it may just not offer one of them.
  const minePorts = portsOf(mine.failed);
  const shared = portsOf(controls.failed);
  if (!minePorts.every((port) => shared.includes(port))) return null;
  const isComparedOn = (port: number): boolean =>
    operatorsOf(controls.failed.filter((o) => o.port === port)).length >= operatorsForBlock;
  const isWhole =
    minePorts.length === 2 &&
    minePorts.every(isComparedOn) &&
    mine.unsure.length === 0 &&
    controls.unsure.length === 0 &&
    isFromOutside(facts, mine.failed);
  return {
    confidence: isWhole ? 'certain' : 'likely',
    evidence: [...mine.failed, ...controls.failed, ...life],
    values: { ...blockValues(facts, mine.failed, controls.failed), ports: portList(minePorts) },
    isNearby: nearbyDetail(facts, mine.failed).length > 0,
  };
}
