import type { Server } from '../model/check.ts';
import type { ClientSettings } from './client.ts';

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
