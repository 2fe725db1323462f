import { carriedSettings, settingsFromReport } from '../../shared/clients/index.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import type { Wanted } from './thunderbird-change.ts';

/** `doubt`: why mail programs refuse these settings for now, and what comes before them; null where they do not. */
type ForAccount = Wanted & { readonly address: string; readonly doubt: string | null };

/**
 * What a report recommends for sending, fit to be written into a real mail program. A report of the practice network is refused: its
 * servers do not exist. So is one without settings, or with values that no file can carry.
 */
export function wantedFrom(report: Report): Result<ForAccount> {
  if (report.practice) return fail('report', said('computer.refused.practice'), 'refused');
  const settings = settingsFromReport(report);
  if (!settings.ok) return settings;
  const carried = carriedSettings(settings.value);
  if (!carried.ok) return carried;
  const { outgoing, mailAddress, mustWait, warnings = [], first = [] } = carried.value;
  const seen = report.observations.find(
    ({ role, host, port, security, outcome }) =>
      role === 'outgoing' &&
      outcome === 'ok' &&
      host.toLowerCase() === outgoing.host.toLowerCase() &&
      port === outgoing.port &&
      security === outgoing.security,
  );
  const doubt = mustWait ? say.together([...warnings, ...first]) : null;
  return ok({ server: outgoing, offered: seen?.auth ?? null, address: mailAddress, doubt });
}
