import * as z from 'zod/mini';
import { Server } from './check.ts';
import { Said } from './said.ts';

/** One server as a mail program on this computer has it. */
export const FoundServer = z.object({
  ...z.omit(Server, { source: true }).shape,
  /** The program encrypts only where the server offers it, and sends in the open where it does not. */
  isOpportunistic: z.optional(z.literal(true)),
});
export type FoundServer = Readonly<z.infer<typeof FoundServer>>;

export const MailProgram = z.enum(['thunderbird', 'outlook', 'evolution', 'kmail', 'claws', 'geary']);
export type MailProgram = z.infer<typeof MailProgram>;

const short = z.string().check(z.maxLength(255));
const place = z.string().check(z.maxLength(1000));

/** One mail address that a mail program on this computer has set up, and the servers it uses for it. Never a password. */
export const FoundAccount = z.object({
  /** Names the account within this computer: the same each time it is looked for. */
  id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  program: MailProgram,
  /** The program's name for the set of accounts that this one is in. */
  profile: short,
  address: z.string().check(z.maxLength(320)),
  displayName: short,
  /** Null where the program sends this account's mail in another way than SMTP. */
  outgoing: z.nullable(FoundServer),
  incoming: z.nullable(FoundServer),
  /** The file or registry key that all of it was read from. */
  readFrom: place,
});
export type FoundAccount = Readonly<z.infer<typeof FoundAccount>>;

/** A place that holds settings which could not be read, and why not. */
export const Unread = z.object({ where: place, reason: Said });
export type Unread = Readonly<z.infer<typeof Unread>>;
