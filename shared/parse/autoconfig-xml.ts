import type { LoginMethod, NamedServer } from '../model/check.ts';
import type { Protocol, Security } from '../model/endpoint.ts';
import { parseHost } from './host-name.ts';
import { fillPlaceholders } from './login-name.ts';
import { plainText } from './plain-text.ts';
import { parsePort } from './port.ts';
import { type MailOwner, maxServers, type Oddity, oddPort, type Published } from './published.ts';
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
/** Null: known, and nothing that a person can be told to choose. `plain` and `secure` are the names of version 1.0. */
const logins: ReadonlyMap<string, LoginMethod | null> = new Map<string, LoginMethod | null>([
  ['password-cleartext', 'password-cleartext'],
  ['plain', 'password-cleartext'],
  ['password-encrypted', 'password-encrypted'],
  ['secure', 'password-encrypted'],
  ['oauth2', 'oauth2'],
  ['none', 'none'],
  ['client-ip-address', 'none'],
  ['smtp-after-pop', 'none'],
  ['ntlm', null],
  ['gssapi', null],
  ['tls-client-cert', null],
]);

/**
 * Reads a provider's settings in Mozilla's format config-v1.1 (draft-ietf-mailmaint-autoconfig): every server in order, ways to log in
 * in order, user names with the placeholders filled in, and the help page in `language`. A value that makes no sense is reported by
 * name and only its own server left out; unknown elements are ignored, as the draft asks.
 */
export function parseAutoconfig(text: string, owner: MailOwner, language = 'en'): ParsedAutoconfig {
  const xml = parseXml(text);
  if (!xml.ok) return xml;
  const provider = xml.root.name === 'clientConfig' ? childrenOf(xml.root, 'emailProvider')[0] : undefined;
  if (!provider) return { ok: false, fault: 'not-autoconfig' };

  const oddities: Oddity[] = [];
  const counts = new Map<string, number>();
  const servers = provider.children.flatMap((element) => {
    if (element.name !== 'incomingServer' && element.name !== 'outgoingServer') return [];
    const number = (counts.get(element.name) ?? 0) + 1;
    counts.set(element.name, number);
    return serverOf(element, owner, (kind, field, found) =>
      oddities.push({ kind, where: `${element.name} ${number} ${field}`, found: plainText(found, 80) }),
    );
  });
  const providerName = childText(provider, 'displayName');
  const help = helpPage(provider, language);
  return {
    ok: true,
    value: {
      ...(providerName === undefined ? {} : { providerName: plainText(providerName, 100) }),
      ...(help === undefined ? {} : { help }),
      servers: servers.slice(0, maxServers),
      oddities,
    },
  };
}

type Report = (kind: Oddity['kind'], field: string, found: string) => void;

function serverOf(element: XmlElement, owner: MailOwner, report: Report): NamedServer[] {
  const type = element.attributes.type ?? '';
  const protocol = protocols.get(type.toLowerCase());
  const isOutgoing = element.name === 'outgoingServer';
  if (protocol === undefined || (protocol === 'smtp') !== isOutgoing) {
    const isExchange = /^(exchange|ews|owa|graph|eas|activesync|jmap)$/i.test(type);
    report(isExchange ? 'other-kind' : 'wrong-value', 'type', type);
    return [];
  }
  const host = hostOf(element, owner, report);
  const port = portOf(element, report);
  const security = firstKnown(element, 'socketType', securities, report);
  if (host === undefined || port === undefined || security === undefined) return [];

  const auth = childrenOf(element, 'authentication').flatMap(({ text }) => {
    const method = logins.get(text.toLowerCase());
    if (method === undefined) report('wrong-value', 'authentication', text);
    return method ?? [];
  });
  const template = childText(element, 'username');
  const username = template === undefined ? undefined : fillPlaceholders(template, owner);
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
  report('wrong-value', 'hostname', text);
  return undefined;
}

function portOf(element: XmlElement, report: Report): number | undefined {
  const text = childText(element, 'port') ?? '';
  const port = parsePort(text);
  if (port.ok) return port.value;
  report('wrong-value', 'port', text);
  return undefined;
}

/** The value of the first element of that name that is understood: later ones are what older programs may use instead. */
function firstKnown<T>(
  element: XmlElement,
  name: string,
  known: ReadonlyMap<string, T>,
  report: Report,
): T | undefined {
  const texts = childrenOf(element, name).map(({ text }) => text);
  for (const text of texts) {
    const value = known.get(text.toLowerCase());
    if (value !== undefined) return value;
  }
  report('wrong-value', name, texts[0] ?? '');
  return undefined;
}

/** The help page described in the language, else one whose language is not named, else the first. */
function helpPage(provider: XmlElement, language: string): string | undefined {
  const pages = childrenOf(provider, 'documentation').flatMap((page) => {
    const url = page.attributes.url ?? '';
    const isUsable = /^https:\/\//i.test(url) && url.length <= 1000 && URL.canParse(url);
    const languages = childrenOf(page, 'descr').map(({ attributes }) => attributes.lang?.toLowerCase());
    return isUsable ? [{ url: new URL(url).href, languages }] : [];
  });
  const described = (wanted: string | undefined) => pages.find(({ languages }) => languages.includes(wanted));
  return (described(language) ?? described(undefined) ?? pages[0])?.url;
}
