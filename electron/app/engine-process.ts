import { type ContractServer, serveContract } from '../../shared/contract/server.ts';
import { nearestLanguage, speak } from '../../shared/text/speak.ts';
import { actInProcess } from '../backend/act-process.ts';
import { runActProcess } from '../backend/act-process-entry.ts';
import { actProcessWord } from '../backend/act-process-word.ts';
import { createBackend } from '../backend/backend.ts';
import { catchUncaught } from '../backend/uncaught.ts';
import { actsByMain, mainAsParent, type ParentPort } from './act-by-main.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';
import { reportBug } from './report-bug.ts';

type Parent = ParentPort<FromEngine, ToEngine>;

type Asked = { readonly answer: (value: unknown) => void; readonly refuse: (reason: Error) => void };

// The engine has a process of its own: it talks to servers of whoever, and neither they nor a bug of ours may take the window with them.
// So has each act, which has a password: it runs the same file.
if (process.argv.includes(actProcessWord)) runActProcess(mainAsParent(parentPortOf(process)));
else {
  catchUncaught(process, reportBug);
  void start(parentPortOf(process));
}

function parentPortOf<From, To>(of: unknown): ParentPort<From, To> {
  return (of as { readonly parentPort: ParentPort<From, To> }).parentPort;
}

async function start(parent: Parent): Promise<void> {
  const early: ToEngine[] = [];
  let receive = (message: ToEngine): void => void early.push(message);
  parent.on('message', ({ data }) => receive(data));

  await speak(nearestLanguage(process.argv.slice(2)) ?? 'en');
  receive = engineFor(parent);
  for (const message of early) receive(message);
}

function engineFor(parent: Parent): (message: ToEngine) => void {
  const conversations = new Map<number, ContractServer>();
  const { asked, ask } = questionsTo(parent);
  const acts = actsByMain((message) => parent.postMessage(message));
  const { handlers } = createBackend({
    describe: {
      version: __POSTWAY_VERSION__,
      platform: process.platform,
      isDesktop: true,
      practice: null,
    },
    askWhereToSave: async (name, signal) => {
      const path = await ask({ kind: 'ask-where-to-save', name }, signal);
      return typeof path === 'string' ? path : null;
    },
    printPdf: async (html, signal) => {
      const pdf = await ask({ kind: 'print', html }, signal);
      if (pdf instanceof Uint8Array) return pdf;
      throw new Error('nothing was printed');
    },
    performAct: actInProcess(acts.start),
    reportBug,
    onLanguage: (language) => parent.postMessage({ kind: 'language', language }),
    onRunning: (running) => parent.postMessage({ kind: 'checks', running }),
  });

  const conversationWith = (page: number): ContractServer => {
    const existing = conversations.get(page);
    if (existing) return existing;
    const begun = serveContract(
      handlers,
      (message) => parent.postMessage({ kind: 'said', page, message }),
      reportBug,
    );
    conversations.set(page, begun);
    return begun;
  };

  return (message) => {
    switch (message.kind) {
      case 'said':
        conversationWith(message.page).receive(message.message);
        break;
      case 'gone':
        conversations.get(message.page)?.close();
        conversations.delete(message.page);
        break;
      case 'answer':
        asked.get(message.id)?.answer(message.value);
        break;
      case 'refusal':
        asked.get(message.id)?.refuse(new Error(message.reason));
        break;
      case 'ping':
        parent.postMessage({ kind: 'pong' });
        break;
      default:
        acts.heard(message);
    }
  };
}

type Question =
  | { readonly kind: 'ask-where-to-save'; readonly name: string }
  | { readonly kind: 'print'; readonly html: string };

/** Questions that only the main process can answer. One that is given up is answered with null. */
function questionsTo(parent: Parent) {
  const asked = new Map<number, Asked>();
  let lastId = 0;
  const ask = (question: Question, signal: AbortSignal): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      const giveUp = (): void => {
        parent.postMessage({ kind: 'never-mind', id });
        settle(() => resolve(null));
      };
      const settle = (end: () => void): void => {
        asked.delete(id);
        signal.removeEventListener('abort', giveUp);
        end();
      };
      asked.set(id, {
        answer: (value) => settle(() => resolve(value)),
        refuse: (reason) => settle(() => reject(reason)),
      });
      signal.addEventListener('abort', giveUp);
      parent.postMessage({ ...question, id });
    });
  return { asked, ask };
}
