import type { ResultOf } from '../../shared/contract/contract.ts';
import type { CurrentSettings } from '../../shared/model/check.ts';
import { provenRecommendation } from '../../shared/model/proven-login.ts';
import type { Report } from '../../shared/model/report.ts';
import { isSeenSafe } from '../../shared/model/usable.ts';

/**
 * What follows from a message that a mail program shows after the change. `old`: it names the settings from before, so they are still in
 * use. `password`: the server is reached. `way`: it does not get to a server that the check got to, so the usual causes are none. `other`:
 * what it says is all there is.
 */
export type Follows = 'old' | 'password' | 'way' | 'other';

/** `now`: what the person says that the program uses since. */
export function followsFrom(
  { uses, about }: Pick<ResultOf<'explain.text'>, 'uses' | 'about'>,
  now: CurrentSettings,
  report: Report,
): Follows {
  const own = [now.host, report.input.current?.host];
  if (uses && uses.port !== now.port && own.includes(uses.host)) return 'old';
  if (about === 'password') return 'password';
  const recommendation = provenRecommendation(report);
  const { observations } = report;
  return about === 'way' && recommendation && isSeenSafe(recommendation.outgoing, observations)
    ? 'way'
    : 'other';
}

/** The recommended settings, where they are what the program uses now. */
export function usedSince(now: CurrentSettings | undefined, report: Report): CurrentSettings | null {
  const { outgoing } = provenRecommendation(report) ?? {};
  return now && outgoing && now.host === outgoing.host && now.port === outgoing.port ? now : null;
}
