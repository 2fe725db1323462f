import { utilityProcess } from 'electron';
import { actProcessWord } from '../backend/act-process-word.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';

/** What the engine says about processes of acts. */
export type ActQuestion = Extract<FromEngine, { kind: `act-${string}` }>;

/** More acts than anybody begins at once: an engine that went astray starts no more processes. */
const mostAtOnce = 16;

/**
 * Starts for the engine a process for each act, which only this process can, and carries what the two say to each other. Of a password
 * nothing is kept here.
 */
export function actProcesses(
  engineFile: string,
  tell: (message: ToEngine) => void,
): { asked(question: ActQuestion): void; end(): void } {
  const running = new Map<number, Electron.UtilityProcess>();
  const begin = (act: number, password: Uint8Array): void => {
    if (running.has(act) || running.size >= mostAtOnce) {
      tell({ kind: 'act-ended', act, how: 'too many at once' });
      return;
    }
    const process = utilityProcess.fork(engineFile, [actProcessWord], { serviceName: 'Postway login' });
    running.set(act, process);
    process.on('message', (message: unknown) => tell({ kind: 'act-said', act, message }));
    process.on('exit', (code) => {
      running.delete(act);
      tell({ kind: 'act-ended', act, how: String(code) });
    });
    process.postMessage({ kind: 'password', password }); // by copy
  };
  return {
    asked(question) {
      if (question.kind === 'act-tell') running.get(question.act)?.postMessage(question.message);
      else if (question.kind === 'act-over') running.get(question.act)?.kill();
      else {
        begin(question.act, question.password);
        question.password.fill(0);
      }
    },
    end() {
      for (const process of running.values()) process.kill();
    },
  };
}
