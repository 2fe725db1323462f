import type { Duplex } from 'node:stream';

export type Heard =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'too-long' }
  /** The other side ended the connection, or lost it. */
  | { readonly kind: 'end' };

export type LineReader = {
  next(): Promise<Heard>;
  /** Stops reading and forgets what has already arrived. */
  release(): void;
};

/** RFC 5321 section 4.5.3.1.4 allows 512 octets; AUTH and a message's lines need more. */
const lineBytes = 1024;
/** A message, or a mailbox that is looked into for some minutes. */
const dialogueBytes = 65_536;

/** Reads command lines from a client, within bounds. */
export function lineReader(stream: Duplex): LineReader {
  let pending = '';
  let receivedBytes = 0;
  let isOver = false;
  let wake: () => void = () => undefined;
  const onData = (chunk: Buffer) => {
    receivedBytes += chunk.length;
    pending += chunk.toString('latin1');
    if (receivedBytes > dialogueBytes) stream.pause();
    wake();
  };
  const onEnd = () => {
    isOver = true;
    wake();
  };
  stream.on('data', onData);
  stream.on('end', onEnd);
  stream.on('close', onEnd);

  return {
    async next() {
      for (;;) {
        const end = pending.indexOf('\n');
        if (receivedBytes > dialogueBytes || end > lineBytes) return { kind: 'too-long' };
        if (end >= 0) {
          const line = pending.slice(0, end).replace(/\r$/, '');
          pending = pending.slice(end + 1);
          return { kind: 'line', line };
        }
        if (pending.length > lineBytes) return { kind: 'too-long' };
        if (isOver) return { kind: 'end' };
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    release() {
      stream.off('data', onData);
      stream.off('end', onEnd);
      stream.off('close', onEnd);
    },
  };
}
