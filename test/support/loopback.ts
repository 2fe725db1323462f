import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export type Loopback = {
  readonly port: number;
  /** Connections that are open at this moment. */
  readonly open: () => number;
  close(): Promise<void>;
};

/** A real TCP server on 127.0.0.1, on a port the system chooses. */
export async function loopback(onConnection: (socket: Socket) => void): Promise<Loopback> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {}); // a client that resets is part of the test
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A port of 127.0.0.1 where nobody listens any more. */
export async function closedPort(): Promise<number> {
  const server = await loopback(() => {});
  await server.close();
  return server.port;
}
