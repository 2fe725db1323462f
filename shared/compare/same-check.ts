import type { Report } from '../model/report.ts';

/** Whether both are reports of one and the same check, such as a file that was named twice, or a masked copy beside the whole one. */
export function isSameCheck(older: Report, newer: Report): boolean {
  return traceOf(older) === traceOf(newer) && !isOtherNetwork(older, newer);
}

/** No second check begins in the same millisecond and takes as long at every server. */
function traceOf({ startedAt, elapsedMs, verdict, observations }: Report): string {
  const attempts = observations.map((o) => [o.id, o.port, o.startedMs, o.elapsedMs, o.outcome]);
  return JSON.stringify([startedAt, elapsedMs, verdict.code, attempts]);
}

function isOtherNetwork({ network: one }: Report, { network: other }: Report): boolean {
  return one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other);
}
