import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handlers, WindowChoices } from '../../shared/contract/contract.ts';
import { createAdmission } from './admission.ts';
import { boundConnections } from './connections.ts';
import { answerHttp } from './http.ts';
import { acceptSockets } from './socket.ts';
import { readStaticFiles } from './static-files.ts';

export type ServeOptions = {
  readonly handlers: Handlers;
  /** What was chosen for the window before, asked when a browser is let in; without it, nothing was. */
  readonly choices?: () => Promise<WindowChoices>;
  /** The built window: index.html and what it loads. */
  readonly rendererDir: string;
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** Ends the server. */
  readonly signal: AbortSignal;
  /** The server ends when it has had no window for this long; ten minutes unless told otherwise. */
  readonly idleMs?: number;
  /** How often windows are asked whether they are still there; every 30 s unless told otherwise. */
  readonly pingMs?: number;
  readonly reportBug: (error: unknown) => void;
};

export type Serving = {
  /** The address to open, good for one browser. Never in a command line or a file that others can read. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
  /** Resolves when the server has ended, for whatever reason. */
  readonly closed: Promise<void>;
};

export type ServeResult =
  | ({ readonly ok: true } & Serving)
  | { readonly ok: false; readonly reason: 'port-taken' | 'port-forbidden' };

const defaultIdleMs = 600_000;
const defaultPingMs = 30_000;

/** Serves the window to a browser on 127.0.0.1. Rejects when the built window is missing. */
export async function serve(options: ServeOptions): Promise<ServeResult> {
  const files = await readStaticFiles(options.rendererDir);
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000, keepAliveTimeout: 5_000 });
  const connections = boundConnections(server);
  const failure = await listen(server, options.port ?? 0);
  if (failure) return { ok: false, reason: failure };
  server.on('error', options.reportBug); // a connection that could not be accepted ends nothing else

  const { port } = server.address() as AddressInfo;
  const admission = createAdmission(port);
  const closing = new AbortController();
  const { choices = async () => ({}) } = options;
  const answer = answerHttp({ admission, files, connections, choices, closing: closing.signal });
  server.on('request', (request, response) => {
    answer(request, response).catch((error) => {
      options.reportBug(error);
      response.destroy();
    });
  });

  let idle: NodeJS.Timeout | undefined;
  const sockets = acceptSockets({
    admission,
    connections,
    handlers: options.handlers,
    reportBug: options.reportBug,
    pingMs: options.pingMs ?? defaultPingMs,
    onCount: (count) => waitForWindow(count),
  });
  server.on('upgrade', sockets.upgrade);

  const { promise: closed, resolve: tellClosed } = deferred();
  const close = (): Promise<void> => {
    if (!closing.signal.aborted) {
      closing.abort();
      clearTimeout(idle);
      options.signal.removeEventListener('abort', end);
      void endAll(server, sockets.close).then(tellClosed, options.reportBug);
    }
    return closed;
  };
  const end = (): void => {
    void close(); // `closed` tells when it is done
  };
  const waitForWindow = (count: number): void => {
    clearTimeout(idle);
    if (count === 0 && !closing.signal.aborted) idle = setTimeout(end, options.idleMs ?? defaultIdleMs);
  };
  waitForWindow(0);
  if (options.signal.aborted) end();
  else options.signal.addEventListener('abort', end, { once: true });

  return { ok: true, url: `http://127.0.0.1:${port}${admission.openingPath}`, port, close, closed };
}

function listen(server: Server, port: number): Promise<'port-taken' | 'port-forbidden' | null> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('port-taken');
      else if (error.code === 'EACCES') resolve('port-forbidden');
      else reject(error);
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve(null));
  });
}

async function endAll(server: Server, closeSockets: () => Promise<void>): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  await closeSockets();
  server.closeAllConnections();
  await ended;
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
