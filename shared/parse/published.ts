import type { NamedServer } from '../model/check.ts';
import { isMailPort, type Protocol } from '../model/endpoint.ts';

/** Whose settings are read: placeholders stand for parts of it. */
export type MailOwner = { readonly address?: string | undefined; readonly domain: string };

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
    /** Offered only on a condition, such as from the provider's own network. */
    | 'restricted'
    /** A protocol that Postway does not speak, such as Exchange. */
    | 'other-kind';
  /** Where it stands, such as `outgoingServer 2 port`. */
  readonly where: string;
  /** Cleaned and cut. */
  readonly found: string;
};

/** What a document that a provider publishes says. */
export type Published = {
  readonly providerName?: string;
  /** The provider's own help, https only. */
  readonly help?: string;
  /** In the document's order. */
  readonly servers: readonly NamedServer[];
  readonly oddities: readonly Oddity[];
};

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
