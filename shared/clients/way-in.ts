import type { Server } from '../model/check.ts';
import type { ClientSettings } from './client.ts';

/** The settings for a program that cannot sign in by the browser: with the password, where one does as well. */
export function withPassword(settings: ClientSettings): ClientSettings {
  const { outgoing, incoming } = settings;
  return { ...settings, outgoing: plainly(outgoing), incoming: incoming && plainly(incoming) };
}

function plainly(server: Server): Server {
  if (server.auth !== 'oauth2' || !server.orPassword) return server;
  const { orPassword: _, ...rest } = server;
  return { ...rest, auth: 'password-cleartext' };
}
