import type { ExplanationItem } from '../model/explanation.ts';

/**
 * What an error text is called by: its number, that of the reply in it, or its beginning up to the end of a word. What is masked in it stays whole.
 */
export function calledBy(
  { code, replyCode, enhancedStatus, matched }: ExplanationItem,
  longest: number,
): string {
  if (code !== undefined) return code;
  if (replyCode !== undefined) return [replyCode, enhancedStatus].filter(Boolean).join(' ');
  if (matched.length <= longest) return matched;
  const cut = matched.slice(0, longest).replace(/\s*(?:\[[^\]]*|\S*)$/, '');
  return `${cut || matched.slice(0, longest)}…`;
}
