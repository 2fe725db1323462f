import type { Output } from './shell.ts';

type Stream = {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
  write(content: string | Uint8Array, taken?: () => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/**
 * A stream of this process as commands write to it. A reader that leaves (`| head`) is no fault: nobody is there to be told. What cannot
 * be written for another reason, such as a full disk, goes to `onLost` once.
 */
export function outputTo(stream: Stream, onLost: (code: string) => void): Output {
  let isGone = false;
  const listeners = new Set<() => void>();
  stream.on('error', (error) => {
    const isFirst = !isGone;
    isGone = true;
    if (isFirst) for (const listener of [...listeners]) listener();
    if (isFirst && error.code !== 'EPIPE') onLost(error.code ?? error.message);
  });
  return {
    write(content) {
      if (!isGone) stream.write(content);
    },
    settled: () =>
      new Promise((resolve) => {
        if (isGone) return resolve();
        listeners.add(resolve);
        stream.write('', () => {
          listeners.delete(resolve);
          resolve();
        });
      }),
    onGone(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isTerminal: stream.isTTY === true,
    // A terminal whose size was never set says 0.
    columns: () => stream.columns || 80,
    rows: () => stream.rows || 24,
  };
}
