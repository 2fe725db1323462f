import { type Problem, problemFromIssues, type Result } from '../model/problem.ts';
import { type Said, said } from '../text/said.ts';
import { type BackendMessage, isTooLarge, maxCallsAtOnce, noCallId, WindowMessage } from './channel.ts';
import { type CallName, contract, type Handlers } from './contract.ts';

/** One window's conversation. `close` ends it: what runs is aborted and nothing is sent any more. */
export type ContractServer = { receive(message: unknown): void; close(): void };

/**
 * The backend's end of the contract, for one window. Every message and argument is parsed; whatever cannot be understood or
 * answered is told as a Problem, never passed over. An exception in a handler is our own bug: it goes to `reportBug`, and the window
 * hears `internal` without a word of the exception. `send` must not throw.
 */
export function serveContract(
  handlers: Handlers,
  send: (message: BackendMessage) => void,
  reportBug: (error: unknown) => void,
): ContractServer {
  const running = new Map<number, AbortController>();
  let isClosed = false;

  const reply = (id: number, answer: { value: unknown } | { problem: Problem }) => {
    if (isClosed) return;
    const message = { kind: 'reply', id, ...answer } as const;
    send(isTooLarge(message) ? { kind: 'reply', id, problem: tooLarge() } : message);
  };
  const refuse = (id: number, code: Problem['code'], field: string, message: Said) =>
    reply(id, { problem: { code, field, message } });

  const run = async (id: number, name: CallName, argument: unknown, controller: AbortController) => {
    const emit = (event: unknown) => {
      if (isClosed || running.get(id) !== controller || controller.signal.aborted) return;
      const message = { kind: 'event', id, event } as const;
      if (!isTooLarge(message)) return send(message);
      running.delete(id);
      controller.abort();
      reply(id, { problem: tooLarge() });
    };
    const answer = await answerOf(handlers, name, argument, emit, controller.signal, reportBug);
    if (running.get(id) !== controller) return; // answered already
    running.delete(id);
    reply(id, answer);
  };

  const begin = (id: number, name: string, argument: unknown) => {
    const previous = running.get(id);
    if (previous) {
      // Two calls with one id cannot be told apart: the one reply that the id has left ends both.
      running.delete(id);
      previous.abort();
      return refuse(id, 'refused', 'id', said('backend.duplicate-id', { id }));
    }
    if (!isCallName(name))
      return refuse(id, 'not-found', 'name', said('backend.unknown-call', { call: name }));
    if (running.size >= maxCallsAtOnce) {
      return refuse(id, 'refused', 'name', said('backend.too-many-calls', { limit: maxCallsAtOnce }));
    }
    const parsed = contract[name].argument.safeParse(argument);
    if (!parsed.success) return reply(id, { problem: problemFromIssues(parsed.error.issues, 'argument') });

    const controller = new AbortController();
    running.set(id, controller);
    void run(id, name, parsed.data, controller); // cannot reject: `answerOf` catches what handlers throw
  };

  return {
    receive(message) {
      if (isClosed) return;
      const parsed = WindowMessage.safeParse(message);
      if (!parsed.success) {
        const id = readableId(message);
        // A reply is the last word about its id, so a call that runs keeps its own.
        return reply(running.has(id) ? noCallId : id, {
          problem: problemFromIssues(parsed.error.issues, 'message'),
        });
      }
      if (parsed.data.kind === 'call') return begin(parsed.data.id, parsed.data.name, parsed.data.argument);
      running.get(parsed.data.id)?.abort(); // a call that has just ended needs no cancelling
    },
    close() {
      isClosed = true;
      for (const controller of running.values()) controller.abort();
      running.clear();
    },
  };
}

function tooLarge(): Problem {
  return { code: 'too-large', field: 'message', message: said('backend.too-large') };
}

type AnyHandler = (
  argument: unknown,
  ...rest: readonly (AbortSignal | ((event: unknown) => void))[]
) => Promise<Result<unknown>>;

async function answerOf(
  handlers: Handlers,
  name: CallName,
  argument: unknown,
  emit: (event: unknown) => void,
  signal: AbortSignal,
  reportBug: (error: unknown) => void,
): Promise<{ value: unknown } | { problem: Problem }> {
  const handler = handlers[name] as AnyHandler;
  const entry = contract[name];
  const emitChecked = (event: unknown) => {
    const parsed = entry.kind === 'stream' ? entry.event.safeParse(event) : null;
    if (!parsed?.success) throw new Error(`${name}: an event is not as the contract has it`);
    emit(parsed.data);
  };
  try {
    const rest = entry.kind === 'stream' ? [emitChecked, signal] : [signal];
    const result = await handler(argument, ...rest);
    if (!result.ok) return { problem: result.problem };
    const value = entry.result.safeParse(result.value);
    if (!value.success) throw new Error(`${name}: the result is not as the contract has it`);
    return { value: value.data };
  } catch (error) {
    reportBug(error);
    return { problem: { code: 'internal', field: name, message: said('backend.internal') } };
  }
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}

function readableId(message: unknown): number {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : noCallId;
  return Number.isSafeInteger(id) ? (id as number) : noCallId;
}
