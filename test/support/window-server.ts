import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { openingPage } from '../../electron/serve/opening-page.ts';
import { readStaticFiles } from '../../electron/serve/static-files.ts';
import { windowPolicy } from '../../shared/contract/browser-window.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { readPasswordFrame } from '../../shared/contract/password-frame.ts';
import { serveContract } from '../../shared/contract/server.ts';

/** Read once: a build that runs meanwhile must not change what is tested. */
const builds = new Map<string, ReturnType<typeof readStaticFiles>>();

/** Serves the built window and a backend on a free loopback port, without the real server's admission. */
export async function serveWindow(folder: string, handlers: Handlers) {
  const reading = builds.get(folder) ?? readStaticFiles(folder);
  builds.set(folder, reading);
  const files = await reading;
  const opening = openingPage('no-secret');
  const bugs: unknown[] = [];
  const sockets = new Set<WebSocket>();
  let isAway = false;
  const server = createServer((request, response) => {
    if (request.url === '/open') {
      response.writeHead(200, {
        'Content-Type': 'text/html',
        'Content-Security-Policy': opening.contentSecurityPolicy,
      });
      response.end(opening.html);
      return;
    }
    const file = files.get(request.url ?? '');
    response.writeHead(file ? 200 : 404, {
      'Content-Type': file?.contentType ?? 'text/plain',
      'Content-Security-Policy': windowPolicy(`'self' ws://${request.headers.host}`),
    });
    response.end(file?.body);
  });
  const webSockets = new WebSocketServer({ server, path: '/socket', verifyClient: () => !isAway });
  webSockets.on('connection', (socket) => {
    sockets.add(socket);
    const contract = serveContract(
      handlers,
      (message) => socket.send(JSON.stringify(message)),
      (bug) => bugs.push(bug),
    );
    socket.on('message', (data, isBinary) =>
      contract.receive(isBinary ? readPasswordFrame(data as Buffer) : JSON.parse(String(data))),
    );
    socket.on('close', () => {
      sockets.delete(socket);
      contract.close();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/open`,
    /** Exceptions in handlers. */
    bugs,
    /** Ends every connection, as a restart of the server would. Returns what accepts new ones again. */
    dropConnections() {
      isAway = true;
      for (const socket of sockets) socket.terminate();
      return () => {
        isAway = false;
      };
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      webSockets.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
