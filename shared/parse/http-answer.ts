/** The few things of an HTTP/1.x answer that the connectivity check looks at. RFC 9112 sections 4 to 7. */
export type HttpAnswer = {
  readonly status: number;
  /** By name in lower case; the first of equal names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
};

/**
 * Reads an answer from all that has come, one character a byte. `more` while its end has not come; `wrong` when it is not
 * HTTP. A body that `hasEnded` cuts short is taken as it is.
 */
export function parseHttpAnswer(text: string, hasEnded: boolean): HttpAnswer | 'more' | 'wrong' {
  const start = 'HTTP/1.';
  if (!text.startsWith(start.slice(0, text.length))) return 'wrong';
  const headEnd = /\r?\n\r?\n/.exec(text);
  if (!headEnd) return 'more';
  const lines = text.slice(0, headEnd.index).split(/\r?\n/);
  const status = /^HTTP\/1\.\d (\d{3})(?: |$)/.exec(lines[0] ?? '')?.[1];
  if (status === undefined) return 'wrong';

  const headers = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const [, name, value] = /^([^\s:]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !headers.has(name.toLowerCase())) {
      headers.set(name.toLowerCase(), value);
    }
  }
  const body = bodyOf(text.slice(headEnd.index + headEnd[0].length), Number(status), headers, hasEnded);
  return body === 'more' ? 'more' : { status: Number(status), headers, body: body.text };
}

function bodyOf(
  rest: string,
  status: number,
  headers: ReadonlyMap<string, string>,
  hasEnded: boolean,
): { readonly text: string } | 'more' {
  if (status === 204 || status === 304) return { text: '' };
  if (/\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')) return unchunked(rest, hasEnded);
  const length = /^\d{1,9}$/.exec(headers.get('content-length') ?? '');
  if (length && rest.length >= Number(length[0])) return { text: rest.slice(0, Number(length[0])) };
  return hasEnded ? { text: rest } : 'more';
}

function unchunked(rest: string, hasEnded: boolean): { readonly text: string } | 'more' {
  let text = '';
  for (let at = 0; ; ) {
    const header = /^([0-9a-f]{1,7})[^\n]*\n/i.exec(rest.slice(at, at + 200));
    if (!header?.[1]) return hasEnded || rest.length - at >= 200 ? { text } : 'more';
    const size = Number.parseInt(header[1], 16);
    const from = at + header[0].length;
    if (size === 0) return { text };
    text += rest.slice(from, from + size);
    if (rest.length < from + size + 1) return hasEnded ? { text } : 'more';
    at = from + size;
    at += rest.startsWith('\r\n', at) ? 2 : 1;
  }
}
