import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Longer is no answer to a question of yes or no. */
const mostChars = 100;

/** One line that a person types, shown as they do, after a question; `null` when they gave up (Ctrl-C, Ctrl-D) or the terminal went away. */
export function readAnswer(question: string, keyboard: Readable, screen: Writable): Promise<string | null> {
  return new Promise((resolve) => {
    const line = createInterface({ input: keyboard, output: screen });
    const end = (answer: string | null) => {
      resolve(answer);
      line.close();
    };
    line.on('SIGINT', () => end(null)).on('close', () => resolve(null));
    line.question(question, (answer) => end(answer.slice(0, mostChars)));
  });
}
