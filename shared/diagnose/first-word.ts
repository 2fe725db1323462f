import { mayBeOfCutLine } from '../model/line-cut.ts';
import { isSilenceProven } from '../model/muteness.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { isFromOutside, operatorsForBlock, strangersReached } from './blocks.ts';
import { type Facts, operatorsOf, portsOf } from './facts.ts';
import type { Found } from './rule.ts';
import { about, listed, portList, settingAdvice } from './words.ts';

const ports = [465, 587];

/**
 * The ports for sending take connections, servers greet, and with the first word of this computer (EHLO; on 465 the ClientHello) every
 * connection dies: the user's and those of at least two other operators on each port, and not one goes on. Whoever does that stands on the way.
 */
export function deadAtFirstWord(facts: Facts): Found | null {
  const mine = facts.outgoing.filter((o) => isSubmission(o) && hasDied(o, facts));
  const first = mine.find(({ stage }) => stage === 'ehlo');
  if (!first || first.family === null) return null;
  const tried = [...facts.outgoing, ...facts.controls].filter(
    (o) => isSubmission(o) && o.family === first.family,
  );
  if (tried.some(hasGoneOn)) return null;
  const strangers = tried.filter((o) => o.role === 'reference' && hasDied(o, facts));
  const isShared = (port: number): boolean =>
    operatorsOf(strangers.filter((o) => o.port === port)).length >= operatorsForBlock;
  if (!portsOf(mine).every(isShared)) return null;
  const reached = strangersReached(facts, first.family, ports);
  if (reached.length === 0) return null;
  const isWhole = portsOf(mine).length === ports.length && isFromOutside(facts, mine);
  const operators = operatorsOf(strangers);
  return {
    confidence: isWhole ? 'certain' : 'likely',
    severity: facts.current === 'works' ? 'warning' : 'problem',
    evidence: [...mine, ...strangers, ...reached],
    values: {
      ...about(first),
      ports: portList(portsOf(mine)),
      operators: listed(operators),
      count: operators.length,
      how: first.outcome === 'timeout' ? 'silent' : 'cut',
    },
    headline: 'submission-blocked.headline.first-word',
    detail: ['submission-blocked.detail.first-word'],
    advice: [
      ...settingAdvice(facts, []),
      'submission-port-blocked.advice.local',
      'finding.advice.hotspot',
      'submission-blocked.advice.ask',
      'submission-blocked.advice.company',
    ],
  };
}

/** An attempt of which more was wanted than the greeting alone. */
function isSubmission(o: Observation): boolean {
  return ports.includes(o.port) && o.security !== 'none' && hasConnected(o) && o.outcome !== 'cancelled';
}

/** The server heard our first word, whatever it said to that. */
function hasGoneOn(o: Observation): boolean {
  return (
    o.tls !== undefined || o.serverName !== undefined || o.outcome === 'rejected' || o.outcome === 'tls-error'
  );
}

/** Silence or an end where the answer to our first word was to come. */
function hasDied(o: Observation, { all }: Facts): boolean {
  const isFirstWord = o.stage === (o.security === 'tls' ? 'tls' : 'ehlo');
  if (!isFirstWord || hasGoneOn(o)) return false;
  if (o.outcome === 'timeout') return isSilenceProven(o, all);
  return (o.outcome === 'reset' || o.outcome === 'closed') && !mayBeOfCutLine(o, all);
}
