import type { WindowMessage } from '../shared/contract/channel.ts';
import { forgetPassword } from '../shared/contract/password-frame.ts';
import type { Connection, Opened } from './connect.ts';
import { added, nextConnection } from './listeners.ts';

/** What the desktop app's preload script puts into the window. */
export type Bridge = {
  send(message: WindowMessage): void;
  onMessage(listener: (message: unknown) => void): () => void;
};

/** A channel to the engine's process, which may end and is started again then; the main process says so among the messages. */
export function overBridge(bridge: Bridge): Connection {
  const closings = new Set<() => void>();
  const changes = new Set<(isConnected: boolean) => void>();
  let isThere = true;
  bridge.onMessage((message) => {
    const news = isEngineThere(message);
    if (news === null || news === isThere) return;
    isThere = news;
    if (!isThere) for (const listener of closings) listener();
    for (const listener of changes) listener(isThere);
  });
  return {
    channel: {
      send: (message) => {
        if (!isThere) throw new Error('the engine is not there');
        bridge.send(message); // by copy
        forgetPassword(message);
      },
      onMessage: (listener) =>
        bridge.onMessage((message) => {
          if (isEngineThere(message) === null) listener(message);
        }),
      onClose: (listener) => added(closings, listener),
    },
    reconnected: () => (isThere ? Promise.resolve() : nextConnection(changes)),
    onChange: (listener) => added(changes, listener),
    onOpened: (listener) =>
      void bridge.onMessage((message) => {
        const opened = openedIn(message);
        if (opened) listener(opened);
      }),
  };
}

/** What `Opened` of `electron/app` says; null when the message is none. */
function openedIn(message: unknown): Opened | null {
  const { kind, subject, report, help } = (message ?? {}) as Readonly<Record<string, unknown>>;
  if (kind !== 'open') return null;
  if (help === true) return { help };
  if (typeof subject === 'string') return { subject };
  return typeof report === 'string' ? { report } : null;
}

/** What `EngineNews` of `electron/app` says; null when the message is none. */
function isEngineThere(message: unknown): boolean | null {
  const { kind, isThere } = (message ?? {}) as { readonly kind?: unknown; readonly isThere?: unknown };
  return kind === 'engine' ? isThere === true : null;
}
