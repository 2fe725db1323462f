import type { Provider } from '../model/check.ts';
import { unusualSecret } from '../model/claims.ts';
import { type Result, right, wrong } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { said } from '../text/said.ts';
import type { ClientSettings } from './client.ts';
import { faultsOf } from './faults.ts';

/**
 * What a mail program needs, taken from a report; a Problem when the check found no settings that work. The mail address is empty
 * when only a server was checked.
 */
export function settingsFromReport(report: Report, displayName = ''): Result<ClientSettings> {
  const { recommendation, input } = report;
  if (recommendation === null) {
    return wrong('report', said('client.no-settings'), 'not-found');
  }
  const { outgoing, incoming, change } = recommendation;
  const warnings = faultsOf(report, incoming ? [outgoing, incoming] : [outgoing]);
  const keeper = unusualSecret(report.discovery, outgoing.host);
  return right({
    outgoing,
    incoming,
    change,
    mailAddress: input.address ?? '',
    displayName,
    ...(hasOwnPassword(keeper?.secret) && { secret: keeper?.secret }),
    ...(report.practice && { isPractice: true }),
    ...(warnings.length > 0 && { warnings }),
  });
}

/** The provider wants a password, and not simply the account's. */
function hasOwnPassword(secret: Provider['secret']): boolean {
  return secret !== undefined && secret !== 'password' && secret !== 'browser';
}
