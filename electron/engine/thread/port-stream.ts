import { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';

/** What the two ends of a port say to each other about one stream of bytes. `taken`: that many bytes went where they should. */
type StreamMessage =
  | { readonly kind: 'data'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'taken'; readonly count: number }
  | { readonly kind: 'end' | 'gone' }
  | { readonly kind: 'broken'; readonly code: string; readonly message: string };

/** Bytes on their way at once; more wait where they come from. */
const maxUnderWay = 65_536;

/**
 * Ties a stream to a port: what comes out of it goes through the port to a `portStream` in another thread, and what is written there
 * goes into it. Errors and the end travel along. The stream's own errors must have a listener besides.
 */
export function tieToPort(stream: Duplex, port: MessagePort): void {
  let underWay = 0;
  const say = (message: StreamMessage) => port.postMessage(message);
  port.on('message', (message: StreamMessage) => {
    switch (message.kind) {
      case 'data':
        stream.write(message.bytes, () => say({ kind: 'taken', count: message.bytes.length }));
        return;
      case 'taken':
        underWay -= message.count;
        if (underWay < maxUnderWay) stream.resume();
        return;
      case 'end':
        stream.end();
        return;
      case 'gone':
      case 'broken':
        stream.destroy();
    }
  });
  stream.on('data', (chunk: Uint8Array) => {
    underWay += chunk.length;
    if (underWay >= maxUnderWay) stream.pause();
    sendBytes(port, chunk);
  });
  stream.on('end', () => say({ kind: 'end' }));
  stream.on('error', (error: NodeJS.ErrnoException) =>
    say({ kind: 'broken', code: error.code ?? '', message: error.message }),
  );
  stream.on('close', () => {
    say({ kind: 'gone' });
    port.close(); // what was said before is still heard
  });
  stream.resume(); // a dialogue that handed it over has paused it
  if (stream.errored) say({ kind: 'broken', code: '', message: stream.errored.message });
  if (stream.destroyed) port.close();
}

/** The stream at the other end of the port: as far as a dialogue can tell, the one that was tied to it. */
export function portStream(port: MessagePort): Duplex {
  let whenTaken: (() => void) | undefined;
  let unread = 0;
  const say = (message: StreamMessage) => port.postMessage(message);
  const stream = new Duplex({
    allowHalfOpen: false,
    read() {
      if (unread > 0) say({ kind: 'taken', count: unread });
      unread = 0;
    },
    write(chunk: Uint8Array, _encoding, done) {
      whenTaken = done;
      sendBytes(port, chunk);
    },
    final(done) {
      say({ kind: 'end' });
      done();
    },
    destroy(error, done) {
      say({ kind: 'gone' });
      port.close();
      done(error);
    },
  });
  port.on('message', (message: StreamMessage) => {
    switch (message.kind) {
      case 'data':
        unread += message.bytes.length;
        if (stream.push(Buffer.from(message.bytes.buffer))) {
          say({ kind: 'taken', count: unread });
          unread = 0;
        }
        return;
      case 'taken':
        whenTaken?.();
        return;
      case 'end':
        stream.push(null);
        return;
      case 'gone':
        stream.destroy();
        return;
      case 'broken':
        stream.destroy(Object.assign(new Error(message.message), { code: message.code || undefined }));
    }
  });
  port.on('close', () => stream.destroy());
  return stream;
}

/** Hands over a copy: a chunk is often part of a larger buffer, which would be copied whole. */
function sendBytes(port: MessagePort, chunk: Uint8Array): void {
  const bytes = new Uint8Array(chunk);
  port.postMessage({ kind: 'data', bytes } satisfies StreamMessage, [bytes.buffer]);
}
