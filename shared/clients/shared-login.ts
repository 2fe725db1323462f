import type { ClientSettings } from './client.ts';
import type { TypedControl } from './dialog.ts';
import { toSet } from './step.ts';
import { passwordWords } from './words.ts';

/** Whether the login for receiving is the one for sending. Unknown counts as yes: it nearly always is. */
export function isOneLogin({ outgoing, incoming }: ClientSettings): boolean {
  return incoming === null || incoming.username === outgoing.username;
}

/** Whether the login that a program has for receiving serves for sending as well. */
export function sharesLogin(settings: ClientSettings): boolean {
  return isOneLogin(settings) && !settings.isNameNew;
}

/** Whether the password that a program has kept may be one that does not do: it was refused, or is not the account's own. */
export function needsNewPassword({ outgoing, secret, isPasswordRefused }: ClientSettings): boolean {
  return outgoing.auth !== 'none' && (isPasswordRefused === true || secret !== undefined);
}

/** Whether a program may send with the login that it has kept for receiving. */
export function keepsSharedLogin(settings: ClientSettings): boolean {
  return sharesLogin(settings) && !needsNewPassword(settings);
}

/** The password of a login that serves for receiving and sending, to be typed once more. */
export function sharedPassword(settings: ClientSettings, label: string, turn?: number): TypedControl {
  return {
    kind: 'password',
    label,
    value: passwordWords(settings.outgoing, settings),
    isStandIn: true,
    ...toSet({ ...(turn !== undefined && { turn }), note: 'client.step.shared-password-note' }),
  };
}
