import { type ActFacts, refusedLogins } from '../../shared/model/act.ts';
import { addressIn, type Report } from '../../shared/model/report.ts';
import type { History } from './history.ts';

/** So long providers remember refused logins, as far as they say: in ms. */
const rememberedMs = 24 * 60 * 60 * 1000;

/**
 * How many logins at `host` were refused lately, and since the last one that was accepted: in this report, and after the checks about the
 * same address that are kept on this computer. The password was asked for by runs that know nothing of each other; the provider counts
 * them all.
 */
export async function refusedBefore(
  report: Report,
  host: string,
  history: Pick<History, 'actsAbout'>,
  nowMs: number,
): Promise<number> {
  const subject = addressIn(report);
  const kept = report.practice || subject === undefined ? [] : await history.actsAbout(subject);
  const since = new Date(nowMs - rememberedMs).toISOString();
  const byMoment = new Map<string, ActFacts>(
    [...kept, ...(report.acts ?? [])].map((act) => [act.startedAt, act]),
  );
  const acts = [...byMoment.values()]
    .filter(({ endpoint, startedAt }) => endpoint.host === host && startedAt >= since)
    .sort((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  return refusedLogins(acts.slice(acts.findLastIndex(isAccepted) + 1));
}

/** Whatever became of the message. */
function isAccepted({ stage, outcome }: ActFacts): boolean {
  return outcome === 'ok' || ['mail', 'rcpt', 'data', 'done'].includes(stage);
}
