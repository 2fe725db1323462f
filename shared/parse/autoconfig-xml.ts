import type { LoginMethod, NamedServer } from '../model/check.ts';
import type { Protocol, Security } from '../model/endpoint.ts';
import { providersFor } from './autoconfig-owner.ts';
import { aboutProvider } from './autoconfig-provider.ts';
import { parseHost } from './host-name.ts';
import { fillPlaceholders } from './login-name.ts';
import { plainText } from './plain-text.ts';
import { parsePort } from './port.ts';
import {
  type MailOwner,
  maxServers,
  type Oddity,
  oddPort,
  type Published,
  type RightValue,
} from './published.ts';
import { childrenOf, childText, parseXml, type XmlElement, type XmlFault } from './xml.ts';

export type ParsedAutoconfig =
  | { readonly ok: true; readonly value: Published }
  | { readonly ok: false; readonly fault: XmlFault | 'not-autoconfig' };

const protocols: ReadonlyMap<string, Protocol> = new Map([
  ['smtp', 'smtp'],
  ['imap', 'imap'],
  ['pop3', 'pop3'],
]);
const securities: ReadonlyMap<string, Security> = new Map([
  ['plain', 'none'],
  ['starttls', 'starttls'],
  ['ssl', 'tls'],
]);
/**
 * Null: known, and nothing that a person can be told to choose. `plain` and `secure` are the names of version 1.0, `oauth` is the
 * name in drafts of 1.2.
 */
const logins: ReadonlyMap<string, LoginMethod | null> = new Map<string, LoginMethod | null>([
  ['password-cleartext', 'password-cleartext'],
  ['plain', 'password-cleartext'],
  ['password-encrypted', 'password-encrypted'],
  ['secure', 'password-encrypted'],
  ['oauth2', 'oauth2'],
  ['oauth', 'oauth2'],
  ['none', 'none'],
  ['client-ip-address', 'none'],
  ['smtp-after-pop', 'none'],
  ['ntlm', null],
  ['gssapi', null],
  ['tls-client-cert', null],
  ['http-basic', null],
  ['http-digest', null],
]);
/** Mechanisms of SASL (RFC 4422) as version 1.2 names them; any other is one that mail programs have no choice for. */
const saslLogins: readonly (readonly [mechanism: RegExp, login: LoginMethod])[] = [
  [/^(PLAIN|LOGIN)$/, 'password-cleartext'],
  [/^(CRAM|DIGEST|SCRAM)-/, 'password-encrypted'],
  [/^(OAUTHBEARER|XOAUTH2)$/, 'oauth2'],
];
/** Services that the format knows and Postway does not speak; besides them whatever is reached by a URL. */
const otherKinds =
  /^(exchange|ews|owa|graph|eas|activesync|jmap|nntp|managesieve|xmpp|caldav|carddav|webdav)$/i;

/**
 * Reads a provider's settings in Mozilla's format config-v1.1 and its successor 1.2 (draft-ietf-mailmaint-autoconfig): every server
 * in order, ways to log in in order, user names with the placeholders filled in, and what else a person should know, in `language`
 * where the file has it. A value that makes no sense is reported by name and only its own server left out; unknown elements are
 * ignored whatever the version, as the draft asks. Of several providers in one file the owner's own counts.
 */
export function parseAutoconfig(text: string, owner: MailOwner, language = 'en'): ParsedAutoconfig {
  const xml = parseXml(text);
  if (!xml.ok) return xml;
  if (xml.root.name !== 'clientConfig') return { ok: false, fault: 'not-autoconfig' };
  // What stands inside emailProvider means the same beside it (draft, "emailProvider").
  const scopes = [...providersFor(childrenOf(xml.root, 'emailProvider'), owner), xml.root];
  const elements = scopes.flatMap(({ children }) => children.filter(({ name }) => isServer(name)));
  if (scopes.length === 1 && elements.length === 0) return { ok: false, fault: 'not-autoconfig' };

  const oddities: Oddity[] = [];
  const counts = new Map<string, number>();
  const servers = elements.flatMap((element) => {
    const number = (counts.get(element.name) ?? 0) + 1;
    counts.set(element.name, number);
    return serverOf(element, owner, (kind, field, found, right) =>
      oddities.push({
        kind,
        where: `${element.name} ${number} ${field}`,
        found: plainText(found, 80),
        ...(right ? { right } : {}),
      }),
    );
  });
  const about = aboutProvider(scopes, language, (where, found) =>
    oddities.push({ kind: 'wrong-value', where, found: plainText(found, 80), right: 'web-address' }),
  );
  const providerName = nameOf(scopes, owner);
  return {
    ok: true,
    value: {
      ...(providerName === undefined ? {} : { providerName: plainText(providerName, 100) }),
      about,
      servers: servers.slice(0, maxServers),
      oddities,
    },
  };
}

function isServer(name: string): boolean {
  return name === 'incomingServer' || name === 'outgoingServer';
}

/** `displayNameShort` is how one real file spells it. */
function nameOf(scopes: readonly XmlElement[], owner: MailOwner): string | undefined {
  const [name] = ['displayName', 'displayShortName', 'displayNameShort'].flatMap((element) =>
    scopes.flatMap((scope) => childText(scope, element) ?? []),
  );
  return name === undefined ? undefined : (fillPlaceholders(name, owner) ?? name);
}

type Report = (kind: Oddity['kind'], field: string, found: string, right?: RightValue) => void;

function serverOf(element: XmlElement, owner: MailOwner, report: Report): NamedServer[] {
  const type = element.attributes.type ?? '';
  const protocol = protocols.get(type.toLowerCase());
  const isOutgoing = element.name === 'outgoingServer';
  if (protocol === undefined || (protocol === 'smtp') !== isOutgoing) {
    const isReachedByUrl =
      childText(element, 'url') !== undefined && childrenOf(element, 'hostname').length === 0;
    if (isReachedByUrl || otherKinds.test(type)) report('other-kind', 'type', type);
    else report('wrong-value', 'type', type, isOutgoing ? 'outgoing-type' : 'incoming-type');
    return [];
  }
  const host = hostOf(element, owner, report);
  const port = portOf(element, report);
  const security = securityOf(element, report);
  if (host === undefined || port === undefined || security === undefined) return [];

  const ways = childrenOf(element, 'authentication').filter(({ text }) => text !== '');
  const auth = ways.flatMap((way) => loginOf(way, report) ?? []);
  if (ways.length > 0 && auth.length === 0) {
    report('unusable-logins', 'authentication', ways.map(({ text }) => text).join(', '));
    return [];
  }
  const template = childText(element, 'username');
  const username = template === undefined ? undefined : fillPlaceholders(template, owner);
  if (template !== undefined && username === undefined && owner.address !== undefined)
    report('wrong-value', 'username', template, 'username');
  const server: NamedServer = {
    protocol,
    host,
    port,
    security,
    role: isOutgoing ? 'outgoing' : 'incoming',
    ...(auth.length === 0 ? {} : { auth: [...new Set(auth)] }),
    ...(username === undefined ? {} : { username }),
  };
  const odd = oddPort(server);
  if (odd) report(odd, 'port', `${port} ${childText(element, 'socketType')}`);
  if (template === undefined && !auth.includes('none')) report('no-username', 'username', '');
  for (const { text } of childrenOf(element, 'restriction')) report('restricted', 'restriction', text);
  return [server];
}

function hostOf(element: XmlElement, owner: MailOwner, report: Report): string | undefined {
  const text = childText(element, 'hostname') ?? '';
  const host = parseHost(fillPlaceholders(text, owner) ?? text);
  if (host.ok) return host.value.host;
  report('wrong-value', 'hostname', text, 'host');
  return undefined;
}

function portOf(element: XmlElement, report: Report): number | undefined {
  const text = childText(element, 'port') ?? '';
  const port = parsePort(text);
  if (port.ok) return port.value;
  report('wrong-value', 'port', text, 'port');
  return undefined;
}

/** The first that is understood: later ones are what older programs may use instead. */
function securityOf(element: XmlElement, report: Report): Security | undefined {
  const texts = childrenOf(element, 'socketType').map(({ text }) => text);
  for (const text of texts) {
    const security = securities.get(text.toLowerCase());
    if (security !== undefined) return security;
  }
  report('wrong-value', 'socketType', texts[0] ?? '', 'encryption');
  return undefined;
}

/**
 * One way to log in. Version 1.2 may name a mechanism of SASL, in an attribute (`system="sasl"`) or in drafts before it as `SASL NAME`,
 * and ways of HTTP, which are for other services.
 */
function loginOf({ text, attributes }: XmlElement, report: Report): LoginMethod | null {
  const system = attributes.system?.toLowerCase();
  if (system === 'http') return null;
  const mechanism = system === 'sasl' ? text : /^SASL\s+(\S+)$/i.exec(text)?.[1];
  const known = logins.get(text.toLowerCase());
  if (mechanism !== undefined && (known === undefined || text.toLowerCase() === 'plain')) {
    return saslLogins.find(([name]) => name.test(mechanism.toUpperCase()))?.[1] ?? null;
  }
  if (known === undefined) report('wrong-value', 'authentication', text, 'login');
  return known ?? null;
}
