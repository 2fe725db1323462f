import { closeSync, openSync, readSync } from 'node:fs';

/** One for all: Node would take as much anew each time, for a file whose length is not known before it is read. */
const space = Buffer.alloc(64 * 1024);

/** What the kernel says in this file of /proc, at most 64 KiB of it, as Latin-1. Throws where there is no such file. */
export function readProcFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let count = 1; count > 0 && length < space.length; length += count)
      count = readSync(file, space, length, space.length - length, null);
    return space.toString('latin1', 0, length);
  } finally {
    closeSync(file);
  }
}
