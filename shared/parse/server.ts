import { faulty, type Parsed, understood } from './fault.ts';
import { type HostMaybePort, parseHostPort } from './host-port.ts';
import { typedServer } from './typed-server.ts';
import { asTyped, bare } from './typed-text.ts';

/**
 * Reads a server as people have it at hand: host and port, the same with words beside them as forms and instructions have it, or an address such
 * as `smtp://mail.example.org:587` copied from elsewhere. A user name or password in such an address is dropped unseen; a path too.
 */
export function parseServer(input: string): Parsed<HostMaybePort> {
  const text = asTyped(input);
  const url = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(bare(text));
  return url ? serverOfUrl((url[1] ?? '').toLowerCase(), url[2] ?? '') : serverInWords(text);
}

function serverInWords(text: string): Parsed<HostMaybePort> {
  const strict = parseHostPort(text);
  if (strict.ok) return strict;
  const typed = typedServer(text);
  if (typed === null) return parseHostPort(bare(text));
  if (!typed.ok) return typed;
  const { security: _measured, ...server } = typed.value;
  return understood(server);
}

function serverOfUrl(scheme: string, authority: string): Parsed<HostMaybePort> {
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
