import type { Server } from '../model/check.ts';
import { parseHost } from '../parse/host-name.ts';
import { parseMailAddress } from '../parse/mail-address.ts';
import type { ClientSettings } from './client.ts';
import { isSenderRefused } from './own-sender.ts';
import { refused } from './refused.ts';

/** Which of the two servers a field belongs to, as refusals name it. */
export type ServerRole = 'outgoing' | 'incoming';

/** The user name, or `null` where the server wants no login. Throws `ExportRefused` when it is not known. */
export function knownUser({ auth, username }: Server, role: ServerRole): string | null {
  if (auth === 'none') return null;
  if (username === '') {
    throw refused(`${role}.username`, 'client.refuse.unknown');
  }
  return username;
}

/**
 * As `knownUser`, for formats that know passwords alone: throws `ExportRefused` as well for a sign-in through the browser (OAuth2).
 */
export function loginName(server: Server, role: ServerRole = 'outgoing'): string | null {
  if (server.auth === 'oauth2') {
    throw refused(`${role}.auth`, 'client.refuse.oauth2');
  }
  return knownUser(server, role);
}

/**
 * The mail address, of a form that no program takes for anything else: `name@domain` without quotes, blanks or brackets. Throws
 * `ExportRefused` when there is none or it is of another form.
 */
export function plainAddress({ mailAddress }: Pick<ClientSettings, 'mailAddress'>): string {
  if (mailAddress === '') {
    throw refused('mailAddress', 'client.refuse.unknown');
  }
  const parsed = parseMailAddress(mailAddress);
  if (!parsed.ok || parsed.value.mailAddress.toLowerCase() !== mailAddress.toLowerCase()) {
    throw refused('mailAddress', 'client.refuse.not-plain');
  }
  return mailAddress;
}

/** As `plainAddress`, for files that set up an account; throws `ExportRefused` too where the server refuses to send from it. */
export function accountAddress(settings: Pick<ClientSettings, 'mailAddress' | 'refusedSender'>): string {
  if (isSenderRefused(settings)) throw refused('mailAddress', 'client.refuse.sender-refused');
  return plainAddress(settings);
}

/** As `plainAddress`, for formats that do without the address; `null` where only a server was checked. */
export function knownAddress(settings: Pick<ClientSettings, 'mailAddress'>): string | null {
  return settings.mailAddress === '' ? null : plainAddress(settings);
}

/** The incoming server; throws `ExportRefused` for formats that cannot do without one when the check was about sending alone. */
export function neededIncoming({ incoming }: Pick<ClientSettings, 'incoming'>): Server {
  if (incoming === null) {
    throw refused('incoming', 'client.refuse.unknown-needed');
  }
  return incoming;
}

/** What stands behind the @ of the mail address, in lower case and A-labels. Throws `ExportRefused` as `plainAddress` does. */
export function mailDomain(settings: Pick<ClientSettings, 'mailAddress'>): string {
  return plainAddress(settings).replace(/^.*@/s, '').toLowerCase();
}

/** Throws `ExportRefused` unless the value can stand in this format as it is. `forbidden` is what the format would misread. */
export function refuseIfMatches(field: string, value: string, forbidden: RegExp): void {
  const found = forbidden.exec(value);
  if (found) {
    const values = { found: found[0], isBlank: /^\s+$/u.test(found[0]) ? 'yes' : 'no' };
    throw field.endsWith('.username')
      ? refused(field, 'client.refuse.cannot-carry-name', values)
      : refused(field, 'client.refuse.cannot-carry', values);
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
