import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { socketProtocol } from '../../shared/contract/browser-window.ts';
import { maxMessageBytes } from '../../shared/contract/channel.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { readPasswordFrame } from '../../shared/contract/password-frame.ts';
import { serveContract } from '../../shared/contract/server.ts';
import type { Admission } from './admission.ts';
import type { Connections } from './connections.ts';

/** Windows of one person at once; more is a fault or an attack. */
const maxSockets = 16;
/** A window that does not read is cut off here; it may come back and is told everything again. */
const maxUnreadBytes = 16 * maxMessageBytes;
/** Time for the closing handshake (RFC 6455 section 7.1.1) before the connection is dropped. */
const goodbyeMs = 500;
const goingAway = 1001;

type Options = {
  readonly admission: Admission;
  readonly connections: Connections;
  readonly handlers: Handlers;
  readonly reportBug: (error: unknown) => void;
  /** Called with the number of windows whenever it changes. */
  readonly onCount: (count: number) => void;
  /** A window that has not answered one ping when the next is due is gone. */
  readonly pingMs: number;
};

export type Sockets = {
  /** For the HTTP server's `upgrade` event. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void;
  close(): Promise<void>;
};

/**
 * Carries the contract over WebSocket at `/socket`, one JSON message a frame or one with a password in bytes, one conversation a connection over the same handlers.
 * Only our own page in the browser that was let in may connect: name, Origin, cookie and key are checked.
 */
export function acceptSockets(options: Options): Sockets {
  const { admission, connections, handlers, reportBug, onCount, pingMs } = options;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols: () => socketProtocol, // the key is not said back
  });
  const silent = new WeakSet<WebSocket>();
  let isClosed = false;

  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) {
        socket.terminate();
      } else {
        silent.add(socket);
        socket.ping();
      }
    }
  }, pingMs);

  const converse = (socket: WebSocket) => {
    const conversation = serveContract(
      handlers,
      (message) => {
        if (socket.bufferedAmount > maxUnreadBytes) socket.terminate();
        else socket.send(JSON.stringify(message));
      },
      reportBug,
    );
    socket.on('message', (data, isBinary) =>
      conversation.receive(isBinary ? readPasswordFrame(data as Buffer) : parsedJson(String(data))),
    );
    socket.on('pong', () => silent.delete(socket));
    socket.on('error', () => undefined); // broken frames, or one over the limit: `close` follows
    socket.on('close', () => {
      conversation.close();
      onCount(server.clients.size);
    });
    onCount(server.clients.size);
  };

  return {
    upgrade(request, connection, head) {
      const isAdmitted =
        request.url === '/socket' &&
        admission.isForUs(request) &&
        admission.originOf(request) === 'own' &&
        admission.hasCookie(request) &&
        admission.hasKey(request);
      if (!isAdmitted) return refuse(connection, '403 Forbidden');
      if (isClosed || server.clients.size >= maxSockets) return refuse(connection, '503 Service Unavailable');
      connections.hasWindow(request.socket);
      server.handleUpgrade(request, connection, head, converse);
    },
    async close() {
      isClosed = true;
      clearInterval(heartbeat);
      await Promise.all([...server.clients].map(sayGoodbye));
    },
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // answered with a Problem, like every message that is not of the contract
  }
}

function refuse(connection: Duplex, status: string): void {
  connection.on('error', () => undefined); // whoever is refused may leave first
  connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    connection.destroy(),
  );
}

function sayGoodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => socket.terminate(), goodbyeMs);
    socket.once('close', () => {
      clearTimeout(giveUp);
      resolve();
    });
    socket.close(goingAway);
  });
}
