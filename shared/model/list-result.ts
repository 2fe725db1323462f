import * as z from 'zod/mini';
import { Finding, Recommendation } from './finding.ts';
import type { Report } from './report.ts';

/** What one line of a list came to: contract, section 9. */
export const ListResult = z.object({
  /** The address, domain or server as it stands in the list. */
  input: z.string().check(z.maxLength(400)),
  /** The server that the line names beside it. */
  server: z.optional(z.string().check(z.maxLength(400))),
  /** Null where the line names nothing that can be checked. */
  verdict: z.nullable(Finding),
  recommendation: z.nullable(Recommendation),
  /** How long the check took that answers this line, in ms; addresses of one domain share it. */
  elapsedMs: z.number().check(z.minimum(0)),
  /** The options that changed what was asked, as they are typed; absent where there were none. */
  options: z.optional(z.string().check(z.maxLength(2000))),
  /** What is wrong with the line. */
  problem: z.optional(z.object({ line: z.int(), message: z.string().check(z.maxLength(2000)) })),
});
export type ListResult = Readonly<z.infer<typeof ListResult>>;

/** The line of a check that came to its end. */
export function listResult(
  input: string,
  { verdict, recommendation, elapsedMs }: Pick<Report, 'verdict' | 'recommendation' | 'elapsedMs'>,
  server?: string,
): ListResult {
  return { input, ...(server !== undefined && { server }), verdict, recommendation, elapsedMs };
}
