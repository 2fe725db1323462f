import { say } from './index.ts';

/** Milliseconds as seconds with one decimal, as the reader's language, or that locale, writes numbers: "1.4", "1,4". */
export function inSeconds(ms: number, locale: string = say.language): string {
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false };
  return (ms / 1000).toLocaleString(locale, oneDecimal);
}
