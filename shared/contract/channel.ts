import * as z from 'zod/mini';
import { Problem } from '../model/problem-schema.ts';

/** The four messages between the window and the backend, whatever carries them. */
export const WindowMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    id: z.int(),
    name: z.string().check(z.maxLength(60)),
    argument: z.unknown(),
  }),
  z.object({ kind: z.literal('cancel'), id: z.int() }),
]);
export type WindowMessage = z.infer<typeof WindowMessage>;

export const BackendMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), id: z.int(), event: z.unknown() }),
  z.object({
    kind: z.literal('reply'),
    id: z.int(),
    value: z.optional(z.unknown()),
    problem: z.optional(Problem),
  }),
]);
export type BackendMessage = z.infer<typeof BackendMessage>;

/**
 * The window's end of a transport. All that a preload script or a WebSocket needs to offer. It may come back after `onClose`: calls
 * made from then on are sent again.
 */
export type WindowChannel = {
  /** Throws when the message can neither be sent nor kept until there is a connection. */
  send(message: WindowMessage): void;
  /** Returns a function that stops listening. */
  onMessage(listener: (message: unknown) => void): () => void;
  /** Called when the backend is gone; pending calls end with `unavailable`. Returns a function that stops listening. */
  onClose(listener: () => void): () => void;
};

/** The largest message either side accepts, in bytes (a report of a large check is about 200 kB). */
export const maxMessageBytes = 1_048_576;

/** More calls at once than any window of ours makes; the next one is refused. */
export const maxCallsAtOnce = 32;

/** The `id` of a reply to a message from which no id could be read; no call has it. */
export const noCallId = 0;

/** Whether a message, once written as JSON in UTF-8, is larger than either side accepts. */
export function isTooLarge(message: WindowMessage | BackendMessage): boolean {
  const text = JSON.stringify(message);
  if (text.length * 3 <= maxMessageBytes) return false; // no UTF-16 unit takes more than three bytes
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes > maxMessageBytes;
}
