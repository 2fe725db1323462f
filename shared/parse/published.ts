import type { NamedServer, Provider } from '../model/check.ts';
import { isMailPort, type Protocol } from '../model/endpoint.ts';
import { parseHost } from './host-name.ts';

/** Whose settings are read: placeholders stand for parts of it. */
export type MailOwner = {
  readonly address?: string | undefined;
  readonly domain: string;
  /** The domain of whoever receives the mail, where the settings are asked for by that. */
  readonly receiver?: string | undefined;
};

/** What was odd in a published document: which value, and what it said. */
export type Oddity = {
  readonly kind: /** Not a value that the format knows; the server that needs it is left out. */
    | 'wrong-value'
    | 'not-a-mail-port'
    /** By convention the port means another encryption, such as TLS from the start on 587. */
    | 'other-security'
    /** By convention the port is for another protocol, such as IMAP on 587. */
    | 'other-protocol'
    /** A login is wanted, but no user name is given. */
    | 'no-username'
    /** Only ways to log in that no mail program here can be told to use; the server is left out. */
    | 'unusable-logins'
    /** The document is an error message, in the publisher's own words. */
    | 'own-error'
    /** Offered only on a condition, such as from the provider's own network. */
    | 'restricted'
    /** A protocol that Postway does not speak, such as Exchange. */
    | 'other-kind';
  /** Where it stands, such as `outgoingServer 2 port`. */
  readonly where: string;
  /** Cleaned and cut. */
  readonly found: string;
  /** What kind of value would be right there; with `wrong-value` only. */
  readonly right?: RightValue;
};

/** Kinds of values in a document; the words for each say what a right one looks like. */
export type RightValue =
  | 'incoming-type'
  | 'outgoing-type'
  | 'service'
  | 'host'
  | 'port'
  | 'encryption'
  | 'login'
  | 'username'
  | 'web-address';

/** What a document that a provider publishes says. */
export type Published = {
  readonly providerName?: string;
  /** What it says about the provider besides its name and servers. */
  readonly about: Omit<Provider, 'name' | 'secret' | 'secretAt'>;
  /** In the document's order. */
  readonly servers: readonly NamedServer[];
  readonly oddities: readonly Oddity[];
};

/** Web addresses longer than this are not kept; the model's schema has the same bound. */
const longestUrl = 1000;

/** A web address from outside as it may be shown and opened: https, no user name in it, in canonical form. Null for any other. */
export function secureUrl(text: string): string | null {
  if (!/^https:\/\//i.test(text) || text.length > longestUrl || !URL.canParse(text)) return null;
  const { href, hostname, username, password } = new URL(text);
  const isPlain = username === '' && password === '' && parseHost(hostname).ok;
  return isPlain && href.length <= longestUrl ? href : null;
}

/** Servers of one document that are used. */
export const maxServers = 50;

const tlsPorts: ReadonlySet<number> = new Set([465, 993, 995]);
const startTlsPorts: ReadonlySet<number> = new Set([25, 110, 143, 587]);
const protocolOfPort: Readonly<Record<number, Protocol>> = {
  25: 'smtp',
  465: 'smtp',
  587: 'smtp',
  143: 'imap',
  993: 'imap',
  110: 'pop3',
  995: 'pop3',
};

/** How a port that is kept as stated goes against what everybody else does; null when it does not. */
export function oddPort({ protocol, port, security }: NamedServer): Oddity['kind'] | null {
  if (!isMailPort(port)) return 'not-a-mail-port';
  if ((protocolOfPort[port] ?? protocol) !== protocol) return 'other-protocol';
  if (security === 'tls' ? startTlsPorts.has(port) : tlsPorts.has(port)) return 'other-security';
  return null;
}
