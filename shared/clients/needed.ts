import type { Server } from '../model/check.ts';
import { parseHost } from '../parse/host-name.ts';
import { parseMailAddress } from '../parse/mail-address.ts';
import { type ClientSettings, ExportRefused } from './client.ts';

/** Which of the two servers a field belongs to, as refusals name it. */
export type ServerRole = 'outgoing' | 'incoming';

/** The user name, or `null` where the server wants no login. Throws `ExportRefused` when it is not known. */
export function knownUser({ auth, username }: Server, role: ServerRole): string | null {
  if (auth === 'none') return null;
  if (username === '') {
    throw new ExportRefused(`${role}.username`, 'is not known: check again with your mail address');
  }
  return username;
}

/**
 * As `knownUser`, for formats that know passwords alone: throws `ExportRefused` as well for a sign-in through the browser (OAuth2).
 */
export function loginName(server: Server, role: ServerRole = 'outgoing'): string | null {
  if (server.auth === 'oauth2') {
    throw new ExportRefused(
      `${role}.auth`,
      'is a sign-in through the browser (OAuth2), which a settings file cannot hold',
    );
  }
  return knownUser(server, role);
}

/**
 * The mail address, of a form that no program takes for anything else: `name@domain` without quotes, blanks or brackets. Throws
 * `ExportRefused` when there is none or it is of another form.
 */
export function plainAddress({ mailAddress }: Pick<ClientSettings, 'mailAddress'>): string {
  if (mailAddress === '') {
    throw new ExportRefused('mailAddress', 'is not known: check again with your mail address');
  }
  const parsed = parseMailAddress(mailAddress);
  if (!parsed.ok || parsed.value.mailAddress.toLowerCase() !== mailAddress.toLowerCase()) {
    throw new ExportRefused('mailAddress', 'is not of the plain form name@domain');
  }
  return mailAddress;
}

/** The incoming server; throws `ExportRefused` for formats that cannot do without one when the check was about sending alone. */
export function neededIncoming({ incoming }: Pick<ClientSettings, 'incoming'>): Server {
  if (incoming === null) {
    throw new ExportRefused('incoming', 'is not known, and this file needs it as well');
  }
  return incoming;
}

/** What stands behind the @ of the mail address, in lower case and A-labels. Throws `ExportRefused` as `plainAddress` does. */
export function mailDomain(settings: Pick<ClientSettings, 'mailAddress'>): string {
  return plainAddress(settings).replace(/^.*@/s, '').toLowerCase();
}

/** Throws `ExportRefused` unless the value can stand in this format as it is. `forbidden` is what the format would misread. */
export function refuseWhere(field: string, value: string, forbidden: RegExp): void {
  const found = forbidden.exec(value);
  if (found) {
    throw new ExportRefused(field, `holds ${JSON.stringify(found[0])}, which this format cannot carry there`);
  }
}

/** Whether the host is a name and not an IP address. */
export function isName({ host }: Pick<Server, 'host'>): boolean {
  const parsed = parseHost(host);
  return parsed.ok && parsed.value.kind === 'name';
}

/** Whether the host is an IPv6 address, which many formats write in brackets or not at all. */
export function isIpv6({ host }: Pick<Server, 'host'>): boolean {
  const parsed = parseHost(host);
  return parsed.ok && parsed.value.kind === 'ipv6';
}

/** The host as it stands in a URL or before a port: IPv6 addresses in brackets (RFC 3986 section 3.2.2). */
export function bracketedHost(server: Pick<Server, 'host'>): string {
  return isIpv6(server) ? `[${server.host}]` : server.host;
}
