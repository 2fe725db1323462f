import { v5 } from 'uuid';

/** The namespace of Postway's own names (RFC 9562 section 6.6), drawn once at random. */
const namespace = '1e4a2f0c-7b5d-4a63-9a0e-52c8d1f6b397';

/**
 * A UUID that is always the same for the same text (version 5, RFC 9562 section 5.5): a file exported again replaces the earlier one
 * instead of standing beside it. Lower case. Not for secrets.
 */
export function uuidFor(text: string): string {
  return v5(text, namespace);
}
