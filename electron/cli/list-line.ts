import * as z from 'zod/mini';
import type { Problem } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';

/** The longest line that is read, in characters: no address is longer, an object with one hardly. */
export const longestLine = 4_000;

/** What a line of a list asks for. */
export type ListLine =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'asked';
      readonly input: string;
      readonly server?: string;
      /** Names of fields that say nothing to a check. */
      readonly unread?: readonly string[];
    }
  | { readonly kind: 'wrong'; readonly input: string; readonly problem: Problem };

const text = z.string().check(z.minLength(1), z.maxLength(320));
/** A line of NDJSON: what an earlier run printed, or the `input` of a report. Whatever else it holds is left alone. */
const Row = z.union([
  z.object({ input: text, server: z.optional(text) }),
  z.object({ address: text, server: z.optional(text) }),
  z.object({ domain: text, server: z.optional(text) }),
  z.object({ server: text }),
]);
/** The fields that are read of a row. */
export const readFields = ['input', 'address', 'domain', 'server'] as const;
/** Beside them, what a result holds, which is known not to be meant. */
const knownFields: ReadonlySet<string> = new Set([
  ...readFields,
  'verdict',
  'recommendation',
  'elapsedMs',
  'problem',
]);
/** So many names of fields that are not read are told. */
const mostUnread = 10;

/**
 * Reads one line: an address, a domain or a server, in words or as JSON. Empty lines and what follows a `#` are nothing; blanks, a byte order
 * mark and the carriage return of Windows do not count.
 */
export function readListLine(line: string): ListLine {
  const bare = line.replace(/^\ufeff/, '').trim();
  if (bare === '' || bare.startsWith('#')) return { kind: 'nothing' };
  if (bare.length > longestLine) return wrongLine(bare, said('cli.list.line-long', { max: longestLine }));
  // What could not be read stands there as one sign, so that two customers would be one.
  if (bare.includes('\ufffd')) return wrongLine(bare, said('cli.list.line-encoding'));
  const json = parsed(bare);
  if (typeof json === 'string' && json.trim() !== '') return { kind: 'asked', input: json.trim() };
  if (json === undefined && bare.startsWith('{')) return wrongLine(bare, said('cli.list.line-broken'));
  if (typeof json === 'object' && json !== null) return fromJson(bare, json);
  // A number, "true", or the "null" that a missing field of a table became.
  if (json !== undefined) return wrongLine(bare, said('cli.list.line-value'));
  // No address, and no name of a server, has a blank before a #.
  const input = bare.replace(/\s+#.*$/, '');
  if (hasFields(input)) return wrongLine(bare, said('cli.list.line-fields'));
  return { kind: 'asked', input };
}

/** A line of a table, with an address in one of its columns. `"Jones, Mary" <mary@example.org>` is none. */
function hasFields(line: string): boolean {
  const bare = line.replace(/"[^"]*"(?=@)/g, '').replace(/[\s;,]+$/, '');
  return bare.includes('@') && !bare.endsWith('>') && /[;,\t]/.test(bare);
}

function fromJson(line: string, found: object): ListLine {
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
  const unread = Object.keys(found).filter((field) => !knownFields.has(field));
  return {
    kind: 'asked',
    input,
    ...(unread.length > 0 && { unread: unread.slice(0, mostUnread) }),
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
