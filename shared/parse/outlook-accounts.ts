import type { FoundServer } from '../model/found-account.ts';
import { parseHost } from './host-name.ts';
import { parseMailAddress } from './mail-address.ts';
import { plainText } from './plain-text.ts';
import type { RegistryKey } from './registry-text.ts';

/** One account of classic Outlook. */
export type OutlookAccount = {
  readonly profile: string;
  readonly address: string;
  readonly displayName: string;
  readonly outgoing: FoundServer | null;
  readonly incoming: FoundServer | null;
  /** The registry key that it was read from. */
  readonly key: string;
};

export type OutlookAccounts = {
  readonly accounts: readonly OutlookAccount[];
  /** Keys of accounts without servers of their own: Exchange and Microsoft accounts. */
  readonly exchange: readonly string[];
};

const maxAccounts = 100;

/** The key of one account: the fixed number is that of Outlook's account manager, in every version. */
const accountKey = /\\Profiles\\([^\\]+)\\9375CFF0413111d3B88A00104B2A6676\\[0-9a-f]{8}$/i;

type Values = RegistryKey['values'];

/**
 * The mail accounts among keys of the registry. A port that is not written is the usual one; `SMTP Secure Connection` (newer) counts
 * before `SMTP Use SSL`.
 */
export function readOutlookAccounts(keys: readonly RegistryKey[]): OutlookAccounts {
  const accounts: OutlookAccount[] = [];
  const exchange: string[] = [];
  for (const { path, values } of keys) {
    const profile = accountKey.exec(path)?.[1];
    if (profile === undefined || accounts.length >= maxAccounts) continue;
    const address = parseMailAddress(text(values, 'email'));
    const incoming = incomingServer(values);
    const outgoing = outgoingServer(values, incoming);
    const key = plainText(path, 1000);
    if (outgoing === null && incoming === null) {
      // Outlook's address books have such keys too, without an address or name of an account.
      if (/^\{ED475414-/i.test(text(values, 'clsid')) && address.ok) exchange.push(key);
    } else if (address.ok) {
      const displayName = plainText(text(values, 'display name') || text(values, 'account name'), 255);
      const { mailAddress } = address.value;
      accounts.push({
        profile: plainText(profile, 255),
        address: mailAddress,
        displayName,
        outgoing,
        incoming,
        key,
      });
    }
  }
  return { accounts, exchange: exchange.slice(0, maxAccounts) };
}

function outgoingServer(values: Values, incoming: FoundServer | null): FoundServer | null {
  const host = parseHost(text(values, 'smtp server'));
  const port = portOr(values, 'smtp port', 25);
  if (!host.ok || port === null) return null;
  const needsLogin = number(values, 'smtp use auth') === 1;
  const own = number(values, 'smtp auth method') === 1 ? text(values, 'smtp user') : '';
  return {
    protocol: 'smtp',
    host: host.value.host,
    port,
    ...smtpSecurity(values),
    auth: needsLogin ? 'password-cleartext' : 'none',
    username: needsLogin ? plainText(own, 320) || (incoming?.username ?? '') : '',
  };
}

function smtpSecurity(values: Values): Pick<FoundServer, 'security' | 'isOpportunistic'> {
  switch (number(values, 'smtp secure connection')) {
    case 0:
      return { security: 'none' };
    case 1:
      return { security: 'tls' };
    case 2:
      return { security: 'starttls' };
    case 3: // "Auto"
      return { security: 'starttls', isOpportunistic: true };
    default:
      return { security: number(values, 'smtp use ssl') === 1 ? 'tls' : 'none' };
  }
}

function incomingServer(values: Values): FoundServer | null {
  for (const [protocol, plainPort, tlsPort] of [['imap', 143, 993] as const, ['pop3', 110, 995] as const]) {
    const host = parseHost(text(values, `${protocol} server`));
    const isTls = number(values, `${protocol} use ssl`) === 1;
    const port = portOr(values, `${protocol} port`, isTls ? tlsPort : plainPort);
    if (!host.ok || port === null) continue;
    const username = plainText(text(values, `${protocol} user`), 320);
    const security = isTls ? 'tls' : 'none';
    return { protocol, host: host.value.host, port, security, auth: 'password-cleartext', username };
  }
  return null;
}

function text(values: Values, name: string): string {
  const value = values.get(name);
  return typeof value === 'string' ? value : '';
}

function number(values: Values, name: string): number | undefined {
  const value = values.get(name);
  return typeof value === 'number' ? value : undefined;
}

/** The port that is written, the usual one where none is; null for one that cannot be. */
function portOr(values: Values, name: string, usual: number): number | null {
  const port = number(values, name) || usual;
  return port <= 65_535 ? port : null;
}
