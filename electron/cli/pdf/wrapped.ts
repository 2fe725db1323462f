/** Letters between any two of which Japanese may begin a new line. */
const ideographic = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uff9f';
const piece = new RegExp(`\\s+|[${ideographic}]|[^\\s${ideographic}]+`, 'gu');
/** What begins no line in Japanese (JIS X 4051): it stays with the line before, in the margin if need be. */
const beginsNoLine = /^[、。，．・：；？！）」』】〕〉》々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ…’”)\]]/u;

/**
 * Breaks a text into lines no wider than `width`, in whatever unit `measure` has: between words, between Japanese letters, and inside of a
 * word only where it is wider than a whole line.
 */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = (): void => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const [found] of text.matchAll(piece)) {
    const isBlank = found.trim() === '';
    const word = isBlank ? ' ' : found;
    if (isBlank && line === '') continue;
    const wide = measure(word);
    if (used + wide > width && line !== '' && !isBlank && !beginsNoLine.test(word)) end();
    if (wide <= width) {
      line += word;
      used += wide;
      continue;
    }
    for (const character of word) {
      const more = measure(character);
      if (used + more > width && line !== '') end();
      line += character;
      used += more;
    }
  }
  if (line.trim() !== '' || lines.length === 0) end();
  return lines;
}
