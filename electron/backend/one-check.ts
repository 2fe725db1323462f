import type { CheckInput } from '../../shared/model/check.ts';
import type { Report } from '../../shared/model/report.ts';
import { type CheckOptions, check } from '../engine/check.ts';
import { systemFor } from './system-for.ts';

/**
 * One check from start to end without a window, as the command line runs it; with a scenario's id in the practice network. Rejects
 * only for a fault of our own.
 */
export async function runOneCheck(
  input: CheckInput,
  practiceScenarioId: string | undefined,
  options: Omit<CheckOptions, 'system'>,
  signal: AbortSignal,
): Promise<Report> {
  const { system, close } = await systemFor(practiceScenarioId);
  try {
    return await check(input, { ...options, system }, signal);
  } finally {
    await close();
  }
}
