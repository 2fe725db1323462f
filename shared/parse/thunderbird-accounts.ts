import type { FoundServer } from '../model/found-account.ts';
import { parseHost } from './host-name.ts';
import { parseMailAddress } from './mail-address.ts';
import { plainText } from './plain-text.ts';
import type { PrefValue } from './prefs-js.ts';
import { loginOf, securityOf, usualPort } from './thunderbird-values.ts';

/** One mail address of a Thunderbird profile with the servers it uses. */
export type ThunderbirdAccount = {
  /** Key of the identity, such as `id1`; the profile's own name for this address. */
  readonly identity: string;
  readonly address: string;
  readonly displayName: string;
  /** Key of the outgoing server, such as `smtp1`; null when there is none. */
  readonly smtpKey: string | null;
  readonly outgoing: FoundServer | null;
  readonly incoming: FoundServer | null;
};

/** Nobody has this many; a file that names more is made up. */
export const maxAccounts = 100;
const maxKeys = 1000;

type Values = ReadonlyMap<string, PrefValue>;

/**
 * The accounts that preferences describe: accounts, their identities, and the outgoing server of each, which for an identity that names
 * none is the default one. Accounts that are no mail (feeds, news, local folders) and addresses that cannot be read are left out.
 */
export function readThunderbirdAccounts(values: Values): readonly ThunderbirdAccount[] {
  const found = new Map<string, ThunderbirdAccount>();
  for (const account of keys(values, 'mail.accountmanager.accounts')) {
    const serverKey = text(values, `mail.account.${account}.server`);
    const incoming = serverKey === undefined ? null : incomingServer(values, serverKey);
    for (const identity of keys(values, `mail.account.${account}.identities`)) {
      const read = readIdentity(values, identity, incoming);
      if (read && found.size < maxAccounts) found.set(identity, read);
    }
  }
  return [...found.values()];
}

function readIdentity(
  values: Values,
  identity: string,
  incoming: FoundServer | null,
): ThunderbirdAccount | null {
  const address = parseMailAddress(text(values, `mail.identity.${identity}.useremail`) ?? '');
  if (!address.ok) return null;
  const smtpKey = smtpKeyOf(values, identity);
  return {
    identity,
    address: address.value.mailAddress,
    displayName: plainText(text(values, `mail.identity.${identity}.fullName`) ?? '', 255),
    smtpKey,
    outgoing: smtpKey === null ? null : outgoingServer(values, smtpKey),
    incoming,
  };
}

/**
 * Null as well where an address, or the default, names a server that is no longer there: Thunderbird takes no other in its place and
 * does not send (OutgoingServerService; seen with version 153).
 */
function smtpKeyOf(values: Values, identity: string): string | null {
  const known = keys(values, 'mail.smtpservers');
  const named =
    text(values, `mail.identity.${identity}.smtpServer`) ??
    text(values, 'mail.smtp.defaultserver') ??
    known[0];
  return known.find((key) => key === named) ?? null;
}

function outgoingServer(values: Values, key: string): FoundServer | null {
  const type = text(values, `mail.smtpserver.${key}.type`) ?? 'smtp';
  if (type !== 'smtp') return null; // Exchange (EWS) has other preferences and no port
  return server(values, `mail.smtpserver.${key}.`, 'smtp', 'username', 'try_ssl');
}

function incomingServer(values: Values, key: string): FoundServer | null {
  const type = text(values, `mail.server.${key}.type`);
  if (type !== 'imap' && type !== 'pop3') return null;
  return server(values, `mail.server.${key}.`, type, 'userName', 'socketType');
}

function server(
  values: Values,
  prefix: string,
  protocol: 'smtp' | 'imap' | 'pop3',
  userKey: string,
  securityKey: string,
): FoundServer | null {
  const host = parseHost(text(values, `${prefix}hostname`) ?? '');
  const protection = securityOf(int(values, `${prefix}${securityKey}`) ?? 0);
  if (!host.ok || !protection) return null;
  const set = int(values, `${prefix}port`) ?? 0;
  const port = set > 0 ? set : usualPort(protocol, protection.security);
  if (port > 65_535) return null;
  return {
    protocol,
    host: host.value.host,
    port,
    ...protection,
    auth: loginOf(int(values, `${prefix}authMethod`) ?? 3),
    username: plainText(text(values, `${prefix}${userKey}`) ?? '', 320),
  };
}

function text(values: Values, name: string): string | undefined {
  const value = values.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function int(values: Values, name: string): number | undefined {
  const value = values.get(name);
  return typeof value === 'number' ? value : undefined;
}

/** A list of keys with commas between them. What is no key of Thunderbird's making is dropped. */
function keys(values: Values, name: string): string[] {
  const listed = (text(values, name) ?? '').split(',', maxKeys).map((key) => key.trim());
  return [...new Set(listed)].filter((key) => /^[\w-]{1,60}$/.test(key));
}
