import type { Provider, Server } from './check.ts';

/** How a person logs in: as the server says, but with a password made for mail programs where the provider wants that for the usual one. */
export function loginKind(auth: Server['auth'], secret: Provider['secret']): Server['auth'] | 'app-password' {
  const isPassword = auth !== 'oauth2' && auth !== 'none';
  return isPassword && secret === 'app-password' ? 'app-password' : auth;
}
