import { muteEndpoints, promising } from '../ledger/known.ts';
import type { State } from '../ledger/state.ts';
import type { Role } from '../model/observation.ts';

/** A probe of the user's own servers may still come to something, or none has begun. */
export function isAnyToCome(s: State): boolean {
  const isOwn = ({ role }: { readonly role: Role }): boolean => role === 'outgoing' || role === 'incoming';
  const hasBegun = [...s.probes.values()].some(({ probe }) => isOwn(probe));
  return promising(s).some((probe) => !isHeldUp(s, probe)) || (s.lookingUp.size > 0 && !hasBegun);
}

/** It waits for its turn at a host that is mute on another port: it would find it as mute. */
function isHeldUp(s: State, { id, host }: { readonly id: string; readonly host: string }): boolean {
  return s.probes.get(id)?.stands === 'waiting' && muteEndpoints(s).some((mute) => mute.host === host);
}
