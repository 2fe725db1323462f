import * as z from 'zod/mini';
import type { Argument } from '../../shared/contract/contract.ts';
import type { CheckRun } from './check-run.ts';

type Before = { readonly run: Pick<CheckRun, 'report' | 'asked'>; readonly foundBefore: string | null };

const Asked = z.object({ subject: z.string(), practice: z.optional(z.string()) });

/**
 * What stood in the way of these servers before the check that begins now, in one sentence: once the way is clear, it is what was wrong.
 * Null where nothing was found, and where the check before was about others. `isElsewhere`: the same servers from another
 * network, or after what was in the way of practice was taken away.
 */
export function foundBefore(
  { run, foundBefore: known }: Before,
  { subject, practice }: Pick<Argument<'check.start'>, 'subject' | 'practice'>,
  isElsewhere: boolean,
): string | null {
  if (run.asked === null) return null;
  const last = Asked.safeParse(JSON.parse(run.asked));
  const isSame = last.data?.subject === subject && (isElsewhere || last.data.practice === practice);
  if (!isSame) return null;
  const { verdict, interrupted } = run.report ?? {};
  const isFound = verdict?.severity === 'problem' && verdict.code !== 'inconclusive' && !interrupted;
  return isFound ? verdict.headline : known;
}
