import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { authorities, serverName } from './servers.ts';

/** A raw dialogue with a line-based server, line ends taken off and put on. Trusts the servers of `runningServer`. */
export type LineClient = {
  /** The next line; rejects when the server ends the connection first. */
  line(): Promise<string>;
  /** Lines up to and with the first that matches. */
  until(last: RegExp): Promise<string[]>;
  /** Sends a line and reads lines up to and with the first that matches; by default the end of an SMTP reply. */
  ask(command: string, last?: RegExp): Promise<string[]>;
  /** Sends bytes as they are. */
  raw(text: string): void;
  /** Begins TLS; rejects when the handshake fails. */
  startTls(): Promise<TLSSocket>;
  /** Resolves when the connection is gone, with the error that ended it, if one did. */
  readonly gone: Promise<NodeJS.ErrnoException | null>;
  close(): void;
};

const endOfSmtpReply = /^\d{3}(?: |$)/;

/** Connects to a server on loopback; with `tls` the first byte is TLS. Rejects when it cannot connect. */
export async function lineClient(port: number, security: 'plain' | 'tls' = 'plain'): Promise<LineClient> {
  const socket = connect({ port, host: '127.0.0.1' });
  await once(socket, 'connect');
  const gone = ending(socket);
  let reader = lines(socket);
  let stream: Duplex = socket;
  const client: LineClient = {
    line: () => reader.next(),
    async until(last) {
      const read: string[] = [];
      for (;;) {
        const line = await reader.next();
        read.push(line);
        if (last.test(line)) return read;
      }
    },
    ask(command, last = endOfSmtpReply) {
      stream.write(`${command}\r\n`);
      return client.until(last);
    },
    raw: (text) => void stream.write(text),
    async startTls() {
      reader.release();
      const secured = connectTls({ socket, ca: authorities.root, servername: serverName });
      await once(secured, 'secureConnect');
      secured.on('error', () => undefined);
      stream = secured;
      reader = lines(secured);
      return secured;
    },
    gone,
    close: () => socket.destroy(),
  };
  if (security === 'tls') await client.startTls();
  return client;
}

function ending(socket: Socket): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    socket.on('error', resolve);
    socket.on('close', () => resolve(null));
  });
}

function lines(stream: Duplex) {
  const arrived: string[] = [];
  let rest = '';
  let isOver = false;
  let wake: () => void = () => undefined;
  const onData = (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\r\n');
    rest = parts.pop() ?? '';
    arrived.push(...parts);
    wake();
  };
  const onEnd = () => {
    isOver = true;
    wake();
  };
  stream.on('data', onData);
  stream.on('close', onEnd);
  stream.on('end', onEnd);
  return {
    async next(): Promise<string> {
      for (;;) {
        const line = arrived.shift();
        if (line !== undefined) return line;
        if (isOver) throw new Error(`the server ended the connection after "${rest}"`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    release() {
      stream.off('data', onData);
      stream.off('close', onEnd);
      stream.off('end', onEnd);
    },
  };
}
