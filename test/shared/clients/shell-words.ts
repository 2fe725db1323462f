/** The words of one POSIX command of bare words, '…' and \'; throws on everything that a shell would not take literally. */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  let rest = text.replace(/\n$/, '');
  while (rest !== '') {
    const [whole = '', word = ''] = /^((?:'[^']*'|\\'|[\w.:@+,=/-])+)(?: |$)/u.exec(rest) ?? [];
    if (whole === '') throw new Error(`a shell would read this otherwise: ${rest}`);
    words.push(word.replace(/'([^']*)'|\\(')/gu, '$1$2'));
    rest = rest.slice(whole.length);
  }
  return words;
}
