import { isSeenByChecks } from '../../shared/explain/left-over.ts';
import type { Explanation } from '../../shared/model/explanation.ts';
import { say } from '../../shared/text/index.ts';
import { thenType } from './then-type.ts';

/** A longer text, or one with signs that a shell reads, is not repeated. */
const plain = /^[\w .:,;/@()[\]+-]{1,60}$/;

/** What to type next where a check can see which of the causes it is; nothing after a bounce, or where no check sees the likeliest. */
export function nextCheck({ items, bounce, advice }: Explanation, text: string, columns: number): string[] {
  const [likeliest] = items[0]?.causes ?? [];
  if (bounce || advice || likeliest === undefined || !isSeenByChecks(likeliest)) return [];
  const words = text.trim();
  return thenType(say('cli.explain.then-check', { words: plain.test(words) ? words : '…' }), columns);
}
