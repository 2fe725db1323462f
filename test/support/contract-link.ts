import type { BackendMessage, WindowChannel, WindowMessage } from '../../shared/contract/channel.ts';
import { contract, type Handlers } from '../../shared/contract/contract.ts';
import { serveContract } from '../../shared/contract/server.ts';
import { fail } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';

/** Handlers for every entry of the contract's table: those given, and `unavailable` for the others. */
export function fakeHandlers(given: Partial<Handlers> = {}): Handlers {
  const unavailable = async () => fail('call', said('backend.gone'), 'unavailable');
  const all = Object.fromEntries(Object.keys(contract).map((name) => [name, unavailable]));
  return { ...all, ...given } as Handlers;
}

/** Both ends of the contract in one process; every message takes the way over JSON, as on a WebSocket. */
export function contractLink(handlers: Handlers): {
  channel: WindowChannel;
  /** Everything that was sent, in both directions. */
  sent: (WindowMessage | BackendMessage)[];
  bugs: unknown[];
  /** Speaks as the window would, without its schemas. */
  say(message: unknown): void;
  /** Speaks as the backend would, without its schemas. */
  answer(message: unknown): void;
  /** The backend goes away. */
  cut(): void;
} {
  const listeners = new Set<(message: unknown) => void>();
  const closeListeners = new Set<() => void>();
  const sent: (WindowMessage | BackendMessage)[] = [];
  const bugs: unknown[] = [];
  let isUp = true;
  const answer = (message: unknown) => {
    for (const listener of listeners) listener(JSON.parse(JSON.stringify(message)));
  };
  const backend = serveContract(
    handlers,
    (message) => {
      sent.push(message);
      answer(message);
    },
    (bug) => bugs.push(bug),
  );
  const channel: WindowChannel = {
    send(message) {
      if (!isUp) throw new Error('no connection');
      sent.push(message);
      backend.receive(JSON.parse(JSON.stringify(message)));
    },
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onClose(listener) {
      closeListeners.add(listener);
      return () => closeListeners.delete(listener);
    },
  };
  return {
    channel,
    sent,
    bugs,
    say: (message) => backend.receive(message),
    answer,
    cut() {
      isUp = false;
      backend.close();
      for (const listener of closeListeners) listener();
    },
  };
}
