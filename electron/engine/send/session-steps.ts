import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { ActStage } from '../../../shared/model/act.ts';
import type { Outcome } from '../../../shared/model/observation.ts';
import { brokenOutcome, errnoOf } from '../connect/errno.ts';
import type { Clock } from '../system.ts';
import type { ActEnding } from './act-ending.ts';

type StepResult<T> =
  | { readonly ok: true; readonly value: T | undefined }
  | { readonly ok: false; readonly ending: ActEnding };

/** Runs one step of a session, for `limitMs` at most: `act` calls back when the library says that it is done. */
export type Step = <T>(
  stage: ActStage,
  limitMs: number,
  act: (done: (error: Error | null, value?: T) => void) => void,
) => Promise<StepResult<T>>;

/** nodemailer's name of the command that failed, and the stage that it belongs to. */
const stages: readonly (readonly [prefix: string, stage: ActStage])[] = [
  ['EHLO', 'ehlo'],
  ['HELO', 'ehlo'],
  ['AUTH', 'auth'],
  ['MAIL', 'mail'],
  ['RCPT', 'rcpt'],
  ['DATA', 'data'],
];

/**
 * Steps of one session that always end: by nodemailer's callback, by the connection's own end (of which nodemailer tells its events and
 * not the callback under way), by its limit, which no dripping byte moves, or by the signal; the last two close the session.
 */
export function steps(session: SMTPConnection, clock: Clock, signal: AbortSignal): Step {
  // Stays for the session's life: an error event without a listener would end the process.
  session.on('error', () => {});
  return (stage, limitMs, act) =>
    new Promise((resolve) => {
      const over = new AbortController();
      const end = (result: StepResult<never>) => {
        over.abort();
        session.off('error', onError).off('end', onEnd);
        signal.removeEventListener('abort', onAbort);
        resolve(result);
      };
      const onError = (error: Error) => end({ ok: false, ending: endingOf(error, stage) });
      const onEnd = () => end({ ok: false, ending: { stage, outcome: 'closed' } });
      const giveUp = (outcome: Outcome) => {
        end({ ok: false, ending: { stage, outcome } });
        session.close();
      };
      const onAbort = () => giveUp('cancelled');
      if (signal.aborted) return onAbort();
      void clock.sleep(limitMs, over.signal).then(() => {
        if (!over.signal.aborted) giveUp('timeout');
      });
      signal.addEventListener('abort', onAbort, { once: true });
      session.once('error', onError).once('end', onEnd);
      act((error, value) => {
        if (error) return onError(error);
        end({ ok: true, value } as StepResult<never>);
      });
    });
}

/** What nodemailer's error says of the outcome. Its wording is not looked at, only its codes and the server's reply. */
function endingOf(error: Error, during: ActStage): ActEnding {
  const { command, response } = error as { command?: unknown; response?: unknown };
  const code = errnoOf(error, 'closed');
  const stage =
    stages.find(([prefix]) => typeof command === 'string' && command.startsWith(prefix))?.[1] ?? during;
  const reply = typeof response === 'string' && response !== '' ? response : undefined;
  return { stage, outcome: outcomeOf(code, reply, error), code, ...(reply === undefined ? {} : { reply }) };
}

function outcomeOf(code: string, reply: string | undefined, error: Error): Outcome {
  if (reply !== undefined) return /^[45]\d\d/.test(reply) ? 'rejected' : 'protocol-error';
  switch (code) {
    case 'ETIMEDOUT':
      return 'timeout';
    case 'EPROTOCOL':
      return 'protocol-error';
    case 'EMESSAGE':
      // Larger than the size that the server named in its EHLO reply (RFC 1870): it would refuse.
      return 'rejected';
    case 'ESOCKET':
      return brokenOutcome(errnoOf(error.cause, 'ECONNRESET'));
    default:
      return 'closed';
  }
}
