import { type ChildProcess, fork } from 'node:child_process';
import type { Writable } from 'node:stream';
import type { ActFacts, ActProgress } from '../../shared/model/act.ts';
import { FromActProcess, type ToActProcess } from './act-messages.ts';
import { actProcessWord } from './act-process-word.ts';
import type { ActTask, PerformAct } from './act-task.ts';

/** How long an act that was cancelled may take to hang up, in ms. */
const hangUpMs = 2_000;

/**
 * Does each act in a process of its own, forked from the built command line at `file`, that ends with the act. Only an end gives back
 * memory for certain: strings are copied as they are joined and sent, and a collected copy is not overwritten. This process never makes a
 * string of the password: its bytes go into a pipe and are overwritten.
 */
export function actInProcess(file: string): PerformAct {
  return async (task, password, onProgress, signal) => {
    const child = fork(file, [actProcessWord], { stdio: ['pipe', 'ignore', 'inherit', 'ipc'] });
    const tell = (message: ToActProcess) => child.connected && child.send(message, () => undefined);
    let killer: NodeJS.Timeout | undefined;
    const cancel = () => {
      tell({ kind: 'cancel' });
      killer = setTimeout(() => child.kill('SIGKILL'), hangUpMs);
    };
    try {
      const facts = factsFrom(child, onProgress);
      handOver(task, password, child, tell);
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel, { once: true });
      return await facts;
    } finally {
      clearTimeout(killer);
      signal.removeEventListener('abort', cancel);
      child.kill('SIGKILL'); // it has nothing left to do; its memory is given back now
    }
  };
}

function handOver(
  task: ActTask,
  password: Uint8Array,
  { stdin }: ChildProcess,
  tell: (message: ToActProcess) => void,
): void {
  const pipe = stdin as Writable; // stdio says that there is one
  pipe.on('error', () => undefined); // the process is gone, which its `exit` tells
  pipe.once('close', () => password.fill(0));
  pipe.end(password, () => password.fill(0));
  tell({ kind: 'do', task });
}

/** What the process says of its act. Rejects when it ends without, or when a bug of ours ended it. */
function factsFrom(child: ChildProcess, onProgress: (step: ActProgress) => void): Promise<ActFacts> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const heard = FromActProcess.safeParse(message);
      if (!heard.success) return reject(new Error('the process of an act said what is no message'));
      if (heard.data.kind === 'step') onProgress(heard.data.step);
      else if (heard.data.kind === 'done') resolve(heard.data.facts);
      else reject(new Error('a bug in the process of an act', { cause: heard.data.stack }));
    });
    child.once('error', reject);
    child.once('exit', (status, signal) =>
      reject(new Error(`the process of an act ended with ${status ?? signal}`)),
    );
  });
}
