import { wrapText } from '../../shared/text/wrap.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 80;

/** What to type next: a sentence, wrapped, and the command on a line of its own, whole, to be copied. `words` has both, a line each. */
export function thenType(words: string, columns: number): string[] {
  const [told = '', command = ''] = words.split('\n');
  return [...wrapText(told, Math.min(columns, widest)), `  ${command}`];
}
