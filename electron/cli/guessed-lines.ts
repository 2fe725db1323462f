import type { Asker } from '../../shared/model/asker.ts';
import { say } from '../../shared/text/index.ts';
import { wrapText } from '../../shared/text/wrap.ts';

/** That nobody said for whom the advice is, and how to say it; nothing where somebody did. */
export function guessedLines({ kind, isGuessed }: Asker, columns: number): readonly string[] {
  return isGuessed ? wrapText(say('asker.guessed', { kind }), columns) : [];
}
