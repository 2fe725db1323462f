import type { Observation } from '../model/observation.ts';
import { type Said, said } from '../text/said.ts';
import type { Facts } from './facts.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How far a web server's date is from this computer's clock, when that is more than a day; null otherwise or when unknown. */
export function clockOffset(facts: Facts): { readonly ms: number; readonly seenAt: Observation } | null {
  const seenAt = facts.portal.find((o) => Math.abs(o.web?.clockOffsetMs ?? 0) > dayMs);
  return seenAt ? { ms: seenAt.web?.clockOffsetMs ?? 0, seenAt } : null;
}

/**
 * How far this computer's clock is from where it was when the check began, when that is more than a day and no web server gave a date that
 * would tell which of both is right; null otherwise. A positive offset as above: the clock was set back.
 */
export function clockLeap({ portal, evidence }: Facts): { readonly ms: number } | null {
  if (portal.some((o) => o.web?.clockOffsetMs !== undefined)) return null;
  const leapMs = (evidence.disturbances ?? []).reduce(
    (sum, disturbance) => sum + (disturbance.leapMs ?? 0),
    0,
  );
  return Math.abs(leapMs) > dayMs ? { ms: -leapMs } : null;
}

/** `offset` as people say it, and whether the clock is ahead or behind. A positive offset: the web is later, the clock behind. */
export function offsetWords(ms: number): {
  readonly offset: Said;
  readonly direction: 'ahead' | 'behind';
} {
  const days = Math.round(Math.abs(ms) / dayMs);
  const offset =
    days > 730
      ? said('finding.years', { count: Math.round(days / 365) })
      : said('finding.days', { count: days });
  return { offset, direction: ms > 0 ? 'behind' : 'ahead' };
}
