import { nearestLanguage, speak } from '../../shared/text/speak.ts';
import { Secret } from '../engine/send/secret.ts';
import type { FromActProcess, ToActProcess } from './act-messages.ts';
import { actHere } from './act-task.ts';

/** A password and then some; the contract lets no longer one through. */
const mostBytes = 4096;

/** The one that started this process, however it speaks with it. */
export type ActParent = {
  /** In UTF-8. */
  readonly password: Promise<Uint8Array>;
  hear(listener: (message: ToActProcess) => void): void;
  answer(message: FromActProcess): void;
};

/** What runs in the process of one act (`act-process.ts` has the reasons): waits for its task, does it, answers, and is ended. */
export function runActProcess({ password, hear, answer }: ActParent): void {
  const stop = new AbortController();
  const tellBug = (bug: unknown) => {
    const stack = String(bug instanceof Error ? bug.stack : bug).slice(0, 20_000);
    answer({ kind: 'bug', stack });
  };
  // Ctrl-C reaches every process of a terminal, the end of a service all of its processes. The one that asked for this act decides what becomes of it, and ends it by going away.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  process.once('uncaughtException', tellBug);
  const perform = async ({ task }: Extract<ToActProcess, { kind: 'do' }>): Promise<void> => {
    await speak(nearestLanguage([task.language]) ?? 'en');
    const onProgress = (step: Extract<FromActProcess, { kind: 'step' }>['step']) =>
      answer({ kind: 'step', step });
    const secret = new Secret(Buffer.from(await password).toString('utf8'));
    answer({ kind: 'done', facts: await actHere(task, secret, onProgress, stop.signal) });
  };
  hear((message) => {
    if (message.kind === 'cancel') stop.abort();
    else perform(message).catch(tellBug);
  });
}

/** The one that forked this process: the password comes by standard input up to its end. */
export function forkingParent(): ActParent {
  process.once('disconnect', () => process.exit());
  return {
    password: readPassword(),
    hear: (listener) => process.on('message', listener),
    answer: (message) => process.send?.(message),
  };
}

async function readPassword(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw new Error('a password of this length was not let through');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
