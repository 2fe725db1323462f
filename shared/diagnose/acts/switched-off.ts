import type { ActFacts } from '../../model/act.ts';
import type { Cause } from '../../model/explanation.ts';
import { said } from '../../text/said.ts';
import type { ActContext } from './context.ts';
import { isSaidOff } from './login-rules.ts';
import type { ActWords } from './words.ts';

/** Beside these a reply does not tell that it is switched off. */
const leavesOpen: ReadonlySet<Cause> = new Set<Cause>(['login-rejected', 'auth-method-wrong']);

/** Login for sending that is switched off: as the server said it, or as what its silence and its bare replies most often mean. */
export function switchedOff(facts: ActFacts, { causes, provider, isPersonal }: ActContext): ActWords {
  const isNamed = causes[0] === 'smtp-auth-off' && !causes.some((cause) => leavesOpen.has(cause));
  if (isSaidOff(facts) || isNamed) {
    const detail = said(isPersonal ? 'act.smtp-auth-off.detail.personal' : 'act.smtp-auth-off.detail');
    const advice = said(isPersonal ? 'act.smtp-auth-off.advice.personal' : 'act.smtp-auth-off.advice');
    return { headline: said('act.smtp-auth-off.headline'), detail: [detail], advice: [advice] };
  }
  return {
    headline: said('act.smtp-auth-off.headline.perhaps', { host: facts.endpoint.host }),
    detail: [said('act.smtp-auth-off.detail.perhaps')],
    advice: [
      said('act.oauth-needed.advice.first', { provider }),
      said(isPersonal ? 'act.smtp-auth-off.advice.personal.else' : 'act.oauth-needed.advice.ask'),
    ],
  };
}

/** A rule of the organisation refused the password. Signing in in the browser satisfies most such rules; the switch for SMTP is another thing. */
export function refusedByRule(provider: string): ActWords {
  return {
    headline: said('act.oauth-needed.headline.rule'),
    detail: [said('act.oauth-needed.detail.rule')],
    advice: [said('act.oauth-needed.advice.first', { provider }), said('act.oauth-needed.advice.rule')],
  };
}
