import type { WebProxy } from '../../model/here.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import { placeOf } from '../../parse/ip-range.ts';
import { hasDnsAnswered } from '../names.ts';
import type { Rule } from '../rule.ts';

/** Nobody outside is reached, and a web proxy is what leads out of this network. */
export const proxyOnly: Rule = {
  code: 'proxy-only',
  severity: 'problem',
  unless: ['this-computer'],
  find(facts) {
    const proxy = facts.here.find((fact): fact is WebProxy => fact.kind === 'web-proxy');
    const tried = facts.all.filter((o) => o.outcome !== 'cancelled' && o.outcome !== 'ok');
    if (facts.portalSigns().length > 0) return null;
    // Whoever is reached without it shows that it is not the only way.
    if (!proxy || tried.length === 0 || facts.all.some(isReachedOutside)) return null;
    // Where neither it nor any name server answers, this computer is simply offline.
    if (!proxy.isAnswering && !hasDnsAnswered(facts)) return null;
    const outside = tried.filter((o) => o.role === 'reference' || o.role === 'portal' || o.address === null);
    return {
      confidence: proxy.isAnswering && outside.length >= 2 ? 'certain' : 'likely',
      evidence: tried,
      values: {
        proxy: proxy.port === 0 ? proxy.host : `${proxy.host}:${proxy.port}`,
        variable: proxy.variable,
      },
      detail: [
        hasDnsAnswered(facts) && outside.some(isNameless) ? 'proxy-only.detail.names' : 'proxy-only.detail',
        proxy.isAnswering ? 'proxy-only.detail.proxy' : 'proxy-only.detail.proxy-silent',
      ],
      advice: ['proxy-only.advice.ask', 'proxy-only.advice.webmail', 'finding.advice.hotspot'],
    };
  },
};

function isReachedOutside(o: Observation): boolean {
  return hasConnected(o) && o.address !== null && placeOf(o.address) === 'public';
}

function isNameless(o: Observation): boolean {
  return o.outcome === 'dns-error' && (o.error?.code === 'no-name' || o.error?.code === 'no-data');
}
