import type { FindingCode } from '../model/finding.ts';
import { type Said, said } from '../text/said.ts';
import type { Evidence } from './evidence.ts';

/** Servers that are told with a verdict. */
const maxTold = 3;

/** What answered here need not have been the provider, or nothing of the provider's is of use. */
const isNoMatter: ReadonlySet<FindingCode> = new Set([
  'captive-portal',
  'dns-hijacked',
  'domain-misspelt',
  'no-smtp-service',
]);

/** What is said about servers that somebody named and that were not tried, beside the verdict. */
type AboutWithheld = { readonly detail: readonly Said[]; readonly advice: readonly Said[] };

/**
 * The outgoing servers that were found and left alone for caution: why, and how a person has them tried. Only while nothing safe is
 * recommended, because whoever named them may have been a stranger.
 */
export function aboutWithheld({ recommendation, discovery }: Evidence, verdict: FindingCode): AboutWithheld {
  const hasSafe = recommendation !== null && recommendation.outgoing.security !== 'none';
  if (hasSafe || isNoMatter.has(verdict)) return { detail: [], advice: [] };
  const named = discovery.flatMap(({ servers }) => servers).filter(({ role }) => role === 'outgoing');
  const contacted = new Set(named.filter(({ withheld }) => !withheld).map(({ host }) => host));
  const reasons = new Map(
    named.flatMap(({ host, withheld }) =>
      withheld && !contacted.has(host) ? [[host, withheld] as const] : [],
    ),
  );
  const told = [...reasons].slice(0, maxTold);
  const elsewhere = told.length === 0 ? sentElsewhere(discovery).slice(0, 1) : [];
  return {
    detail: [
      ...told.map(([host, reason]) => said(`finding.withheld.${reason}`, { host })),
      ...elsewhere.map((host) => said('finding.withheld.sent-elsewhere', { host })),
    ],
    advice: [
      ...told.map(([host, reason]) => said(`finding.withheld.advice.${reason}`, { host })),
      ...elsewhere.map((host) => said('finding.withheld.advice.sent-elsewhere', { host })),
    ],
  };
}

/** Where the domain itself sends on for settings, in another domain, which was not asked; of that only a remark speaks. */
function sentElsewhere(discovery: Evidence['discovery']): string[] {
  const remarks = discovery.flatMap((entry) => entry.remarks ?? []);
  return remarks.flatMap((remark) => {
    const host = typeof remark === 'string' ? undefined : remark.values?.host;
    const isIt = typeof remark !== 'string' && remark.key === 'discovery.sent-elsewhere';
    return isIt && typeof host === 'string' ? [host] : [];
  });
}
