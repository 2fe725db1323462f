import { cloneElement, isValidElement, type ReactNode } from 'react';

/**
 * Words in which no line ends within "port 25", "E-Mail", "e-mail", "K-9" or "Wi-Fi". Names of hosts, addresses and options stay as they
 * are, since people copy them.
 */
export function unbroken(words: string): string {
  return words
    .replace(/(?<=\p{L}) (?=\p{N})/gu, '\u00a0')
    .replace(shortHead, (word) => word.replace('-', '\u2011'));
}

/** One letter before a hyphen, or "Wi-Fi", at the beginning of a word that is no part of a name, an address or an option. */
const shortHead =
  /(?<![\p{L}\p{N}.@/_-])(?:\p{L}-(?:\p{L}\p{Ll}|\p{N})|Wi-Fi)(?![\p{L}\p{N}-]*[.@/_]+[\p{L}\p{N}])/gu;

/** What was typed, came from a server, or is a value to take over: exactly as it is. */
const verbatim: readonly unknown[] = ['code', 'pre', 'kbd', 'textarea', 'select', 'svg', 'bdi', 'dd'];

/** The same for all words that stand in a piece of a screen, but for what is verbatim there. */
export function unbrokenIn(node: ReactNode): ReactNode {
  if (typeof node === 'string') return unbroken(node);
  if (Array.isArray(node)) return node.map(unbrokenIn);
  if (!isValidElement<{ children?: ReactNode }>(node) || verbatim.includes(node.type)) return node;
  const { children } = node.props;
  if (typeof children === 'function' || children === undefined) return node;
  const shown = unbrokenIn(children);
  // Given one by one, since those that stand there by name have no key.
  return Array.isArray(shown)
    ? cloneElement(node, undefined, ...shown)
    : cloneElement(node, undefined, shown);
}
