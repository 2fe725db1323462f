import { type Parsed, trimmed, understood } from './fault.ts';
import { parseServer } from './host-port.ts';
import { parseMailAddress } from './mail-address.ts';

/** What a check is about. A `domain` may turn out to be a server's own name: discovery tries that as a guess. */
export type Subject =
  | { readonly kind: 'address'; readonly mailAddress: string; readonly domain: string }
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'server'; readonly host: string; readonly port?: number };

/**
 * Reads the one thing a person types: with an @ it is a mail address; with a port, or as an IP address, a server; a bare name is a
 * domain. An address of the kind `smtp://mail.example.org` names a server.
 */
export function parseSubject(input: string): Parsed<Subject> {
  const text = withAtSign(trimmed(input));
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  if (text.includes('@') && !isUrl) {
    const address = parseMailAddress(text);
    return address.ok ? understood({ kind: 'address', ...address.value }) : address;
  }
  const server = parseServer(withPort(text));
  if (!server.ok) return server;
  const { kind, host, port } = server.value;
  if (port !== undefined) return understood({ kind: 'server', host, port });
  if (kind !== 'name' || isUrl) return understood({ kind: 'server', host });
  return understood({ kind: 'domain', domain: host });
}

/**
 * A server as instructions have it, `smtp.example.org, port 587 (STARTTLS)`, in the form `smtp.example.org:587`; anything else as it is.
 * The encryption is found out by the check.
 */
function withPort(text: string): string {
  if (text.length > 320) return text;
  const written =
    /^([^\s:,;()/]+)(?:\s*[,;]?\s*\(?\s*port\s*[:=]?\s*|\s*:\s*|\s+)(\d{1,5})\s*\)?(?:[\s,;/(]+(?:ssl|tls|starttls|encryption|[\s/,()]+)+)?$/i.exec(
      text,
    );
  return written ? `${written[1]}:${written[2]}` : text;
}

/** An address as people write it to hide it from programs, `anna (at) example dot org`, with its signs; anything else as it is. */
function withAtSign(text: string): string {
  if (text.length > 320) return text;
  const hidden = /^([^\s@]+?)\s*(?:[([{]\s*at\s*[)\]}]|\sat\s)\s*([^@]+)$/i.exec(text);
  const domain = hidden?.[2]?.replace(/\s*[([{]\s*dot\s*[)\]}]\s*|\s+dot\s+/gi, '.') ?? '';
  return hidden && !/\s/.test(domain) ? `${hidden[1]}@${domain}` : text;
}
