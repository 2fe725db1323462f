/** A PHP string between single quotes, by PHP's manual; throws on anything else. */
export function phpLiteral(source: string): string {
  const [, inside] = /^'((?:[^'\\]|\\.)*)'$/su.exec(source) ?? [];
  if (inside === undefined) throw new Error(`PHP would read this otherwise: ${source}`);
  return inside.replace(/\\([\\'])/gu, '$1');
}

/**
 * The host that PHP's sockets would connect to, given as it stands before a colon and the port: an IPv6 address wants brackets.
 * Throws on anything else.
 */
export function phpHost(value: string): string {
  const [, ipv6, name] = /^(?:\[([a-f\d:]+)\]|([\w.-]+))$/iu.exec(value) ?? [];
  const host = ipv6 ?? name;
  if (host === undefined) throw new Error(`PHP would connect elsewhere: ${value}`);
  return host;
}
