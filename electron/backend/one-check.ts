import { reportIn } from '../../shared/diagnose/worded.ts';
import type { CheckInput } from '../../shared/model/check.ts';
import type { Report } from '../../shared/model/report.ts';
import type { Say } from '../../shared/text/words.ts';
import { type CheckOptions, check } from '../engine/check.ts';
import { systemFor } from './system-for.ts';

/** The engine's check, with its report in words. */
export function wordedCheck(say: Say) {
  return async (input: CheckInput, options: CheckOptions, signal: AbortSignal): Promise<Report> =>
    reportIn(await check(input, options, signal), say);
}

/**
 * One check from start to end without a window, as the command line runs it; with a scenario's id in the practice network. Its report has
 * the words of `say`. Rejects
 * only for a fault of our own.
 */
export async function runOneCheck(
  input: CheckInput,
  practiceScenarioId: string | undefined,
  { say, ...options }: Omit<CheckOptions, 'system'> & { readonly say: Say },
  signal: AbortSignal,
): Promise<Report> {
  const { system, close } = await systemFor(practiceScenarioId);
  try {
    return await wordedCheck(say)(input, { ...options, system }, signal);
  } finally {
    await close();
  }
}
