import * as z from 'zod/mini';
import { askerKinds } from './asker-kinds.ts';

/**
 * Where the mail is sent from that does not go out: a device with a form (scanner, camera, storage), a program in a container or a CI job, a
 * server or a self-hosted program at a hosting company, a program of one's own. Absent: a person's mail program.
 */
export const AskerKind = z.enum(askerKinds);
export type AskerKind = z.infer<typeof AskerKind>;

/** For whom a report's advice is meant. */
export const Asker = z.object({
  kind: AskerKind,
  /** Nobody said so: an error text or the machine did. */
  isGuessed: z.optional(z.boolean()),
  /** The hosting company, by its id in `recommend/asker/hosters.ts`. */
  hoster: z.optional(z.string().check(z.maxLength(40))),
});
export type Asker = Readonly<z.infer<typeof Asker>>;
