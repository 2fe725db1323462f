import { faulty, type Parsed, trimmed, understood } from './fault.ts';
import { type Host, parseHost } from './host-name.ts';
import { parsePort } from './port.ts';

/** A host with the port that was named along with it, if one was. */
export type HostMaybePort = Host & { readonly port?: number };

/** Reads `host`, `host:port`, `[v6]`, `[v6]:port` or an IPv6 address without brackets, which leaves no room for a port. */
export function parseHostPort(input: string): Parsed<HostMaybePort> {
  const text = trimmed(input);
  const split = splitPort(text);
  const host = parseHost(split.host);
  if (!host.ok || split.port === undefined) return host;
  const port = parsePort(split.port);
  return port.ok ? understood({ ...host.value, port: port.value }) : port;
}

/**
 * Reads a server as people have it at hand: host and port as above, or an address such as `smtp://mail.example.org:587` copied from
 * elsewhere. A user name or password in such an address is dropped unseen; a path too.
 */
export function parseServer(input: string): Parsed<HostMaybePort> {
  const text = trimmed(input);
  const url = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(text);
  if (!url) return parseHostPort(text);

  const scheme = (url[1] ?? '').toLowerCase();
  const authority = url[2] ?? '';
  const hostAndPort = authority.slice(authority.lastIndexOf('@') + 1);
  // Only scheme and host are shown again: what stands before an @ may be a password.
  if (scheme === 'http' || scheme === 'https') return faulty('web-address', `${scheme}://${hostAndPort}`);
  if (!schemes.has(scheme)) return faulty('scheme', `${scheme}://`);

  const server = parseHostPort(hostAndPort);
  const port = schemes.get(scheme);
  if (!server.ok || server.value.port !== undefined || port === undefined) return server;
  return understood({ ...server.value, port });
}

/** Ways to write the address of a mail server, and the port each implies; without one, several ports are tried. */
const schemes = new Map<string, number | undefined>([
  ['smtp', undefined],
  ['submission', 587],
  ['smtps', 465],
  ['submissions', 465],
  ['ssl', 465],
  ['tls', undefined],
]);

function splitPort(text: string): { host: string; port?: string } {
  const bracketed = /^(\[[^\]]*\]):(.*)$/s.exec(text);
  if (bracketed) return { host: bracketed[1] ?? '', port: bracketed[2] ?? '' };
  const first = text.indexOf(':');
  if (first === -1 || first !== text.lastIndexOf(':')) return { host: text };
  return { host: text.slice(0, first), port: text.slice(first + 1) };
}
