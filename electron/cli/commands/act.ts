import type { ActKind } from '../../../shared/model/act.ts';
import { fail, type Result } from '../../../shared/model/problem.ts';
import { said } from '../../../shared/text/said.ts';
import { actAfter } from '../act.ts';
import { readActOptions } from '../act-options.ts';
import type { Arguments, Context, RunCommand } from '../command.ts';
import { reportOrCheck } from '../report-or-check.ts';

/** `postway login`: one login, with the settings of a check, to see whether the server takes it. */
export const runLoginCommand: RunCommand = (args, context) => acting('login', args, context);

/** `postway send-test`: the same, and one message that is watched for in the person's own mailbox. */
export const runSendTestCommand: RunCommand = (args, context) => acting('message', args, context);

async function acting(kind: ActKind, args: Arguments, context: Context): Promise<Result<number>> {
  const request = readActOptions(kind, args);
  if (!request.ok) return request;
  if (args.has('password-stdin') && args.value('report') === '-') {
    return fail('--report', said('cli.wrong.clash', { other: '--password-stdin' }));
  }
  const report = (signal: AbortSignal) => reportOrCheck(args, request.value, context, signal);
  return actAfter(report, request.value, args, context);
}
