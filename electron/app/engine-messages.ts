import * as z from 'zod/mini';
import type { WindowMessage } from '../../shared/contract/channel.ts';
import { maxMessageBytes } from '../../shared/contract/channel.ts';
import { languages } from '../../shared/text/languages.ts';
import type { ToActProcess } from '../backend/act-messages.ts';

/** What the main process says to the engine's. `page`: which page of a window is speaking. */
export type ToEngine =
  | { readonly kind: 'said'; readonly page: number; readonly message: WindowMessage | unknown }
  | { readonly kind: 'gone'; readonly page: number }
  | { readonly kind: 'answer'; readonly id: number; readonly value: string | Uint8Array | null }
  | { readonly kind: 'refusal'; readonly id: number; readonly reason: string }
  | { readonly kind: 'ping' }
  /** From the process of an act, and that it has ended. */
  | { readonly kind: 'act-said'; readonly act: number; readonly message: unknown }
  | { readonly kind: 'act-ended'; readonly act: number; readonly how: string };

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
  /** Only the main process can start another: one for an act, with the password, which then hears what it is to do. */
  z.object({ kind: z.literal('act-begin'), act: z.int(), password: z.instanceof(Uint8Array<ArrayBuffer>) }),
  z.object({ kind: z.literal('act-tell'), act: z.int(), message: z.unknown() }),
  z.object({ kind: z.literal('act-over'), act: z.int() }),
]);
export type FromEngine = z.infer<typeof FromEngine>;

/** What the main process says to the process of an act: once its password, then whatever the engine tells it. */
export type ToAct = { readonly kind: 'password'; readonly password: Uint8Array } | ToActProcess;
