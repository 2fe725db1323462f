import type { Server } from '../model/check.ts';
import type { ClientSettings } from './client.ts';
import { refused } from './refused.ts';
import { signInOwner } from './sign-in-provider.ts';

/**
 * The settings for a program that cannot sign in by the browser: with the password, where one does as well, or does for sending where an
 * administrator lets it (what that takes is said beside it).
 */
export function withPassword(settings: ClientSettings): ClientSettings {
  const { outgoing, incoming, provider } = settings;
  const mayBeLet = provider?.passwordUntil !== undefined;
  return { ...settings, outgoing: plainly(outgoing, mayBeLet), incoming: incoming && plainly(incoming) };
}

function plainly(server: Server, mayBeLet = false): Server {
  if (server.auth !== 'oauth2' || !(server.orPassword || mayBeLet)) return server;
  const { orPassword: _, ...rest } = server;
  return { ...rest, auth: 'password-cleartext' };
}

/**
 * The settings for a file that adds an account to a program which opens the page to sign in of the providers that it knows. Throws
 * `ExportRefused` where it knows none, and no password does.
 */
export function withKnownSignIn(settings: ClientSettings): ClientSettings {
  if (signInOwner(settings) !== null) return settings;
  const used = withPassword(settings);
  if (used.outgoing.auth === 'oauth2') throw refused('outgoing.auth', 'client.refuse.oauth2-page');
  return used;
}
