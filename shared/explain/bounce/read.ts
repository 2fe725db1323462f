import type { BounceRecipient } from '../../model/explanation.ts';
import type { KindName } from '../kinds.ts';

/** What a bounce says of one recipient, and the kind of failure that it is. */
export type ReadRecipient = BounceRecipient & { readonly kind: KindName };

/** `rfc3464`, `rfc5965` (a complaint), `rfc8098` (a receipt), `ses-json`, `auto-reply`, `free-text`. */
export type ReadBounce = { readonly format: string; readonly recipients: readonly ReadRecipient[] };

/** A mail address anywhere in a text. */
export const mailbox = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,253}[a-z0-9])?/gi;
