import { reportIn, wordedRecommendation } from '../diagnose/worded.ts';
import type { DiscoveryEntry } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { recommend } from '../recommend/recommend.ts';
import type { Say } from '../text/words.ts';
import { judge } from './judge.ts';

/** What a check concludes. */
type Conclusion = Pick<Report, 'verdict' | 'recommendation' | 'elapsedMs'>;

/**
 * What a check of one address concludes for another one of the same domain, or (`undefined`) for the domain itself: servers and network are
 * the same, the user name and what speaks of the address are not. Pure.
 */
export function forAddress(report: Report, address: string | undefined, say: Say): Conclusion {
  const { address: before, ...input } = report.input;
  if (before === address) return report;
  const { schema: _schema, suspicion: _suspicion, ...evidence } = report;
  const anew = {
    ...evidence,
    input: { ...input, ...(address !== undefined && { address }) },
    discovery: before === undefined ? report.discovery : withUser(report.discovery, before, address),
  };
  // Most verdicts speak of servers alone, and judging takes a hundred times as long as choosing the settings.
  if (before === undefined || speaksOf(report.verdict, before))
    return reportIn({ ...anew, ...judge(anew) }, say);
  const recommended = recommend(anew);
  return { ...report, recommendation: recommended && wordedRecommendation(recommended, say) };
}

function speaksOf({ words }: Report['verdict'], address: string): boolean {
  return words === undefined || JSON.stringify(words).includes(`${localPartOf(address)}@`);
}

/** User names that a source made of one address, made of another one. Those that name no such thing stay as they are. */
function withUser(
  discovery: readonly DiscoveryEntry[],
  from: string,
  to: string | undefined,
): DiscoveryEntry[] {
  return discovery.map((entry) => ({
    ...entry,
    servers: entry.servers.map(({ username, ...server }) => {
      const user = username === undefined ? undefined : userFor(username, from, to);
      return user === undefined ? server : { ...server, username: user };
    }),
  }));
}

/** `anna@example.org`, `anna`, `DOMAIN\anna`, `anna@inside.example`; undefined where there is nobody to make it of. */
function userFor(username: string, from: string, to: string | undefined): string | undefined {
  const madeOf = (part: string, start: number): boolean =>
    username.slice(start, start + part.length).toLowerCase() === part.toLowerCase() &&
    !/^[\w.+-]/.test(username.slice(start + part.length));
  const start = username.lastIndexOf('\\') + 1;
  const local = localPartOf(from);
  if (!madeOf(local, start)) return username;
  if (to === undefined) return undefined;
  const [part, other] = madeOf(from, start) ? [from, to] : [local, localPartOf(to)];
  return username.slice(0, start) + other + username.slice(start + part.length);
}

function localPartOf(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}
