import { protocolsWith } from '../shared/contract/browser-window.ts';
import type { WindowChannel, WindowMessage } from '../shared/contract/channel.ts';
import type { Bridge } from './bridge.ts';
import { added, nextConnection } from './listeners.ts';
import { findKey } from './window-key.ts';

export type Connection = {
  readonly channel: WindowChannel;
  /** Resolves when a lost connection is back; null where it does not come back. */
  readonly reconnected: (() => Promise<void>) | null;
  /** Tries at once to connect again; absent where that is not this side's to do. */
  readonly retry?: () => void;
  /** Told when the connection is lost and when it is back. Returns a function that stops listening. */
  onChange(listener: (isConnected: boolean) => void): () => void;
  /** Told what the desktop app hands over to be shown, once the person agreed there. Nothing is in a browser. */
  onOpened(listener: (opened: Opened) => void): void;
};

/** A mail address or a domain from a link, the text of a report's file, or the page of help. */
export type Opened = { readonly subject: string } | { readonly report: string } | { readonly help: true };

type SocketLike = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>;

type SocketParts = {
  /** Opens a WebSocket to the server that the window came from. */
  readonly open: () => SocketLike;
  readonly wait: (ms: number, then: () => void) => void;
};

/** Waits before connecting again, in milliseconds: soon at first, then seldom enough to bother nobody. */
const firstWaitMs = 250;
const longestWaitMs = 8000;
/** Calls that may wait for the connection to open; more than any screen makes. */
const maxWaitingMessages = 50;

/**
 * The way to the backend: the desktop app's bridge where there is one, and otherwise a WebSocket to where the window came from, with the
 * window's key. Never resolves where there is no key: another page then takes this one's place.
 */
export async function connect(): Promise<Connection> {
  const bridge = (window as Window & { postway?: Bridge }).postway;
  if (bridge) return (await import('./bridge.ts')).overBridge(bridge);
  const protocols = [...protocolsWith(await findKey())];
  return overSocket({
    open: () => new WebSocket(`ws://${location.host}/socket`, protocols),
    wait: (ms, then) => setTimeout(then, ms),
  });
}

/** A channel over a WebSocket that is opened again, with growing pauses, whenever it is lost. Frames are JSON, but for a password. */
export function overSocket({ open, wait }: SocketParts): Connection {
  const messages = new Set<(message: unknown) => void>();
  const closings = new Set<() => void>();
  const changes = new Set<(isConnected: boolean) => void>();
  let socket: SocketLike | null = null;
  let waiting: WindowMessage[] = [];
  let waitMs = firstWaitMs;
  /** Counts the tries, so that one made sooner takes the place of the one that waits. */
  let tries = 0;
  let isWaiting = false;

  const dial = () => {
    isWaiting = false;
    tries += 1;
    const number = tries;
    const mine = open();
    mine.addEventListener('open', () => {
      socket = mine;
      waitMs = firstWaitMs;
      for (const message of waiting) write(message, mine);
      waiting = [];
      for (const listener of changes) listener(true);
    });
    mine.addEventListener('message', (event) => {
      const message = parsed((event as MessageEvent<unknown>).data);
      for (const listener of messages) listener(message);
    });
    mine.addEventListener('close', () => {
      socket = null;
      waiting = [];
      for (const listener of closings) listener();
      for (const listener of changes) listener(false);
      isWaiting = true;
      wait(waitMs, () => {
        if (number === tries) dial();
      });
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    });
  };
  dial();

  return {
    channel: {
      send: (message) => {
        if (socket) write(message, socket);
        else if (waiting.length < maxWaitingMessages) waiting.push(message);
        else throw new Error('too many calls wait for the connection');
      },
      onMessage: (listener) => added(messages, listener),
      onClose: (listener) => added(closings, listener),
    },
    reconnected: () => (socket ? Promise.resolve() : nextConnection(changes)),
    retry: () => {
      if (isWaiting) dial();
    },
    onChange: (listener) => added(changes, listener),
    onOpened: () => undefined,
  };
}

/** What writes a password is loaded when there is one. */
function write(message: WindowMessage, socket: SocketLike): void {
  const { password } = (message as { argument?: { password?: unknown } }).argument ?? {};
  if (password instanceof Uint8Array) {
    import('../shared/contract/password-frame.ts')
      .then(({ sendWithPassword }) => sendWithPassword(message, password, (frame) => socket.send(frame)))
      .catch(() => {
        password.fill(0);
        socket.close(); // whoever waits for the answer hears that there is none
      });
  } else socket.send(JSON.stringify(message));
}

/** A frame that is no JSON is passed on as nothing: the caller refuses it by its schema. */
function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
}
