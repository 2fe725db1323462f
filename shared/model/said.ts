import * as z from 'zod/mini';
import type { Said as AnySaid, Value as AnyValue } from '../text/said.ts';

/** How deep one thing said may stand in another, lists counted: an honest report needs four. */
const deepest = 8;

const name = z.string().check(z.maxLength(100));
const text = z.string().check(z.maxLength(2000));

/** A value inside something said, `depth` floors down. */
function valueSchema(depth: number): z.ZodMiniType<AnyValue> {
  const plain = [text, z.number(), z.object({ at: name })] as const;
  if (depth === 0) return z.union(plain) as z.ZodMiniType<AnyValue>;
  const inner = valueSchema(depth - 1);
  const said = z.object({ key: name, values: z.optional(z.record(name, inner)) });
  const choice = z.object({ anyOf: z.array(inner).check(z.maxLength(500)) });
  return z.union([...plain, said, choice, z.array(inner).check(z.maxLength(500))]) as z.ZodMiniType<AnyValue>;
}

/** What was said, read from a saved report: its key may be one of another version, which `Say.knows` tells. */
export type Said = AnySaid;
export const Said = z.object({
  key: name,
  // Made when a report is first read: ten milliseconds that no other command needs.
  values: z.optional(z.lazy(() => z.record(name, valueSchema(deepest)))),
}) as unknown as z.ZodMiniType<AnySaid>;
