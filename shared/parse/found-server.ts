import type { FoundServer } from '../model/found-account.ts';
import { parseHost } from './host-name.ts';
import { parseMailAddress } from './mail-address.ts';
import { plainText } from './plain-text.ts';

/** What one of the mail programs whose settings are `.ini` files has set up for one address. */
export type IniAccount = {
  /** The program's own name for it; the same each time. */
  readonly key: string;
  readonly address: string;
  readonly displayName: string;
  readonly outgoing: FoundServer | null;
  readonly incoming: FoundServer | null;
};

/** Nobody has this many; a file that names more is made up. */
export const maxIniAccounts = 100;

type Written = Pick<FoundServer, 'protocol' | 'security' | 'auth'> & {
  readonly host: string | undefined;
  /** As it is written; absent or 0 where the program takes the usual one. */
  readonly port: string | undefined;
  readonly usualPort: number;
  readonly username: string | undefined;
};

/** A server as a settings file has it; null when its host or port is none. */
export function writtenServer({
  protocol,
  host: name,
  port: written,
  usualPort,
  ...rest
}: Written): FoundServer | null {
  const host = parseHost(name ?? '');
  const port = written === undefined || written === '' || written === '0' ? usualPort : Number(written);
  if (!host.ok || !Number.isInteger(port) || port < 1 || port > 65_535) return null;
  const { security, auth } = rest;
  return {
    protocol,
    host: host.value.host,
    port,
    security,
    auth,
    username: auth === 'none' ? '' : plainText(rest.username ?? '', 320),
  };
}

/** The address of an account; null for one that is none. */
export function writtenAddress(text: string | undefined): string | null {
  const parsed = parseMailAddress(text ?? '');
  return parsed.ok ? parsed.value.mailAddress : null;
}

/** A SASL mechanism's name (RFC 4422) as a way to log in; OAuth in any spelling is a sign-in. */
export function mechanismLogin(name: string | undefined): FoundServer['auth'] {
  if (name === undefined || name === '') return 'password-cleartext';
  if (/^none$/i.test(name)) return 'none';
  if (/oauth|google/i.test(name)) return 'oauth2';
  if (/^(plain|login|plain\/password|password)$/i.test(name)) return 'password-cleartext';
  return /md5/i.test(name) ? 'password-encrypted' : 'unknown';
}
