import * as z from 'zod/mini';
import type { Problem } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';

/** The longest line that is read, in characters: no address is longer, an object with one hardly. */
export const longestLine = 4_000;

/** What a line of a list asks for. */
export type ListLine =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'asked'; readonly input: string; readonly server?: string }
  | { readonly kind: 'wrong'; readonly input: string; readonly problem: Problem };

const text = z.string().check(z.minLength(1), z.maxLength(320));
/** A line of NDJSON: what an earlier run printed, or the `input` of a report. Whatever else it holds is left alone. */
const Row = z.union([
  z.object({ input: text, server: z.optional(text) }),
  z.object({ address: text, server: z.optional(text) }),
  z.object({ domain: text, server: z.optional(text) }),
  z.object({ server: text }),
]);

/**
 * Reads one line: an address, a domain or a server, in words or as JSON. Empty lines and what follows a `#` are nothing; blanks, a byte order
 * mark and the carriage return of Windows do not count.
 */
export function readListLine(line: string): ListLine {
  const bare = line.replace(/^\ufeff/, '').trim();
  if (bare === '' || bare.startsWith('#')) return { kind: 'nothing' };
  if (bare.length > longestLine) return wrongLine(bare, said('cli.list.line-long', { max: longestLine }));
  if (bare.startsWith('{') || bare.startsWith('"')) return fromJson(bare);
  // No address, and no name of a server, has a blank before a #.
  return { kind: 'asked', input: bare.replace(/\s+#.*$/, '') };
}

function fromJson(line: string): ListLine {
  const found = parsed(line);
  if (typeof found === 'string') return { kind: 'asked', input: found.trim() };
  const row = Row.safeParse(found);
  if (!row.success) return wrongLine(line, said('cli.list.line-json'));
  const { data } = row;
  const input =
    'input' in data
      ? data.input
      : 'address' in data
        ? data.address
        : 'domain' in data
          ? data.domain
          : data.server;
  return {
    kind: 'asked',
    input,
    ...(data.server !== undefined && data.server !== input && { server: data.server }),
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function wrongLine(line: string, message: Problem['message']): ListLine {
  return { kind: 'wrong', input: line.slice(0, 400), problem: { code: 'bad-input', field: 'list', message } };
}
