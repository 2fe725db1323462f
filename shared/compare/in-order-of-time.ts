import type { Report } from '../model/report.ts';

/** Two checks, the one that was made first before the other: as they are named where their times are the same or cannot be read. */
export function inOrderOfTime(one: Report, other: Report): readonly [Report, Report] {
  return Date.parse(other.startedAt) < Date.parse(one.startedAt) ? [other, one] : [one, other];
}
