import { learn } from '../../shared/text/speak.ts';

/** A part of the window that is loaded when it is needed, with the words that the first screens do without. */
export async function withLaterWords<T>(part: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([part, learn('programs')]);
  return loaded;
}
