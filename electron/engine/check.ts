import type { CheckEvent, CheckInput } from '../../shared/model/check.ts';
import type { Report } from '../../shared/model/report.ts';
import type { System } from './system.ts';

export type CheckOptions = {
  readonly system: System;
  /** Written into the report. */
  readonly version: string;
  readonly onEvent?: (event: CheckEvent) => void;
};

/**
 * One check from input to report. Never rejects for anything the network does; when `signal` aborts it ends at once with what
 * is known, marked `interrupted`.
 */
export async function check(
  _input: CheckInput,
  _options: CheckOptions,
  _signal: AbortSignal,
): Promise<Report> {
  throw new Error('not built yet');
}
