import type { MessagePort } from 'node:worker_threads';
import type { TrustAnchors } from '../connect/trust-anchors.ts';
import type { SecureResult } from '../system.ts';
import type { JobName } from './jobs.ts';

/** Whose certificates are believed: what this computer trusts, or exactly these. */
export type Believed = 'this-computer' | TrustAnchors;

/** What the thread is asked. `cancel`: the answer is no longer wanted. */
export type Request =
  | { readonly kind: 'prepare'; readonly believed: Believed }
  | {
      readonly kind: 'secure';
      readonly id: number;
      readonly host: string;
      readonly believed: Believed;
      /** The connection as it came, and what is said inside TLS. */
      readonly outside: MessagePort;
      readonly inside: MessagePort;
    }
  | { readonly kind: 'do'; readonly id: number; readonly job: JobName; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'ping' };

/** How TLS began; the connection itself is at the other end of the port. */
export type Secured =
  | Omit<Extract<SecureResult, { ok: true }>, 'connection'>
  | Extract<SecureResult, { ok: false }>;

/** An error, in parts that can be copied. */
export type Bug = { readonly name: string; readonly message: string; readonly stack: string };

/** What it answers. `bug`: something of ours threw. */
export type Answer =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'bug'; readonly id: number; readonly bug: Bug }
  | { readonly kind: 'pong' };

/** What the other thread is started with. */
export type ThreadData = {
  /** The authorities of the public web, as PEM. */
  readonly publicAuthorities: readonly string[];
};
