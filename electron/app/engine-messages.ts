import * as z from 'zod/mini';
import type { WindowMessage } from '../../shared/contract/channel.ts';
import { maxMessageBytes } from '../../shared/contract/channel.ts';
import { languages } from '../../shared/text/languages.ts';

/** What the main process says to the engine's. `page`: which page of a window is speaking. */
export type ToEngine =
  | { readonly kind: 'said'; readonly page: number; readonly message: WindowMessage | unknown }
  | { readonly kind: 'gone'; readonly page: number }
  | { readonly kind: 'answer'; readonly id: number; readonly value: string | Uint8Array | null }
  | { readonly kind: 'refusal'; readonly id: number; readonly reason: string }
  | { readonly kind: 'ping' };

/** What the engine's process says. It talks to hostile servers, so it is believed no more than they are. */
export const FromEngine = z.discriminatedUnion('kind', [
  /** To the window: its end of the contract reads `message` with the contract's schemas. */
  z.object({ kind: z.literal('said'), page: z.int(), message: z.unknown() }),
  /** Only the main process can open a dialog, and print. */
  z.object({ kind: z.literal('ask-where-to-save'), id: z.int(), name: z.string().check(z.maxLength(255)) }),
  z.object({ kind: z.literal('print'), id: z.int(), html: z.string().check(z.maxLength(maxMessageBytes)) }),
  z.object({ kind: z.literal('never-mind'), id: z.int() }),
  z.object({ kind: z.literal('pong') }),
  /** Which language the window speaks, whenever it says so. */
  z.object({ kind: z.literal('language'), language: z.enum(languages) }),
  /** How many checks are under way, whenever that changes. */
  z.object({ kind: z.literal('checks'), running: z.int() }),
]);
export type FromEngine = z.infer<typeof FromEngine>;
