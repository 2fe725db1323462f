import type { Server } from '../model/check.ts';
import { Security } from '../model/endpoint.ts';
import type { Change } from '../model/finding.ts';
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

/** A changed value as a person reads it: `starttls` becomes STARTTLS, hosts and ports stay as they are. */
export function changeWord(field: Change['field'], value: string): string {
  const security = Security.safeParse(value);
  return field === 'security' && security.success ? say(`client.security.${security.data}`) : value;
}
