import { spawn } from 'node:child_process';
import { expect, vi } from 'vitest';

/** A shell at a terminal, for what only happens there. */
export type TypedShell = {
  type(text: string): void;
  /** Waits until the screen holds it, written after what was waited for last. */
  shows(text: string): Promise<void>;
  /** Clears the line, for the next words. */
  clear(): void;
  end(): void;
};

/** Starts a shell in a terminal of its own (util-linux's `script`), in an empty environment. */
export function typedShell(command: string, folder: string): TypedShell {
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, TERM: 'dumb', LANG: 'C.UTF-8', PS1: '> ' },
  });
  let screen = '';
  let seen = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
  });
  child.stdin.on('error', () => undefined); // a shell that has ended
  return {
    type: (text) => void child.stdin.write(text),
    async shows(text) {
      await vi.waitFor(() => expect(screen.slice(seen)).toContain(text), { timeout: 15_000, interval: 20 });
      seen = screen.indexOf(text, seen) + text.length;
    },
    clear: () => void child.stdin.write('\u0015'),
    end: () => void child.kill('SIGKILL'),
  };
}
