import type { Duplex } from 'node:stream';

/** A stream with the one thing that nodemailer takes from a socket besides: an event when nothing has come for a while. */
export type WithTimeout = Duplex & { setTimeout(ms: number): void };

/** Gives a stream `setTimeout` as `net.Socket` has it: `timeout` is emitted when so many ms pass without a byte; 0 ends that. */
export function withIdleTimeout(stream: Duplex): WithTimeout {
  let timer: NodeJS.Timeout | undefined;
  let idleMs = 0;
  const wind = () => {
    clearTimeout(timer);
    timer = idleMs > 0 && !stream.destroyed ? setTimeout(() => stream.emit('timeout'), idleMs) : undefined;
  };
  let isListening = false;
  return Object.assign(stream, {
    setTimeout(ms: number) {
      // Not before: listening lets the bytes flow, and nodemailer begins to read a turn after it is given the stream.
      if (!isListening) stream.on('data', wind).once('close', () => clearTimeout(timer));
      isListening = true;
      idleMs = ms;
      wind();
    },
  });
}
