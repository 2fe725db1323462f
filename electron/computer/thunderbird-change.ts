import type { Server } from '../../shared/model/check.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import type { PrefValue } from '../../shared/parse/prefs-js.ts';
import type { ThunderbirdAccount } from '../../shared/parse/thunderbird-accounts.ts';
import { thunderbirdLogin, thunderbirdSecurity, usualPort } from '../../shared/parse/thunderbird-values.ts';
import { said } from '../../shared/text/said.ts';

/** What a check recommends for sending, with the ways to log in that the server offered there. */
export type Wanted = {
  readonly server: Server;
  /** SASL names, in the server's spelling; null when they were not seen. */
  readonly offered: readonly string[] | null;
};

/** One preference to change. `from` is null where it is not set yet. */
export type PrefChange = {
  readonly name: string;
  readonly setting: 'hostname' | 'port' | 'try_ssl' | 'authMethod' | 'username';
  readonly from: PrefValue | null;
  readonly to: PrefValue;
};

/** The settings of an outgoing server that are ever changed. */
export const changedSettings = ['hostname', 'port', 'try_ssl', 'authMethod', 'username'] as const;

/**
 * The preferences that differ from what is wanted for this account, and no others: none when all is right already. Refused when the
 * account has no outgoing server of its kind, or when another host would move the mail of somebody else's address along.
 */
export function planThunderbirdChange(
  values: ReadonlyMap<string, PrefValue>,
  account: ThunderbirdAccount,
  others: readonly ThunderbirdAccount[],
  { server, offered }: Wanted,
): Result<readonly PrefChange[]> {
  const { smtpKey, outgoing } = account;
  if (smtpKey === null || outgoing === null) {
    return fail('account', said('computer.refused.no-outgoing', { address: account.address }), 'refused');
  }
  const isOtherHost = outgoing.host.toLowerCase() !== server.host.toLowerCase();
  const strangers = sharing(account, others).filter(
    (address) => domainOf(address) !== domainOf(account.address),
  );
  if (isOtherHost && strangers.length > 0) {
    return fail(
      'account',
      said('computer.refused.shared', { host: outgoing.host, others: strangers }),
      'refused',
    );
  }

  const set = (setting: PrefChange['setting']) => values.get(`mail.smtpserver.${smtpKey}.${setting}`);
  const login = loginFor(numberOr(set('authMethod'), 3), server.auth, offered);
  const user = userFor(account, outgoing.username, server.username, isOtherHost);
  const security = thunderbirdSecurity[server.security];
  const port = numberOr(set('port'), 0);
  const isPortRight =
    port === server.port || (port <= 0 && usualPort('smtp', server.security) === server.port);

  const wanted: Partial<Record<PrefChange['setting'], PrefValue>> = {
    ...(isOtherHost && { hostname: server.host }),
    ...(!isPortRight && { port: server.port }),
    ...(numberOr(set('try_ssl'), 0) !== security && { try_ssl: security }),
    ...(login !== numberOr(set('authMethod'), 3) && { authMethod: login }),
    ...(login !== thunderbirdLogin.none && user !== outgoing.username && { username: user }),
  };
  return ok(
    changedSettings.flatMap((setting) => {
      const to = wanted[setting];
      const name = `mail.smtpserver.${smtpKey}.${setting}`;
      return to === undefined ? [] : [{ name, setting, from: set(setting) ?? null, to }];
    }),
  );
}

/** The other addresses that send through the same entry of Thunderbird's list of outgoing servers. */
export function sharing(account: ThunderbirdAccount, all: readonly ThunderbirdAccount[]): string[] {
  return [
    ...new Set(
      all
        .filter(({ smtpKey, identity }) => smtpKey === account.smtpKey && identity !== account.identity)
        .map(({ address }) => address)
        .filter((address) => address.toLowerCase() !== account.address.toLowerCase()),
    ),
  ];
}

/** The SASL names with which each of Thunderbird's ways to log in is done. */
const mechanisms: Readonly<Record<number, readonly string[]>> = {
  3: ['PLAIN', 'LOGIN'],
  4: ['CRAM-MD5'],
  5: ['GSSAPI'],
  6: ['NTLM'],
  7: ['EXTERNAL'],
  10: ['XOAUTH2', 'OAUTHBEARER'],
};

/** The way that is set stays where the server offers it: whoever chose Kerberos or OAuth2 had a reason. */
function loginFor(present: number, wanted: Server['auth'], offered: readonly string[] | null): number {
  if (wanted === 'unknown') return present;
  if (wanted === 'none' || wanted === 'oauth2' || present === thunderbirdLogin.none) {
    return thunderbirdLogin[wanted];
  }
  const names = mechanisms[present];
  if (names === undefined || offered === null) return present;
  return offered.some((name) => names.includes(name.toUpperCase())) ? present : thunderbirdLogin[wanted];
}

/**
 * The user name that is set stays, unless there is none, or it belongs to another server that is being left: one with which the same
 * account receives its mail is the provider's own.
 */
function userFor(
  { incoming }: ThunderbirdAccount,
  present: string,
  wanted: string,
  isOtherHost: boolean,
): string {
  if (wanted === '') return present;
  if (present === '') return wanted;
  return isOtherHost && present !== incoming?.username ? wanted : present;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function numberOr(value: PrefValue | undefined, usual: number): number {
  return typeof value === 'number' ? value : usual;
}
