import type { Server } from '../model/check.ts';
import { Security } from '../model/endpoint.ts';
import type { Change } from '../model/finding.ts';
import { loginKind } from '../model/login-kind.ts';
import { say } from '../text/index.ts';
import type { ClientSettings } from './client.ts';

/** The person's mail address, or words that stand for it when only a server was checked. */
export function addressWords({ mailAddress }: Pick<ClientSettings, 'mailAddress'>): string {
  return mailAddress === '' ? say('client.address-unknown') : mailAddress;
}

/** The user name to type, or words that stand for it when it is not known. */
export function userWords({ username }: Pick<Server, 'username'>): string {
  return username === '' ? say('client.user-unknown') : username;
}

/** What to type where a program asks for the password. */
export function passwordWords(
  server: Pick<Server, 'auth' | 'orPassword'>,
  { secret }: Pick<ClientSettings, 'secret'>,
): string {
  return say(`client.login.${loginKind(server, secret)}`);
}

/** What to do when sending is tried and the program asks; nothing where the server wants no login. */
export function sendingWords({ outgoing, secret }: Pick<ClientSettings, 'outgoing' | 'secret'>): string {
  const kind = loginKind(outgoing, secret);
  switch (kind) {
    case 'none':
      return '';
    case 'oauth2-or-password':
    case 'oauth2-or-app-password':
      return say('client.sending.either');
    case 'password-cleartext':
    case 'password-encrypted':
    case 'unknown':
      return say('client.sending.password');
    default:
      return say(`client.sending.${kind}`);
  }
}

/** A changed value as a person reads it: `starttls` becomes STARTTLS, hosts and ports stay as they are. */
export function changeWord(field: Change['field'], value: string): string {
  const security = Security.safeParse(value);
  return field === 'security' && security.success ? say(`client.security.${security.data}`) : value;
}
