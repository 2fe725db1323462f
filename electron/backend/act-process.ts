import { type ChildProcess, fork } from 'node:child_process';
import type { Writable } from 'node:stream';
import type { ActFacts, ActProgress } from '../../shared/model/act.ts';
import { FromActProcess, type ToActProcess } from './act-messages.ts';
import { actProcessWord } from './act-process-word.ts';
import type { PerformAct } from './act-task.ts';

/** How long an act that was cancelled may take to hang up, in ms. */
const hangUpMs = 2_000;

/** A process that was started for one act. What is said to one that has ended is lost. */
export type ActProcess = {
  /** Hands the password over; its bytes are overwritten as soon as they are on their way. */
  give(password: Uint8Array): void;
  tell(message: ToActProcess): void;
  onMessage(listener: (message: unknown) => void): void;
  /** `how` it ended, once. */
  onEnd(listener: (how: string) => void): void;
  kill(): void;
};

/**
 * Does each act in a process of its own, which ends with the act. Only an end gives back memory for certain: strings are copied as they are
 * joined and sent, and a collected copy is not overwritten. This process never makes a string of the password.
 */
export function actInProcess(start: () => ActProcess): PerformAct {
  return async (task, password, onProgress, signal) => {
    const process = start();
    let killer: NodeJS.Timeout | undefined;
    const cancel = () => {
      process.tell({ kind: 'cancel' });
      killer = setTimeout(() => process.kill(), hangUpMs);
    };
    try {
      const facts = factsFrom(process, onProgress);
      process.give(password);
      process.tell({ kind: 'do', task });
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel, { once: true });
      return await facts;
    } finally {
      clearTimeout(killer);
      signal.removeEventListener('abort', cancel);
      process.kill(); // it has nothing left to do; its memory is given back now
    }
  };
}

/** A process forked from the built command line at `file`, which reads the password from its standard input. */
export function forkedActProcess(file: string): ActProcess {
  const child = fork(file, [actProcessWord], { stdio: ['pipe', 'ignore', 'inherit', 'ipc'] });
  return {
    give: (password) => pipeInto(child, password),
    tell: (message) => child.connected && child.send(message, () => undefined),
    onMessage: (listener) => child.on('message', listener),
    onEnd(listener) {
      child.once('error', (error) => listener(error.message));
      child.once('exit', (status, signal) => listener(String(status ?? signal)));
    },
    kill: () => child.kill('SIGKILL'),
  };
}

function pipeInto({ stdin }: ChildProcess, password: Uint8Array): void {
  const pipe = stdin as Writable; // stdio says that there is one
  pipe.on('error', () => undefined); // the process is gone, which its `exit` tells
  pipe.once('close', () => password.fill(0));
  pipe.end(password, () => password.fill(0));
}

/** What the process says of its act. Rejects when it ends without, or when a bug of ours ended it. */
function factsFrom(process: ActProcess, onProgress: (step: ActProgress) => void): Promise<ActFacts> {
  return new Promise((resolve, reject) => {
    process.onMessage((message) => {
      const heard = FromActProcess.safeParse(message);
      if (!heard.success) return reject(new Error('the process of an act said what is no message'));
      if (heard.data.kind === 'step') onProgress(heard.data.step);
      else if (heard.data.kind === 'done') resolve(heard.data.facts);
      else reject(new Error('a bug in the process of an act', { cause: heard.data.stack }));
    });
    process.onEnd((how) => reject(new Error(`the process of an act ended with ${how}`)));
  });
}
