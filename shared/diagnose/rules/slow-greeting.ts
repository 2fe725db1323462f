import { answerMoments } from '../../model/answer-moments.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import { type Facts, portsOf } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { about, portList, settingAdvice } from '../words.ts';

/** Servers that pause on purpose wait from 6 to 20 s; a greeting that came in less is merely leisurely. */
const slowMs = 5_000;

/** The greeting, or the answer to EHLO, took long, but came. */
export const slowGreeting: Rule = {
  code: 'slow-greeting',
  severity: 'note',
  unless: ['offline', 'captive-portal'],
  find(facts) {
    const undisturbed = facts.submission.filter(
      (o) => !wasDisturbed(facts, o) && !wasEverybodyLate(facts, o),
    );
    const late = undisturbed.filter((o) => (o.timings.greeting ?? 0) > slowMs && o.greeting !== undefined);
    const atHello = undisturbed.filter(
      (o) =>
        (o.timings.ehlo ?? 0) > slowMs && o.serverName !== undefined && !isUnanswered(o) && !late.includes(o),
    );
    const slow = [...late, ...atHello];
    const isLate = late.length > 0;
    // The setting that is recommended is the one that is spoken of.
    const told = isLate ? late : atHello;
    const first = told.find((o) => o === facts.good[0]) ?? told[0];
    if (!first) return null;
    const tookMs = (isLate ? first.timings.greeting : first.timings.ehlo) ?? 0;
    // When every setting that works begins with a long wait, the wait is what an impatient program fails on.
    const isEverywhere = facts.good.length > 0 && facts.good.every((o) => slow.includes(o));
    return {
      confidence: 'certain',
      yields: !(isEverywhere && facts.current !== 'works'),
      evidence: slow,
      values: { ...about(first), ports: portList(portsOf(slow)), seconds: Math.round(tookMs / 1000) },
      ...(isLate ? {} : { headline: 'slow-greeting.headline.hello', detail: ['slow-greeting.detail.hello'] }),
      advice: [...settingAdvice(facts, []), 'slow-greeting.advice.1'],
    };
  },
};

/** The time is that of a wait in vain, if only for the second answer to EHLO, after encryption had begun. */
function isUnanswered({ stage, outcome }: Observation): boolean {
  return stage === 'ehlo' && outcome !== 'ok' && outcome !== 'rejected';
}

/**
 * For more than half of its time no other server was heard, and then one was: this computer was busy, or the line stood still, and the wait
 * was not the server's.
 */
function wasEverybodyLate({ all }: Facts, o: Observation): boolean {
  const endMs = o.startedMs + o.elapsedMs;
  const heard = all
    .filter((other) => other.address !== o.address && hasConnected(other))
    .flatMap(answerMoments)
    .filter((ms) => ms > o.startedMs && ms < endMs)
    .sort((a, b) => a - b);
  const longestMs = Math.max(0, ...heard.map((ms, index) => ms - (heard[index - 1] ?? o.startedMs)));
  return longestMs > o.elapsedMs / 2;
}

/** The computer slept or was without a network meanwhile, so that the wait was not the server's. */
function wasDisturbed({ evidence: { disturbances = [] } }: Facts, o: Observation): boolean {
  return disturbances.some(
    ({ fromMs, untilMs }) => o.startedMs < untilMs && o.startedMs + o.elapsedMs > fromMs,
  );
}
