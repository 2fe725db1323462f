import type { Duplex } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { code } from 'postway:thread';
import type { SecureResult } from '../system.ts';
import type { InputOf, JobName, ResultOf } from './jobs.ts';
import type { Answer, Believed, Request, Secured, ThreadData } from './messages.ts';
import { portStream, tieToPort } from './port-stream.ts';

/**
 * A second thread for work that strangers can make heavy: TLS with all its certificates, and reading pages. However long a server keeps
 * it busy, timers, the other connections and Ctrl-C go on here. It is started when it is first needed, keeps no process alive, and is
 * started anew when it has died, which is a bug of ours and rejects what it was asked.
 */
type Thread = {
  readonly worker: Worker;
  readonly asked: Map<number, Asked>;
  /** Looks after it while it is asked something. */
  watch: NodeJS.Timeout | undefined;
  isSilent: boolean;
  /** Whose certificates it was prepared for last. */
  believes: Believed | undefined;
};
type Asked = { resolve(value: unknown): void; reject(bug: unknown): void; giveUp(): void };

/** A thread that says nothing for so long does not come back within any limit of a check. */
const silenceMs = 5000;
/** Far more than an honest server's words take. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

let current: Thread | undefined;
let lastId = 0;

/** Starts the thread, and has it read what is trusted, ahead of the first connection. Never throws: who needs it hears what is wrong. */
export function prepareThread(believed: Believed = 'this-computer'): void {
  try {
    const thread = theThread();
    if (thread.believes === believed) return;
    thread.believes = believed;
    say(thread, { kind: 'prepare', believed });
  } catch {
    // No room for a thread just now, and perhaps later.
  }
}

/**
 * Has a job done there; the answer is `ifAborted` as soon as the signal aborts, and `ifSilent` when the thread does not come back from
 * its work. Rejects for a bug of ours only.
 */
export async function doInThread<N extends JobName>(
  job: N,
  input: InputOf<N>,
  { ifAborted, ifSilent }: { readonly ifAborted: ResultOf<N>; readonly ifSilent: ResultOf<N> },
  signal: AbortSignal,
): Promise<ResultOf<N>> {
  const answer = await ask((id) => ({ kind: 'do', id, job, input }), { ifAborted, ifSilent }, signal);
  return answer as ResultOf<N>;
}

/**
 * `System.secure` with the handshake in the other thread. On failure and on abort the connection is destroyed. Rejects for a bug of
 * ours only.
 */
export async function secureInThread(
  connection: Duplex,
  host: string,
  believed: Believed,
  signal: AbortSignal,
): Promise<SecureResult> {
  const outside = new MessageChannel();
  const inside = new MessageChannel();
  const ports = { outside: outside.port2, inside: inside.port2 };
  const secured = portStream(inside.port1);
  secured.on('error', () => undefined); // whoever gets it may not have begun to listen when it breaks
  secured.once('close', () => connection.destroy());
  tieToPort(connection, outside.port1);
  try {
    const answer = await ask(
      (id) => ({ kind: 'secure', id, host, believed, ...ports }),
      { ifAborted: cancelled, ifSilent: overworked },
      signal,
      Object.values(ports),
    );
    const result = answer as Secured;
    if (result.ok) return { ...result, connection: secured };
    secured.destroy();
    return result;
  } catch (bug) {
    secured.destroy();
    throw bug;
  }
}

const cancelled: Secured = { ok: false, kind: 'aborted', code: 'ECANCELED', message: '' };
const overworked: Secured = {
  ok: false,
  kind: 'failed',
  code: 'too-much-work',
  message: 'what the server sent takes too long to check',
};

type Ways = { readonly ifAborted: unknown; readonly ifSilent: unknown };

function ask(
  request: (id: number) => Request,
  { ifAborted, ifSilent }: Ways,
  signal: AbortSignal,
  transfer: readonly MessagePort[] = [],
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(ifAborted);
    const thread = theThread();
    lastId += 1;
    const id = lastId;
    const settle = (tell: () => void) => {
      signal.removeEventListener('abort', cancel);
      thread.asked.delete(id);
      if (thread.asked.size === 0) rest(thread);
      tell();
    };
    const cancel = () => {
      say(thread, { kind: 'cancel', id });
      settle(() => resolve(ifAborted));
    };
    signal.addEventListener('abort', cancel, { once: true });
    thread.asked.set(id, {
      resolve: (value) => settle(() => resolve(value)),
      reject: (bug) => settle(() => reject(bug)),
      giveUp: () => settle(() => resolve(ifSilent)),
    });
    lookAfter(thread);
    say(thread, request(id), transfer);
  });
}

function theThread(): Thread {
  current ??= started();
  return current;
}

function started(): Thread {
  // Both threads mean the same by "public", whatever list this process was started with.
  const workerData: ThreadData = { publicAuthorities: [...rootCertificates] };
  const worker = new Worker(code, { eval: true, resourceLimits, workerData });
  const thread: Thread = { worker, asked: new Map(), watch: undefined, isSilent: false, believes: undefined };
  worker.unref();
  worker.on('message', (answer: Answer) => {
    thread.isSilent = false;
    if (answer.kind === 'pong') return;
    const asked = thread.asked.get(answer.id); // undefined: cancelled meanwhile
    if (answer.kind === 'done') asked?.resolve(answer.value);
    else asked?.reject(Object.assign(new Error(answer.bug.message), answer.bug));
  });
  const died = (cause: unknown) => {
    if (current === thread) current = undefined;
    const bug = new Error('the thread for TLS and pages has ended by itself', { cause });
    for (const asked of [...thread.asked.values()]) asked.reject(bug);
  };
  worker.on('error', died);
  worker.on('exit', died);
  return thread;
}

/** While something is asked, the process waits for the thread, and the thread is asked every now and then whether it still hears. */
function lookAfter(thread: Thread): void {
  if (thread.watch) return;
  thread.worker.ref();
  thread.isSilent = false;
  thread.watch = setInterval(() => {
    if (thread.isSilent) return giveUp(thread);
    thread.isSilent = true;
    say(thread, { kind: 'ping' });
  }, silenceMs);
}

function rest(thread: Thread): void {
  clearInterval(thread.watch);
  thread.watch = undefined;
  thread.worker.unref();
}

/** The server whose words keep it so busy gets no further; whatever else was asked has to be asked again. */
function giveUp(thread: Thread): void {
  if (current === thread) current = undefined;
  for (const asked of [...thread.asked.values()]) asked.giveUp();
  void thread.worker.terminate(); // as soon as it can be interrupted
}

function say(thread: Thread, request: Request, transfer: readonly MessagePort[] = []): void {
  thread.worker.postMessage(request, [...transfer]);
}
