import { dialogueKinds } from './kinds/dialogue.ts';
import { encryptionKinds } from './kinds/encryption.ts';
import type { Kind } from './kinds/kind.ts';
import { loginKinds } from './kinds/login.ts';
import { messageKinds } from './kinds/message.ts';
import { partiesKinds } from './kinds/parties.ts';
import { programKinds } from './kinds/program.ts';
import { receivingKinds } from './kinds/receiving.ts';
import { wayKinds } from './kinds/way.ts';

/** Every kind of failure that a text can tell of. Its sentence is `explain.kind.<name>`. */
export const kinds = {
  ...wayKinds,
  ...encryptionKinds,
  ...dialogueKinds,
  ...loginKinds,
  ...partiesKinds,
  ...messageKinds,
  ...receivingKinds,
  ...programKinds,
} as const;
export type KindName = keyof typeof kinds;

/** The kind of that name. */
export function kindOf(name: KindName): Kind {
  return kinds[name];
}
