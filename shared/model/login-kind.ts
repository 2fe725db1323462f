import type { Provider, Secret, Server } from './check.ts';

/** How a person logs in, as far as that is known. */
export type LoginKind =
  | Server['auth']
  | Exclude<Secret, 'password' | 'browser'>
  | 'oauth2-or-password'
  | 'oauth2-or-app-password';

/**
 * How a person logs in: as the server says, but with what the provider wants in place of the account's password. Where programs may sign in
 * by the browser and a password does too, both are named.
 */
export function loginKind(
  { auth, orPassword }: Pick<Server, 'auth' | 'orPassword'>,
  secret: Provider['secret'],
): LoginKind {
  if (auth === 'none') return auth;
  if (auth !== 'oauth2')
    return secret === undefined || secret === 'password' || secret === 'browser' ? auth : secret;
  if (!orPassword) return auth;
  return secret === undefined || secret === 'password' ? 'oauth2-or-password' : 'oauth2-or-app-password';
}

/** What is to be done in a mail program, in kinds that need different words. */
export function loginAct(kind: LoginKind): 'password' | 'made-password' | 'sign-in' | 'either' | 'none' {
  switch (kind) {
    case 'none':
      return 'none';
    case 'oauth2':
      return 'sign-in';
    case 'oauth2-or-password':
    case 'oauth2-or-app-password':
      return 'either';
    case 'mail-password':
    case 'app-password':
    case 'authorization-code':
      return 'made-password';
    default:
      return 'password';
  }
}
