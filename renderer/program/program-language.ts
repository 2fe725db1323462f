import type { Wanted } from '../../shared/clients/variant.ts';
import { say } from '../../shared/text/index.ts';
import { nearestLanguage } from '../../shared/text/speak.ts';

/**
 * What the person said about their copy of a program. Who has not said its language most likely has it in that of their browser; who
 * chose another language for Postway's window, in that one.
 */
export function withLikelyLanguage(wanted: Wanted): Wanted & { readonly language: string } {
  return { ...wanted, language: wanted.language ?? likelyLanguage() };
}

function likelyLanguage(): string {
  const unchosen = nearestLanguage(navigator.languages) ?? 'en';
  // The browser may read a language that Postway does not speak and the program does.
  return say.language === unchosen ? navigator.language : say.language;
}
