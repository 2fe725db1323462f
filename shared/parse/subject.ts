import { faulty, type Parsed, understood } from './fault.ts';
import { parseServer } from './server.ts';
import { typedAddress, unhidden } from './typed-address.ts';
import { asTyped, bare } from './typed-text.ts';

/** What a check is about. A `domain` may turn out to be a server's own name: discovery tries that as a guess. */
export type Subject =
  | { readonly kind: 'address'; readonly mailAddress: string; readonly domain: string }
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'server'; readonly host: string; readonly port?: number };

/**
 * Reads the one thing a person types or pastes: with an @ it is a mail address; with a port, or as an IP address, a server; a bare name is a
 * domain. An address of the kind `smtp://mail.example.org` names a server, the address of a web site's first page the domain.
 */
export function parseSubject(input: string): Parsed<Subject> {
  const text = unhidden(asTyped(input));
  const core = bare(text);
  if (/^[^\s\\@]+\\[^\s\\@]+$/.test(core)) return faulty('login-name', core);
  const isLink = /^mailto:/i.test(core);
  const isUrl = !isLink && /^[a-z][a-z0-9+.-]*:\/\//i.test(core);
  if (isLink || (text.includes('@') && !isUrl)) {
    const address = typedAddress(text);
    return address.ok ? understood({ kind: 'address', ...address.value }) : address;
  }
  const site = /^(?:https?:\/\/)?(?:www\.(?=[^/]*\.))?([^/?#@:]+)\/?$/i.exec(core)?.[1];
  const server = parseServer(site ?? text);
  if (!server.ok) return server;
  const { kind, host, port } = server.value;
  if (port !== undefined) return understood({ kind: 'server', host, port });
  if (kind !== 'name' || (isUrl && site === undefined)) return understood({ kind: 'server', host });
  return understood({ kind: 'domain', domain: host });
}
