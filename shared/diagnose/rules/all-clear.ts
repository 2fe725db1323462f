import type { Observation } from '../../model/observation.ts';
import { isThisComputer } from '../../model/this-computer.ts';
import { isLoginFree } from '../../model/usable.ts';
import type { TextKey } from '../../text/catalogue.ts';
import { type Facts, portsOf } from '../facts.ts';
import { closedSubmissionPort } from '../one-port.ts';
import type { Rule } from '../rule.ts';
import { failedAfterConnecting } from '../submission-ports.ts';
import { about, listed, loginAdvice, portList, settingName } from '../words.ts';

/** How today's settings compare with the recommended ones; `better`: they work too, without encryption or on port 25. */
type Today = 'unknown' | 'right' | 'better' | 'wrong';

/** Kinds of login that every mail program knows. */
const wellKnown = new Set(['PLAIN', 'LOGIN', 'XOAUTH2', 'OAUTHBEARER']);

/** Sending works: the best outgoing setting is encrypted, proves who it is, and offers a login where one is wanted. */
export const allClear: Rule = {
  code: 'all-clear',
  severity: 'note',
  unless: 'any problem',
  find(facts) {
    const best = facts.good[0];
    if (!best) return null;
    const today = todayIn(facts);
    const failed = [...failedAfterConnecting(facts), ...(closedSubmissionPort(facts)?.mine ?? [])];
    const other = facts.evidence.recommendation?.alternatives[0];
    return {
      confidence: 'certain',
      evidence: facts.good.filter((o) => o.host === best.host && o.port === best.port),
      values: {
        ...about(best),
        setting: settingName(best),
        failed: portList(portsOf(failed)),
        kinds: listed(best.auth ?? []),
        ...(other ? { other: settingName(other) } : {}),
      },
      headline: headlineFor(today, failed),
      detail: [
        detailFor(best, facts),
        ...(isLoginUnusual(best) ? (['all-clear.detail.kinds'] as const) : []),
        ...(today === 'wrong' ? (['all-clear.detail.change'] as const) : []),
        ...(today === 'better' ? (['all-clear.detail.better'] as const) : []),
      ],
      advice: adviceFor(today, other !== undefined, facts),
    };
  },
};

/** Where nobody knows what is set today, it may be right: after a sign-in page, for example, nothing is to be changed. */
function adviceFor(today: Today, hasOther: boolean, facts: Facts): readonly TextKey[] {
  if (today === 'right') return lookElsewhere(hasOther);
  const first = today === 'unknown' ? 'all-clear.advice.compare' : 'finding.advice.use';
  const { recommendation } = facts.evidence;
  const login = recommendation ? loginAdvice(facts, recommendation.outgoing) : [];
  return [first, ...login, 'all-clear.advice.still'];
}

/** What else may be the reason, the likeliest first. */
function lookElsewhere(hasOther: boolean): TextKey[] {
  return [
    'all-clear.advice.same',
    'all-clear.advice.account',
    'finding.advice.scanner',
    'finding.advice.vpn',
    'all-clear.advice.device',
    ...(hasOther ? (['all-clear.advice.other'] as const) : []),
  ];
}

function todayIn({ evidence, current }: Facts): Today {
  const change = evidence.recommendation?.change;
  if (!change) return 'unknown';
  if (change.length === 0) return 'right';
  return current === 'works' ? 'better' : 'wrong';
}

function headlineFor(today: Today, failed: readonly Observation[]): TextKey {
  if (today === 'right') return 'all-clear.headline.right';
  if (today === 'wrong') return 'all-clear.headline.change';
  if (today === 'better') return 'all-clear.headline.better';
  return failed.length > 0 ? 'all-clear.headline.other-fails' : 'all-clear.headline';
}

function detailFor(best: Observation, { evidence }: Facts): TextKey {
  if (isThisComputer(best.host)) return 'all-clear.detail.this-computer';
  return isLoginFree(best, evidence.discovery) ? 'all-clear.detail.no-login' : 'all-clear.detail';
}

function isLoginUnusual({ auth = [] }: Observation): boolean {
  return auth.length > 0 && !auth.some((kind) => wellKnown.has(kind.toUpperCase()));
}
