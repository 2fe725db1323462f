import { ok } from '../../../shared/model/problem.ts';
import type { RunCommand } from '../command.ts';
import { exitStatus } from '../exit-status.ts';

/** `postway mcp`: the same program for assistants, over standard input and output, until they close it. */
export const runMcpCommand: RunCommand = async (args, { shell, services }) => {
  const stop = new AbortController();
  const forget = shell.onInterrupt(() => stop.abort());
  try {
    await services.serveMcp(stop.signal, { isMasked: args.has('mask') });
    return ok(stop.signal.aborted ? exitStatus.interrupted : exitStatus.ok);
  } finally {
    forget();
  }
};
