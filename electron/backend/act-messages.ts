import * as z from 'zod/mini';
import { ActFacts, ActProgress } from '../../shared/model/act.ts';
import type { ActTask } from './act-task.ts';

/** What the process of an act is told. The password comes by its standard input, up to its end. */
export type ToActProcess = { readonly kind: 'do'; readonly task: ActTask } | { readonly kind: 'cancel' };

/** What it answers. It talks to hostile servers, so it is believed no more than they are. */
export const FromActProcess = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), step: ActProgress }),
  z.object({ kind: z.literal('done'), facts: ActFacts }),
  z.object({ kind: z.literal('bug'), stack: z.string().check(z.maxLength(20_000)) }),
]);
export type FromActProcess = z.infer<typeof FromActProcess>;
