import { Children, cloneElement, createElement, Fragment, isValidElement, type ReactNode } from 'react';

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

const shortHeaded = new RegExp(`(${shortHead.source}[\\p{L}\\p{N}]*)`, 'gu');

/** The name of a button or a field: no line ends within "e-mail", and every letter of it stays as people type and speak it. */
export function unbrokenName(name: string): ReactNode {
  const parts = name.split(shortHeaded);
  if (parts.length === 1) return name;
  // Every other part is what was split at. All of it is one piece, since a button lays its pieces out side by side.
  return createElement(
    'span',
    null,
    ...parts.map((part, index) =>
      index % 2 === 0 ? part : createElement('span', { key: index, className: 'on-one-line' }, part),
    ),
  );
}

/** What was typed, came from a server, or is a value to take over, and the names by which something is pressed or found: exactly as they are. */
const verbatim: readonly unknown[] = [
  ...['code', 'pre', 'kbd', 'textarea', 'select', 'svg', 'bdi', 'dd'],
  ...['button', 'a', 'label', 'legend', 'summary'],
];

/** The same for all words that stand in a piece of a screen, but for what is verbatim there. */
export function unbrokenIn(node: ReactNode): ReactNode {
  if (typeof node === 'string') return unbroken(node);
  // Each is given a key by its place, since those that stand there by name have none.
  if (Array.isArray(node)) return Children.map(node, unbrokenIn);
  if (!isValidElement<{ children?: ReactNode }>(node) || verbatim.includes(node.type)) return node;
  // A part of its own may have a button in it; it sees to its words itself.
  if (typeof node.type !== 'string' && node.type !== Fragment) return node;
  const { children } = node.props;
  if (typeof children === 'function' || children === undefined) return node;
  return cloneElement(node, undefined, unbrokenIn(children));
}
