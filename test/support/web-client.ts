import { type IncomingHttpHeaders, request } from 'node:http';
import { WebSocket } from 'ws';
import { keyStorageName, protocolsWith } from '../../shared/contract/browser-window.ts';

export type WebAnswer = { status: number; headers: IncomingHttpHeaders; body: string };

/** One request to 127.0.0.1 with exactly these headers: nothing is corrected, resolved or remembered as a browser would. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<WebAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { Host: `127.0.0.1:${port}`, ...headers },
        agent: false,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

/** What a browser has after it opened the address. */
export type LetIn = { readonly cookie: string; readonly key: string };

/** Opens the address as a browser does. */
export async function openAddress(url: string): Promise<LetIn> {
  const { port, pathname } = new URL(url);
  const { headers, body } = await ask(Number(port), pathname);
  const key = /<meta name="key" content="([\w-]{43})">/.exec(body)?.[1] ?? '';
  if (!body.includes(keyStorageName)) throw new Error('the opening page keeps no key');
  return { cookie: String(headers['set-cookie']).replace(/;.*/s, ''), key };
}

/** A WebSocket of a browser window: its messages, and how it ended. */
export type Socket = {
  socket: WebSocket;
  received: unknown[];
  send(message: unknown): void;
  /** The next message that no one has waited for yet. */
  next(): Promise<unknown>;
  closed: Promise<number>;
};

/** Connects to `/socket`; resolves to the HTTP status when the server refuses. */
export function connect(
  port: number,
  {
    headers = {},
    key,
    path = '/socket',
  }: { headers?: Record<string, string>; key?: string | undefined; path?: string } = {},
): Promise<Socket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(
      `ws://127.0.0.1:${port}${path}`,
      key === undefined ? [] : [...protocolsWith(key)],
      {
        headers: { Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}`, ...headers },
      },
    );
    const received: unknown[] = [];
    const waiting: ((message: unknown) => void)[] = [];
    let taken = 0;
    socket.on('unexpected-response', (asked, response) => {
      asked.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
    socket.on('message', (data) => {
      const message: unknown = JSON.parse(String(data));
      received.push(message);
      const waiter = waiting.shift();
      if (waiter) {
        taken += 1;
        waiter(message);
      }
    });
    const closed = new Promise<number>((ended) => socket.on('close', ended));
    socket.on('open', () =>
      resolve({
        socket,
        received,
        closed,
        send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
        next: () =>
          new Promise((got) => {
            if (taken < received.length) got(received[taken++]);
            else waiting.push(got);
          }),
      }),
    );
  });
}
