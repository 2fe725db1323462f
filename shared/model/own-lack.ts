import type { Observation } from './observation.ts';

/** Errors that say that this computer, or what it allows a program, has no more descriptors, memory or buffers. Nobody refused anything. */
const lacking: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'ENOBUFS']);

/** Whether an attempt failed for a lack of our own, which proves nothing about anybody. */
export function isOwnLack(errno: string): boolean {
  return lacking.has(errno);
}

/** An attempt for which this computer had no room. */
export function hadNoRoom({ outcome, error }: Observation): boolean {
  return outcome === 'cancelled' && error !== undefined && isOwnLack(error.code);
}
