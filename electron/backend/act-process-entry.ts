import { nearestLanguage, speak } from '../../shared/text/speak.ts';
import { Secret } from '../engine/send/secret.ts';
import type { FromActProcess, ToActProcess } from './act-messages.ts';
import { actHere } from './act-task.ts';

/** A password and then some; the contract lets no longer one through. */
const mostBytes = 4096;

/** What runs in the process of one act (`act-process.ts` has the reasons): waits for its task, does it, answers, and is ended. */
export function runActProcess(): void {
  const stop = new AbortController();
  // Ctrl-C reaches every process of a terminal, the end of a service all of its processes. The one that asked for this act decides what becomes of it, and ends it by going away.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  process.once('disconnect', () => process.exit());
  const password = readPassword();
  process.on('message', (message: ToActProcess) => {
    if (message.kind === 'cancel') stop.abort();
    else perform(message, password, stop.signal).catch(tellBug);
  });
  process.once('uncaughtException', tellBug);
}

async function perform(
  { task }: Extract<ToActProcess, { kind: 'do' }>,
  password: Promise<Secret>,
  signal: AbortSignal,
): Promise<void> {
  await speak(nearestLanguage([task.language]) ?? 'en');
  const facts = await actHere(task, await password, (step) => answer({ kind: 'step', step }), signal);
  answer({ kind: 'done', facts });
}

async function readPassword(): Promise<Secret> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw new Error('a password of this length was not let through');
    chunks.push(chunk);
  }
  return new Secret(Buffer.concat(chunks).toString('utf8'));
}

function tellBug(bug: unknown): void {
  answer({ kind: 'bug', stack: String(bug instanceof Error ? bug.stack : bug).slice(0, 20_000) });
}

function answer(message: FromActProcess): void {
  process.send?.(message);
}
