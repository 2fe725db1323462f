import { ErrorCode } from './error-code.ts';
import type { Observation } from './observation.ts';

/** Whose detail is a remark of ours: how many attempts there were, or why it was stopped. */
const remarked: readonly string[] = ['no-answer', 'cancelled'];

/**
 * What the other side or the TLS library said of an attempt that failed, in its own words; empty where every word is ours. In a report from
 * before `error.said` they follow ours behind a colon.
 */
export function saidByOthers({ outcome, error }: Pick<Observation, 'outcome' | 'error'>): string {
  if (error === undefined) return '';
  const { code, message, said } = error;
  if (said !== undefined) return said;
  if (!ErrorCode.safeParse(code).success) return outcome === 'rejected' ? message : '';
  return remarked.includes(code) ? '' : message.split(': ').slice(1).join(': ');
}
