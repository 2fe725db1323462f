import type { ErrorCode } from '../../../shared/model/error-code.ts';
import { brokenOutcome } from '../connect/errno.ts';
import { DialogueEnded, ourError } from './dialogue-ended.ts';
import type { Incoming } from './incoming.ts';

type Circumstances = {
  readonly isCancelled: boolean;
  /** What it is called that nothing has come, once the time for it is over; null until then. */
  readonly silence: ErrorCode | null;
};

/** Why nothing more can come that a dialogue could use, or null while something may. */
export function endOfIncoming(
  incoming: Incoming,
  { isCancelled, silence }: Circumstances,
): DialogueEnded | null {
  const broken = incoming.broken();
  if (isCancelled) return new DialogueEnded('cancelled', ourError('cancelled'));
  if (incoming.lines.isTooLong()) return new DialogueEnded('protocol-error', ourError('too-long'));
  if (broken !== null) return endOfBreak(broken);
  if (incoming.hasEnded()) return new DialogueEnded('closed', ourError('closed-early'));
  return silence === null ? null : new DialogueEnded('timeout', ourError(silence));
}

/** `errno`: how the connection broke. */
function endOfBreak(errno: string): DialogueEnded {
  const outcome = brokenOutcome(errno);
  if (outcome === 'closed') return new DialogueEnded(outcome, ourError('closed-early'));
  if (outcome === 'tls-error') return new DialogueEnded(outcome, ourError('tls-failed', errno));
  return new DialogueEnded(outcome, { code: errno, message: 'the connection broke' });
}
