/**
 * Text as it may reach a terminal: everything that a terminal would act on instead of showing (C0 and C1 controls, escape
 * sequences, line ends, marks that turn the direction of text, halves of characters) becomes the replacement character, and more
 * than `maxChars` characters are cut. Every text that came from a server, a file or an argument passes through here.
 */
export function safeText(text: string, maxChars = 2000): string {
  const visible = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
  if (visible.length <= maxChars) return visible;
  return `${[...visible].slice(0, maxChars - 3).join('')}...`;
}
