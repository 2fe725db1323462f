import * as z from 'zod/mini';
import type { Problem as AProblem } from './problem.ts';
import { Said } from './said.ts';

/** A problem that comes from another process; `problem.ts` says what it is, and needs no schemas for that. */
export const Problem: z.ZodMiniType<AProblem> = z.object({
  code: z.enum(['bad-input', 'not-found', 'too-large', 'refused', 'unavailable', 'internal']),
  field: z.string(),
  message: Said,
});
