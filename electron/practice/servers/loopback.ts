import type { AddressInfo, Server, Socket } from 'node:net';

/** A server that listens on 127.0.0.1, on a port that the system chose. */
export type LoopbackServer = {
  readonly port: number;
  /** Ends every connection and stops listening. Resolves when nothing is left. */
  close(): Promise<void>;
};

/** Lets a server listen on the loopback interface only, and keeps count of its connections. Rejects when it cannot listen. */
export async function onLoopback(server: Server): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}
