import type { Readable } from 'node:stream';

/** A keyboard: standard input of a terminal. */
type Keyboard = Readable & { setRawMode(isRaw: boolean): unknown };

/** Longer is no password that somebody types. */
const mostChars = 1000;

/**
 * One line from the keyboard, not echoed: the terminal is told to show nothing while it is typed. `null` when the person pressed Ctrl-C
 * or Ctrl-D, or the terminal went away. What is typed is kept nowhere but in what is returned.
 */
export function readSecret(keyboard: Keyboard): Promise<string | null> {
  return new Promise((resolve) => {
    let typed: string[] = [];
    const decoder = new TextDecoder();
    const end = (answer: string | null) => {
      keyboard.off('data', hear).off('end', gone).off('error', gone);
      keyboard.setRawMode(false);
      keyboard.pause();
      typed = [];
      resolve(answer);
    };
    const gone = () => end(null);
    const hear = (chunk: Buffer) => {
      for (const character of decoder.decode(chunk, { stream: true })) {
        if (character === '\r' || character === '\n') return end(typed.join(''));
        if (character === '\u0003' || character === '\u0004') return end(null);
        if (character === '\u007f' || character === '\b') typed.pop();
        else if (character === '\u0015')
          typed = []; // Ctrl-U: all of it
        else if (typed.length < mostChars) typed.push(character);
      }
    };
    keyboard.setRawMode(true);
    keyboard.on('data', hear).once('end', gone).once('error', gone).resume();
  });
}
