/** A preference's value; numbers are whole and fit 32 bits. */
export type PrefValue = string | number | boolean;

/** One `user_pref(…);` and where it stands in the text, in UTF-16 units; the end is behind it. */
export type PrefStatement = {
  readonly name: string;
  readonly value: PrefValue;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
};

/** What a `prefs.js` says. */
export type Prefs = {
  readonly statements: readonly PrefStatement[];
  /** By name; where a name comes twice the later one counts. */
  readonly values: ReadonlyMap<string, PrefValue>;
  /** Pieces that are neither a statement nor a comment, and were skipped up to the end of their line. */
  readonly oddities: number;
};

/**
 * Reads Mozilla's `prefs.js`: `user_pref("name", value);` with comments of all three kinds (libpref's parser, `parser/src/lib.rs`).
 * Narrower than that in one thing: a string ends on its line, as every Mozilla program writes it. Takes time in proportion to the text.
 */
export function parsePrefs(text: string): Prefs {
  const source = { text, lastCommentEnd: text.lastIndexOf('*/') };
  const statements: PrefStatement[] = [];
  let oddities = 0;
  let at = afterBlank(source, text.startsWith('\ufeff') ? 1 : 0);
  while (at < text.length) {
    const read = readStatement(source, at);
    if (read.ok) {
      statements.push(read.value);
      at = read.value.end;
    } else {
      oddities += 1;
      // A statement that was not ended must not take the next one along.
      at = read.at > at && text.startsWith(keyword, read.at) ? read.at : lineEndFrom(text, read.at);
    }
    at = afterBlank(source, at);
  }
  return { statements, values: new Map(statements.map(({ name, value }) => [name, value])), oddities };
}

function lineEndFrom(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

type Source = {
  readonly text: string;
  /** Known beforehand, so that comments that are never closed do not make each other slow. */
  readonly lastCommentEnd: number;
};
type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly at: number };
type Token<T> = { readonly value: T; readonly end: number };

const keyword = 'user_pref';

function readStatement(source: Source, start: number): Read<PrefStatement> {
  const { text } = source;
  let at = start;
  const expect = (mark: string): boolean => {
    at = afterBlank(source, at);
    if (!text.startsWith(mark, at)) return false;
    at += mark.length;
    return true;
  };
  if (!expect(keyword) || !expect('(')) return { ok: false, at };
  at = afterBlank(source, at);
  const name = readString(text, at);
  if (name === null) return { ok: false, at };
  at = name.end;
  if (!expect(',')) return { ok: false, at };
  at = afterBlank(source, at);
  const valueStart = at;
  const value = readValue(text, at);
  if (value === null) return { ok: false, at };
  const valueEnd = value.end;
  at = valueEnd;
  if (!expect(')') || !expect(';')) return { ok: false, at };
  return { ok: true, value: { name: name.value, value: value.value, start, end: at, valueStart, valueEnd } };
}

function readValue(text: string, at: number): Token<PrefValue> | null {
  if (text[at] === '"' || text[at] === "'") return readString(text, at);
  const word = matchAt(/true\b|false\b|[+-]?\d{1,10}\b/y, text, at);
  if (word === null) return null;
  const end = at + word.length;
  if (word === 'true' || word === 'false') return { value: word === 'true', end };
  const value = Number(word);
  return value === (value | 0) ? { value: value | 0, end } : null;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  n: '\n',
  r: '\r',
};

function readString(text: string, start: number): Token<string> | null {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return null;
  const plain = quote === '"' ? /[^"\\\n\r\0]+/y : /[^'\\\n\r\0]+/y;
  const parts: string[] = [];
  let at = start + 1;
  while (at < text.length) {
    const run = matchAt(plain, text, at);
    if (run !== null) {
      parts.push(run);
      at += run.length;
      continue;
    }
    if (text[at] === quote) {
      const value = parts.join('');
      return isWellFormed(value) ? { value, end: at + 1 } : null;
    }
    const code = matchAt(/\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|["'\\nr])/iy, text, at);
    if (code === null) return null;
    const kind = code[1] ?? '';
    const meant =
      kind === 'x' || kind === 'u' ? String.fromCharCode(Number.parseInt(code.slice(2), 16)) : escapes[kind];
    if (meant === undefined || meant === '\0') return null;
    parts.push(meant);
    at += code.length;
  }
  return null;
}

/** Behind whitespace and comments: `// …` and `# …` to the end of the line, and the kind with stars. */
function afterBlank({ text, lastCommentEnd }: Source, start: number): number {
  let at = start;
  for (;;) {
    const blank = matchAt(/[ \t\n\r\f\v]+|\/\/[^\n\r]*|#[^\n\r]*/y, text, at);
    if (blank !== null) {
      at += blank.length;
    } else if (text.startsWith('/*', at) && lastCommentEnd >= at + 2) {
      at = text.indexOf('*/', at + 2) + 2;
    } else {
      return at; // a comment that is never closed is odd, and told as such
    }
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/**
 * The value as it stands in a `prefs.js`, in ASCII: a string as JavaScript writes it, with `\uXXXX` for what is not ASCII; numbers and
 * booleans bare, because a quoted number would be another kind of preference and pass unnoticed.
 */
export function prefLiteral(value: PrefValue): string {
  if (typeof value !== 'string') return String(value);
  const escaped = value.replace(/[^\x20-\x7e]|["\\]/g, (unit) =>
    unit === '"' || unit === '\\' ? `\\${unit}` : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

/** One whole statement, without a line end. */
export function prefStatement(name: string, value: PrefValue): string {
  return `${keyword}(${prefLiteral(name)}, ${prefLiteral(value)});`;
}

/** What a preference is to become; `null`: no longer set. */
export type PrefEdit = { readonly name: string; readonly to: PrefValue | null };

/**
 * The text with these preferences changed and every other character kept. A name that comes several times is changed where it counts,
 * the last time. A new one gets a line of its own behind the last of its family (what stands before the last dot), else at the end.
 */
export function editPrefs(text: string, edits: readonly PrefEdit[]): string {
  return edits.reduce(editOne, text);
}

function editOne(text: string, { name, to }: PrefEdit): string {
  const { statements } = parsePrefs(text);
  const present = statements.filter((one) => one.name === name);
  if (to === null) {
    return present.reduceRight((rest, { start, end }) => {
      const lineEnd = /(?:\r?\n)$/.exec(rest.slice(Math.max(0, start - 2), start))?.[0] ?? '';
      return rest.slice(0, start - lineEnd.length) + rest.slice(end);
    }, text);
  }
  const last = present.at(-1);
  if (last) return text.slice(0, last.valueStart) + prefLiteral(to) + text.slice(last.valueEnd);

  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const family = name.slice(0, name.lastIndexOf('.') + 1);
  const relative = statements.findLast((one) => one.name.startsWith(family)) ?? statements.at(-1);
  const added = `${lineEnd}${prefStatement(name, to)}`;
  if (relative) return text.slice(0, relative.end) + added + text.slice(relative.end);
  return `${text}${text === '' || text.endsWith('\n') ? '' : lineEnd}${prefStatement(name, to)}${lineEnd}`;
}
