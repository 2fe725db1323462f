import { type ChildProcess, spawn } from 'node:child_process';
import { type LookupAddress, lookup } from 'node:dns';
import { dirname } from 'node:path';
import { errnoOf } from '../connect/errno.ts';
import type { Answer } from './dns-failure.ts';

/** The system's own lookup (getaddrinfo). */
export type SystemLookup = {
  /** Resolves when the first question can be asked. Never rejects. */
  readonly ready: Promise<void>;
  /**
   * Never rejects. A failure proves nothing: offline, macOS and Windows say "not found" too. `onBegun` is called when the question is in the
   * system's hands, which on a busy computer is later than now.
   */
  find(name: string, onBegun?: () => void): Promise<Answer>;
};

type Reply = { readonly id: number; readonly code?: string; readonly found: readonly LookupAddress[] };
type Begun = { readonly id: number; readonly isBegun: true };

/**
 * What the helper process runs. It ends with its parent, whatever it waits for. Ctrl-C in a terminal reaches every process of a command,
 * and is the parent's to answer.
 */
const helperProgram = `
const { lookup } = require('node:dns');
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', ({ id, name }) => {
  process.connected && process.send({ id, isBegun: true });
  const reply = (error, found) => process.connected && process.send({ id, code: error?.code, found: found ?? [] });
  try {
    lookup(name, { all: true, order: 'verbatim' }, reply);
  } catch (error) {
    reply(error);
  }
});
process.send('ready');
`;

type Pending = { readonly answer: (answer: Answer) => void; readonly onBegun: (() => void) | undefined };

let current: SystemLookup | null = null;

/**
 * The lookup of this program. It runs in a process of its own, because getaddrinfo cannot be cancelled and Node waits for it
 * before a process ends, deaf to signals: over two minutes where port 53 over TCP is dropped. Where no such process can be started, and
 * in Electron, whose program file need not be able to run as Node, it runs here.
 */
export function systemLookup(): SystemLookup {
  current ??= process.versions.electron === undefined ? lookupInHelper() : lookupHere;
  return current;
}

const lookupHere: SystemLookup = {
  ready: Promise.resolve(),
  find: (name, onBegun) =>
    new Promise((resolve) => {
      onBegun?.();
      try {
        lookup(name, { all: true, order: 'verbatim' }, (error, found) =>
          resolve(answerOf(error ? errnoOf(error, 'EAI_FAIL') : undefined, found ?? [])),
        );
      } catch (error) {
        resolve(answerOf(errnoOf(error, 'EAI_FAIL'), [])); // a name that Node does not pass on
      }
    }),
};

function lookupInHelper(): SystemLookup {
  const helper = startHelper();
  if (helper === null) return lookupHere;
  const pending = new Map<number, Pending>();
  let asked = 0;
  const isReady = new Promise<boolean>((resolve) => {
    let isUp = false;
    const end = () => {
      resolve(false);
      for (const { answer } of pending.values()) answer(answerOf('EAI_FAIL', []));
      pending.clear();
      current = isUp ? null : lookupHere; // null: the next question starts another helper
    };
    helper.on('error', end).once('exit', end);
    helper.on('message', (message: 'ready' | Begun | Reply) => {
      if (message === 'ready') {
        isUp = true;
        return resolve(true);
      }
      if ('isBegun' in message) return pending.get(message.id)?.onBegun?.();
      pending.get(message.id)?.answer(answerOf(message.code, message.found));
      pending.delete(message.id);
    });
  });
  return {
    ready: isReady.then(() => undefined),
    async find(name, onBegun) {
      if (!(await isReady)) return lookupHere.find(name, onBegun);
      asked += 1;
      const id = asked;
      return new Promise((resolve) => {
        pending.set(id, { answer: resolve, onBegun });
        helper.send({ id, name }, (error) => {
          if (!error) return;
          pending.delete(id);
          resolve(answerOf('EAI_FAIL', []));
        });
      });
    },
  };
}

/** Null when the system lets no process start. A lookup under way keeps nobody waiting: the helper is not referred to. */
function startHelper(): ChildProcess | null {
  try {
    const helper = spawn(process.execPath, ['-e', helperProgram], {
      cwd: dirname(process.execPath), // the folder the program was started in may be gone
      // Lookups that hang must not hold up the others: half of the threads may be waiting for a network.
      env: { ...process.env, NODE_OPTIONS: '', UV_THREADPOOL_SIZE: '32' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      windowsHide: true,
    });
    helper.unref();
    helper.channel?.unref();
    return helper;
  } catch {
    return null;
  }
}

function answerOf(code: string | undefined, found: readonly LookupAddress[]): Answer {
  if (code !== undefined || found.length === 0) return { outcome: 'no-answer', code: code ?? 'EAI_FAIL' };
  const addresses = found.map(({ address, family }) => ({
    ipAddress: address,
    family: family === 6 ? (6 as const) : (4 as const),
  }));
  const [one, other] = new Set(addresses.map(({ family }) => family));
  return {
    outcome: 'found',
    found: { type: 'addresses', addresses },
    // It does not say whether there are none or the answer was lost.
    ...(other === undefined && { unheard: one === 6 ? 4 : 6 }),
  };
}
