import type { ActFacts, ActProgress } from '../../shared/model/act.ts';
import type { Secret } from '../engine/send/secret.ts';
import { type ActRequest, type PreparedAct, runAct } from './acting.ts';
import { systemFor } from './system-for.ts';

/** All that an act needs but the password: data, so that another process can do it. */
export type ActTask = {
  readonly request: ActRequest;
  readonly prepared: PreparedAct;
  /** The fingerprint that the person agreed to, when `needsConsent`. */
  readonly consent: string | null;
  /** Subject and text of a test message, in the person's language. */
  readonly message: { readonly subject: string; readonly text: string };
  /** What the person reads: a bounce is told in it. */
  readonly language: string;
  /** Absent: the real network. */
  readonly practiceScenario?: string;
};

/**
 * Does an act with a password in UTF-8, which is the callee's from then on: it is overwritten when it is not needed any more. Rejects only
 * for a fault of our own; ends at once when `signal` aborts.
 */
export type PerformAct = (
  task: ActTask,
  password: Uint8Array,
  onProgress: (step: ActProgress) => void,
  signal: AbortSignal,
) => Promise<ActFacts>;

/** Does it in this process, once. Rejects only for a fault of our own. */
export async function actHere(
  { request, prepared, consent, message, practiceScenario }: ActTask,
  secret: Secret,
  onProgress: (step: ActProgress) => void,
  signal: AbortSignal,
): Promise<ActFacts> {
  const { system, close } = await systemFor(practiceScenario);
  try {
    return await runAct(request, prepared, { secret, consent, message, onProgress }, system, signal);
  } finally {
    await close();
  }
}
