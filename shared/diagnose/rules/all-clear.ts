import { isLoginFree } from '../../model/usable.ts';
import { portsOf } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { failedAfterConnecting } from '../submission-ports.ts';
import { about, portList, settingName } from '../words.ts';

/** Sending works: the best outgoing setting is encrypted, proves who it is, and offers a login where one is wanted. */
export const allClear: Rule = {
  code: 'all-clear',
  severity: 'note',
  unless: 'any problem',
  find(facts) {
    const best = facts.good[0];
    if (!best) return null;
    const change = facts.evidence.recommendation?.change;
    const hasChange = change !== undefined && change !== null && change.length > 0;
    const isFree = isLoginFree(best, facts.evidence.discovery);
    const failed = failedAfterConnecting(facts);
    const same = facts.good.filter((o) => o.host === best.host && o.port === best.port);
    return {
      confidence: 'certain',
      evidence: same,
      values: { ...about(best), setting: settingName(best), failed: portList(portsOf(failed)) },
      ...(hasChange ? { headline: 'all-clear.headline.change' } : {}),
      ...(!hasChange && failed.length > 0 ? { headline: 'all-clear.headline.other-fails' } : {}),
      detail: [
        isFree ? 'all-clear.detail.no-login' : 'all-clear.detail',
        ...(hasChange ? (['all-clear.detail.change'] as const) : []),
      ],
      advice: [
        ...(change?.length === 0
          ? (['all-clear.advice.same'] as const)
          : (['finding.advice.use', 'finding.advice.login'] as const)),
        'all-clear.advice.still',
      ],
    };
  },
};
