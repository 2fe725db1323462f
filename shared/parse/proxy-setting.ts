import { parseHost } from './host-name.ts';

export type ProxySetting = { readonly host: string; readonly port: number };

/** Ports of proxies by their schemes, as curl has them. */
const usualPorts: Readonly<Record<string, number>> = { http: 1080, https: 443, socks4: 1080, socks5: 1080 };

/**
 * Reads the value of a variable such as `https_proxy`: `http://user:password@proxy.example:3128/`, or without a scheme. User and password
 * are dropped. Null where it names no proxy.
 */
export function parseProxySetting(value: string): ProxySetting | null {
  const text = value.trim();
  if (text === '' || text.length > 2048) return null;
  const [, scheme = 'http', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(text) ?? [];
  const authority = (rest.split(/[/?#]/)[0] ?? '').replace(/^.*@/s, '');
  const [, name = '', digits] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(authority) ?? [];
  const host = parseHost(name);
  const port = digits === undefined ? (usualPorts[scheme.toLowerCase().slice(0, 6)] ?? 1080) : Number(digits);
  if (!host.ok || port < 1 || port > 65_535) return null;
  return { host: host.value.host, port };
}
