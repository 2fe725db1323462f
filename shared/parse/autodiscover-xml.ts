import type { NamedServer } from '../model/check.ts';
import { conventionalSecurity, type Protocol, type Security } from '../model/endpoint.ts';
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

export type ParsedAutodiscover =
  | { readonly ok: true; readonly value: Published }
  /** The settings are elsewhere: another page, or under another address. */
  | { readonly ok: true; readonly elsewhere: { readonly url: string } | { readonly address: string } }
  | { readonly ok: false; readonly fault: XmlFault | 'not-autodiscover' };

const protocols: ReadonlyMap<string, Protocol> = new Map([
  ['SMTP', 'smtp'],
  ['IMAP', 'imap'],
  ['POP3', 'pop3'],
]);

/** Protocols that the format knows and Postway does not speak. */
const otherKinds = /^(EXCH|EXPR|EXHTTP|MAPIHTTP|EWS|EAS|WEB|MOBILESYNC|DAV|CALDAV|CARDDAV)$/i;

/** Used where the document names no port: MS-OXDSCLI section 2.2.4.1.1.2.5. */
const usualPorts: Readonly<Record<string, number>> = { smtp: 587, imap: 993, pop3: 995 };

/** What is posted to a server (MS-OXDSCLI section 2.2.3): the address, and that mail settings are wanted. Never a password. */
export function autodiscoverRequest(address: string): string {
  const escaped = address.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const base = 'http://schemas.microsoft.com/exchange/autodiscover/outlook';
  return `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="${base}/requestschema/2006"><Request><EMailAddress>${escaped}</EMailAddress><AcceptableResponseSchema>${base}/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>
`;
}

/** Reads what Outlook's plain-XML Autodiscover answers: MS-OXDSCLI section 2.2.4. Exchange's own protocols are told and not used. */
export function parseAutodiscover(text: string, owner: MailOwner): ParsedAutodiscover {
  const xml = parseXml(text);
  if (!xml.ok) return xml;
  const response = xml.root.name === 'Autodiscover' ? childrenOf(xml.root, 'Response')[0] : undefined;
  if (!response) return { ok: false, fault: 'not-autodiscover' };
  const account = childrenOf(response, 'Account')[0];
  const url = account && childText(account, 'RedirectUrl');
  if (url !== undefined) return { ok: true, elsewhere: { url } };
  const address = account && childText(account, 'RedirectAddr');
  if (address !== undefined) return { ok: true, elsewhere: { address } };

  const oddities: Oddity[] = [response, account].flatMap((element) => (element ? errorsIn(element) : []));
  const servers = (account ? childrenOf(account, 'Protocol') : []).flatMap((element, index) =>
    serverOf(element, owner, (kind, field, found, right) =>
      oddities.push({
        kind,
        where: `Protocol ${index + 1} ${field}`,
        found: plainText(found, 80),
        ...(right ? { right } : {}),
      }),
    ),
  );
  return { ok: true, value: { about: {}, servers: servers.slice(0, maxServers), oddities } };
}

/** What the server says of itself in place of settings, such as that it knows no such mailbox: MS-OXDSCLI section 2.2.4.1.1.1. */
function errorsIn(element: XmlElement): Oddity[] {
  return childrenOf(element, 'Error').map((error) => {
    const code = childText(error, 'ErrorCode');
    const message = childText(error, 'Message');
    return {
      kind: 'own-error',
      where: code === undefined || message === undefined ? 'Error' : `Error ${plainText(code, 20)}`,
      found: plainText((message ?? code ?? '').replace(/\s+/g, ' '), 200),
    };
  });
}

type Report = (kind: Oddity['kind'], field: string, found: string, right?: RightValue) => void;

function serverOf(element: XmlElement, owner: MailOwner, report: Report): NamedServer[] {
  const type = childText(element, 'Type') ?? element.attributes.Type ?? '';
  const protocol = protocols.get(type.toUpperCase());
  if (protocol === undefined) {
    // Newer protocols of Exchange stand in an attribute: MS-OXDSCLI section 2.2.4.1.1.2.5.
    const isNewer = childText(element, 'Type') === undefined && type !== '';
    if (isNewer || otherKinds.test(type)) report('other-kind', 'Type', type);
    else report('wrong-value', 'Type', type, 'service');
    return [];
  }
  const name = childText(element, 'Server') ?? '';
  const host = parseHost(fillPlaceholders(name, owner) ?? name);
  if (!host.ok) {
    report('wrong-value', 'Server', name, 'host');
    return [];
  }
  const portText = childText(element, 'Port');
  const port = portText === undefined ? usualPorts[protocol] : numberOf(portText);
  if (port === undefined) {
    report('wrong-value', 'Port', portText ?? '', 'port');
    return [];
  }
  const username = usernameOf(element, owner, report);
  const server: NamedServer = {
    protocol,
    host: host.value.host,
    port,
    security: securityOf(element, port),
    role: protocol === 'smtp' ? 'outgoing' : 'incoming',
    ...(username === undefined ? {} : { username }),
  };
  const odd = oddPort(server);
  if (odd) report(odd, 'Port', `${port} ${server.security}`);
  return [server];
}

/** The address where no name is given (MS-OXDSCLI), or none that could be typed. Templates copied from Mozilla's format are filled in. */
function usernameOf(element: XmlElement, owner: MailOwner, report: Report): string | undefined {
  if (isOff(element, 'AuthRequired')) return undefined;
  const template = childText(element, 'LoginName');
  if (template === undefined) return owner.address;
  const username = fillPlaceholders(template, owner);
  if (username === undefined) report('wrong-value', 'LoginName', template, 'username');
  return username ?? owner.address;
}

/**
 * `Encryption` decides where it is given. `SSL` is on unless it says off, and means what the port means by convention. Modoboa and others
 * write `TLS` beside it for STARTTLS, which is no element of the format.
 */
function securityOf(element: XmlElement, port: number): Security {
  switch (childText(element, 'Encryption')?.toUpperCase()) {
    case 'SSL':
      return 'tls';
    case 'TLS':
    case 'STARTTLS':
      return 'starttls';
    case 'NONE':
      return 'none';
    case 'AUTO':
      return conventionalSecurity(port);
    default:
      return isOff(element, 'SSL') && !isOn(element, 'TLS') ? 'none' : conventionalSecurity(port);
  }
}

function isOff(element: XmlElement, name: string): boolean {
  return /^(off|false|no|0)$/i.test(childText(element, name) ?? '');
}

function isOn(element: XmlElement, name: string): boolean {
  return /^(on|true|yes|1)$/i.test(childText(element, name) ?? '');
}

function numberOf(text: string): number | undefined {
  const port = parsePort(text);
  return port.ok ? port.value : undefined;
}
