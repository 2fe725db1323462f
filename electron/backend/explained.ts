import type { ResultOf } from '../../shared/contract/contract.ts';
import { explain } from '../../shared/explain/explain.ts';
import { masked } from '../../shared/explain/masked.ts';
import { say } from '../../shared/text/index.ts';

/** What an error text means, in words: the window has none for causes, and no more than the first meaning fits there. */
export function explainedForWindow(text: string): ResultOf<'explain.text'> {
  const [first] = explain(text, say).items;
  return {
    ...(first && { meaning: first.meaning }),
    ...(first?.code !== undefined && { code: first.code }),
    causes: (first?.causes ?? []).map((cause) => say(`explain.cause.${cause}`)),
    masked: masked(text, say),
  };
}
