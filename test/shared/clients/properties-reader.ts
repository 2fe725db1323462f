/** As the documentation of java.util.Properties.load has it, in ISO 8859-1. */
export function properties(text: string): Map<string, string> {
  if (/[^\n\x20-\x7e]/.test(text)) throw new Error('not ASCII');
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (/^\s*([#!]|$)/.test(line)) continue;
    const [, key = '', value = ''] = /^\s*((?:\\.|[^\\:=\s])+)\s*[:=]?\s*(.*)$/.exec(line) ?? [];
    if (found.has(key) || /(?:^|[^\\])(?:\\\\)*\\$/.test(value))
      throw new Error(`Java would read this otherwise: ${line}`);
    found.set(
      key,
      value.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, unit, one) =>
        unit ? String.fromCharCode(Number.parseInt(unit, 16)) : one,
      ),
    );
  }
  return found;
}
