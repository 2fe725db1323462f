/** What a terminal shows after these writes: knows line ends, "up n lines", return, and "clear to the end"; trailing blanks go. */
export function screenOf(written: string): string[] {
  const lines = [''];
  let row = 0;
  let column = 0;
  const tokens = written.match(/\p{Cc}\[\d*[A-Za-z]|[\s\S]/gu) ?? [];
  for (const token of tokens) {
    const up = /^\p{Cc}\[(\d+)A$/u.exec(token);
    if (up) row = Math.max(0, row - Number(up[1]));
    else if (token === '\u001b[J') {
      lines.length = row + 1;
      lines[row] = (lines[row] ?? '').slice(0, column);
    } else if (token === '\r') column = 0;
    else if (token === '\n') {
      row += 1;
      column = 0;
      lines[row] ??= '';
    } else if (token.startsWith('\u001b'))
      throw new Error(`this screen does not know ${JSON.stringify(token)}`);
    else {
      const line = lines[row] ?? '';
      lines[row] = line.slice(0, column).padEnd(column) + token + line.slice(column + token.length);
      column += token.length;
    }
  }
  const shown = lines.map((line) => line.trimEnd());
  while (shown.at(-1) === '') shown.pop();
  return shown;
}
