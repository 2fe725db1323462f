import * as z from 'zod/mini';
import { Problem } from '../model/problem.ts';

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

/** The window's end of a transport. All that a preload script or a WebSocket needs to offer. */
export type WindowChannel = {
  send(message: WindowMessage): void;
  /** Returns a function that stops listening. */
  onMessage(listener: (message: unknown) => void): () => void;
  /** Called when the backend is gone; pending calls end with `unavailable`. Returns a function that stops listening. */
  onClose(listener: () => void): () => void;
};

/** The largest message either side accepts, in bytes (a report of a large check is about 200 kB). */
export const maxMessageBytes = 1_048_576;
