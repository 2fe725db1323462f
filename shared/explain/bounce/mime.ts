import { asBytes, base64Bytes, decoded, headerText, quotedPrintableBytes } from './decode.ts';

/** Headers by name in lower case; of those that stand several times, every value in order. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** One part of a message (RFC 2045, RFC 2046), flat: parts of parts follow their parent. */
export type Part = {
  /** In lower case, such as `message/delivery-status`. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly headers: Headers;
  /** The decoded text; of a message inside, as it stands. */
  readonly text: string;
};

export type Message = { readonly headers: Headers; readonly parts: readonly Part[] };

const max = { headers: 500, headerChars: 20_000, parts: 60, depth: 8, partChars: 300_000 } as const;
const fieldName = /^[\x21-\x39\x3b-\x7e]{1,80}:/;

/** Reads a message and its parts as far as they go; hostile nesting, endless headers and parts without an end are cut, never refused. */
export function readMessage(text: string): Message {
  const parts: Part[] = [];
  const { headers, body } = split(text.replace(/^\s*(?:>?From [^\n]{0,200}\n)?/, ''));
  collect(headers, body, 0, parts);
  return { headers, parts };
}

/** Whether a text is a whole message: it begins with headers that messages have. */
export function isMessage(text: string): boolean {
  const { headers } = split(text.slice(0, 30_000).replace(/^\s*(?:>?From [^\n]{0,200}\n)?/, ''));
  const known = [
    'from',
    'to',
    'subject',
    'date',
    'message-id',
    'received',
    'return-path',
    'mime-version',
    'content-type',
  ];
  return known.filter((name) => headers.has(name)).length >= 3;
}

/** The first value of a header, its encoded words read; empty when there is none. */
export function headerOf(headers: Headers, name: string): string {
  return headerText(headers.get(name)?.[0] ?? '');
}

/** Header fields at the beginning of a text (RFC 5322 section 2.2), unfolded, and what follows the empty line. */
export function split(text: string): { headers: Headers; body: string } {
  const headers = new Map<string, string[]>();
  let at = 0;
  let current: string[] | undefined;
  for (let count = 0; count < max.headers * 20 && at < text.length; count++) {
    const end = text.indexOf('\n', at);
    const line = (end === -1 ? text.slice(at) : text.slice(at, end)).replace(/\r$/, '');
    const next = end === -1 ? text.length : end + 1;
    if (line.trim() === '') return { headers, body: text.slice(next) };
    if (/^[ \t]/.test(line) && current) {
      const last = current.length - 1;
      current[last] = `${current[last]} ${line.trim()}`.slice(0, max.headerChars);
    } else if (fieldName.test(line)) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).toLowerCase();
      current = headers.get(name) ?? [];
      if (headers.size < max.headers) headers.set(name, current);
      current.push(line.slice(colon + 1, colon + 1 + max.headerChars).trim());
    } else return { headers, body: text.slice(at) };
    at = next;
  }
  return { headers, body: text.slice(at) };
}

function collect(headers: Headers, body: string, depth: number, parts: Part[]): void {
  if (parts.length >= max.parts || depth > max.depth) return;
  const { type, parameters } = contentType(headers.get('content-type')?.[0] ?? '');
  const boundary = parameters.get('boundary');
  if (type.startsWith('multipart/') && boundary !== undefined && boundary !== '') {
    parts.push({ type, parameters, headers, text: '' });
    for (const inner of between(body, boundary)) {
      const { headers: own, body: rest } = startsWithHeaders(inner)
        ? split(inner)
        : { headers: new Map(), body: inner };
      collect(own, rest, depth + 1, parts);
    }
    return;
  }
  parts.push({ type, parameters, headers, text: textOf(headers, parameters, body) });
}

function startsWithHeaders(text: string): boolean {
  return !/^\r?\n/.test(text) && fieldName.test(text);
}

/** What stands between the lines of a boundary (RFC 2046 section 5.1.1). */
function between(body: string, boundary: string): string[] {
  const found: string[] = [];
  const mark = `--${boundary}`;
  let start = -1;
  let at = body.startsWith(mark) ? 0 : body.indexOf(`\n${mark}`);
  while (at !== -1 && found.length < max.parts) {
    const line = at === 0 && body.startsWith(mark) ? 0 : at + 1;
    if (start !== -1) found.push(body.slice(start, at));
    const end = body.indexOf('\n', line);
    const isLast = body.startsWith('--', line + mark.length);
    start = isLast || end === -1 ? -1 : end + 1;
    if (start === -1) break;
    at = body.indexOf(`\n${mark}`, start - 1);
  }
  if (start !== -1) found.push(body.slice(start));
  return found;
}

/** Japanese in seven bits says by its escape sequences what it is, also where no charset is named (RFC 1468). */
const iso2022 = ['\u001b$B', '\u001b$@'];

function textOf(headers: Headers, parameters: ReadonlyMap<string, string>, body: string): string {
  const cut = body.slice(0, max.partChars);
  const encoding = headers.get('content-transfer-encoding')?.[0]?.trim().toLowerCase() ?? '';
  const charset = parameters.get('charset') ?? 'utf-8';
  if (encoding === 'base64') return decoded(base64Bytes(cut), charset);
  if (encoding === 'quoted-printable') return decoded(quotedPrintableBytes(cut), charset);
  if (iso2022.some((mark) => cut.includes(mark)))
    return decoded(asBytes(cut) ?? new Uint8Array(), 'iso-2022-jp');
  const bytes = /^(?:utf-?8|us-ascii)?$/i.test(charset) ? null : asBytes(cut);
  return bytes ? decoded(bytes, charset) : cut;
}

/** RFC 2045 section 5.1, as much of it as mail programs write. */
function contentType(value: string): { type: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  const type = /^[\w.+-]{1,60}\/[\w.+-]{1,80}/.exec(value.trim())?.[0].toLowerCase() ?? 'text/plain';
  const parameter = /;\s{0,40}([\w*-]{1,40})\s{0,10}=\s{0,10}(?:"((?:[^"\\]|\\.){0,300})"|([^\s;"]{1,300}))/g;
  for (const match of value.matchAll(parameter)) {
    parameters.set((match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? '');
  }
  return { type, parameters };
}
