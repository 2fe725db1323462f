import { ok } from '../../../shared/model/problem.ts';
import { parsePort } from '../../../shared/parse/port.ts';
import { worded } from '../../backend/input.ts';
import type { RunCommand } from '../command.ts';
import { showWindow } from '../show-window.ts';

/** `postway serve`: the same window in a browser, on 127.0.0.1 only. */
export const runServeCommand: RunCommand = async (args, context) => {
  const text = args.value('port');
  // 0 is no port that anybody can type into a browser, but the usual way to say "any".
  const port = text === undefined || text === '0' ? ok(0) : worded('--port', parsePort(text));
  if (!port.ok) return port;
  const isOpenForced = args.has('open');
  const language = args.value('language');
  return ok(await showWindow({ port: port.value, practice: null, language, isOpenForced }, context));
};
