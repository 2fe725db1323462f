import { type Parsed, trimmed, understood } from './fault.ts';
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

function splitPort(text: string): { host: string; port?: string } {
  const bracketed = /^(\[[^\]]*\]):(.*)$/s.exec(text);
  if (bracketed) return { host: bracketed[1] ?? '', port: bracketed[2] ?? '' };
  const first = text.indexOf(':');
  if (first === -1 || first !== text.lastIndexOf(':')) return { host: text };
  return { host: text.slice(0, first), port: text.slice(first + 1) };
}
