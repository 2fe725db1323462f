import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Connections that are no window of ours. A browser that loads the window opens six. */
const maxConnections = 64;

/** The connections of a server that anybody on this computer can reach. */
export type Connections = {
  /** A request of somebody who was let in came over it. */
  wasUsed(connection: Socket): void;
  /** It has become a window's WebSocket, which is counted elsewhere. */
  hasWindow(connection: Socket): void;
};

/**
 * Keeps room for the owner however many connections strangers hold: where there are too many, the one that was unused for longest is
 * dropped. A browser's request comes within milliseconds of its connection, so it is never the one; those that are silent, or send a byte
 * now and then, are. (Turning new connections away instead would let a hundred silent ones keep the owner out.)
 */
export function boundConnections(server: Server): Connections {
  const byUse = new Set<Socket>(); // in the order of their last use, the longest unused first
  server.on('connection', (connection: Socket) => {
    byUse.add(connection);
    connection.once('close', () => byUse.delete(connection));
    if (byUse.size <= maxConnections) return;
    const [unused] = byUse;
    unused?.destroy();
    if (unused) byUse.delete(unused);
  });
  return {
    wasUsed(connection) {
      if (byUse.delete(connection)) byUse.add(connection);
    },
    hasWindow: (connection) => {
      byUse.delete(connection);
    },
  };
}
