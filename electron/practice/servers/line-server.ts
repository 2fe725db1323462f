import { createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type SecureContext, TLSSocket } from 'node:tls';
import type { Clock } from '../../engine/system.ts';
import { type LineReader, lineReader } from './line-reader.ts';
import { type LoopbackServer, onLoopback } from './loopback.ts';

/** What a server says: lines without their line ends. Then it waits for a command, ends the connection or begins TLS. */
export type Reply = { readonly lines: readonly string[]; readonly next?: 'close' | 'secure' };

/** One connection's state in a line-based protocol (SMTP, IMAP, POP3): what is said to what is heard. */
export type Conversation = {
  greet(): Reply;
  hear(line: string, isEncrypted: boolean): Reply;
  /** To a command line, or a whole dialogue, that is longer than any honest one. The connection ends. */
  readonly tooLong: string;
};

export type LineServerOptions = {
  readonly converse: () => Conversation;
  readonly clock: Pick<Clock, 'sleep'>;
  /** TLS begins with the first byte (RFC 8314 section 3). */
  readonly isImplicitTls: boolean;
  /** Called when TLS begins. */
  readonly secureContext: () => SecureContext;
  /** As if something on the way cut every connection at the first byte of TLS. */
  readonly cutsTls?: boolean;
  readonly greetAfterMs: number;
  /** Stands for the way to the server and back, in milliseconds. */
  readonly replyAfterMs: number;
};

/** RFC 5321 section 4.5.3.2.7 asks servers to wait this long for a command. */
const idleMs = 300_000;

/** Starts a server that holds one conversation per connection. Rejects when it cannot listen. */
export function startLineServer(options: LineServerOptions): Promise<LoopbackServer> {
  const server = createServer((socket) => {
    const gone = new AbortController();
    socket.once('close', () => gone.abort());
    // A client that resets the connection is an everyday event, not an error of ours.
    socket.on('error', () => undefined);
    socket.setTimeout(idleMs, () => socket.destroy());
    socket.setNoDelay(true);
    // Ends by itself when the socket closes; it has nobody to report to.
    void serve(socket, options, gone.signal);
  });
  return onLoopback(server);
}

async function serve(socket: Socket, options: LineServerOptions, gone: AbortSignal): Promise<void> {
  const { clock, greetAfterMs, replyAfterMs } = options;
  let stream: Duplex | null = options.isImplicitTls ? await beginTls(socket, options) : socket;
  if (stream === null) return;
  const conversation = options.converse();
  let reader = lineReader(stream);
  await clock.sleep(greetAfterMs, gone);
  let reply = conversation.greet();
  while (!gone.aborted) {
    stream.write(reply.lines.map((line) => `${line}\r\n`).join(''));
    if (reply.next === 'close') {
      stream.end();
      return;
    }
    if (reply.next === 'secure') {
      // What came in the same packet as STARTTLS was sent in clear and counts for nothing: RFC 3207 section 4.2.
      reader.release();
      stream = await beginTls(socket, options);
      if (stream === null) return;
      reader = lineReader(stream);
    }
    const next = await answer(reader, conversation, stream !== socket);
    if (next === null) return;
    reply = next;
    await clock.sleep(replyAfterMs, gone);
  }
}

async function answer(
  reader: LineReader,
  conversation: Conversation,
  isEncrypted: boolean,
): Promise<Reply | null> {
  const heard = await reader.next();
  if (heard.kind === 'end') return null;
  if (heard.kind === 'too-long') return { lines: [conversation.tooLong], next: 'close' };
  return conversation.hear(heard.line, isEncrypted);
}

/** Resolves to the encrypted stream, or to null when the handshake failed and the connection is gone. */
function beginTls(socket: Socket, { cutsTls, secureContext }: LineServerOptions): Promise<Duplex | null> {
  if (cutsTls) {
    socket.once('data', () => socket.resetAndDestroy());
    return Promise.resolve(null);
  }
  const secured = new TLSSocket(socket, { isServer: true, secureContext: secureContext() });
  return new Promise((resolve) => {
    secured.on('error', () => {
      socket.destroy();
      resolve(null);
    });
    secured.once('close', () => resolve(null));
    secured.once('secure', () => resolve(secured));
  });
}
