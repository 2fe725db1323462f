import type { DiscoveryEntry, LoginMethod, NamedServer, Server } from '../model/check.ts';
import { hostOfServer, sourcesOf, trustOrder, unusualSecret, wantsOwnAddress } from '../model/claims.ts';
import type { Observation } from '../model/observation.ts';
import type { Report } from '../model/report.ts';

/** What is known besides the observation itself. */
export type ServerContext = {
  readonly discovery: readonly DiscoveryEntry[];
  readonly input: Report['input'];
};

const tokens = new Set(['XOAUTH2', 'OAUTHBEARER']);
const inTheOpen = new Set(['PLAIN', 'LOGIN']);

/**
 * The setting that an observation stands for, as it is typed into a mail program. User name and login are what the provider publishes,
 * as far as the server offers it; else the whole address, which most providers take, and a password. The user name is empty when no
 * address was given.
 */
export function serverFrom(observation: Observation, { discovery, input }: ServerContext): Server {
  const { protocol, host, port, security } = observation;
  const named = [input.server && hostOfServer(input.server), input.current?.host];
  const isTyped = named.some((name) => name?.toLowerCase() === host.toLowerCase());
  const claims = claimsAbout(observation, discovery);
  return {
    protocol,
    host,
    port,
    security,
    ...loginOf(
      observation,
      claims.find(({ auth }) => auth !== undefined)?.auth,
      unusualSecret(discovery, host)?.secret === 'browser',
    ),
    username: nameIn(claims, input, wantsOwnAddress(discovery, host) !== undefined),
    source: isTyped
      ? 'user'
      : (sourcesOf(discovery, host, observation.role)[0] ?? sourcesOf(discovery, host)[0] ?? 'guess'),
  };
}

/** The user name that is published, else the whole address; none of the person's where the provider logs in with an address of its own. */
function nameIn(claims: readonly NamedServer[], { address }: Report['input'], isOwnAlone: boolean): string {
  const names = claims.map(({ username }) => username).filter((name) => name !== undefined);
  const whole = address?.toLowerCase() ?? '';
  const isPersons = (name: string) =>
    [whole, whole.replace(/@[^@]*$/, '')].includes(name.toLowerCase()) && name !== '';
  if (isOwnAlone) return names.find((name) => !isPersons(name)) ?? '';
  return names[0] ?? address ?? '';
}

/** What is published about this server: of the most trusted source first, and of this port before others of the host. */
function claimsAbout({ role, host, port }: Observation, discovery: readonly DiscoveryEntry[]): NamedServer[] {
  const wanted = host.toLowerCase();
  return discovery
    .filter(({ isAuthenticated }) => isAuthenticated !== false)
    .toSorted((a, b) => trustOrder.indexOf(a.source) - trustOrder.indexOf(b.source))
    .flatMap(({ servers }) => servers)
    .filter((server) => !server.withheld && server.role === role && server.host.toLowerCase() === wanted)
    .toSorted((a, b) => Number(b.port === port) - Number(a.port === port));
}

/**
 * How to log in: the first way that the provider publishes and the server offers; without any, with the plain password (inside encryption),
 * as every mail program can. Where the provider is known to take no password, with the sign-in in the browser.
 */
function loginOf(
  observation: Observation,
  published: readonly LoginMethod[] = [],
  isBrowserOnly: boolean,
): Pick<Server, 'auth' | 'orPassword'> {
  const offered = offeredBy(observation);
  if (isBrowserOnly && offered.includes('oauth2')) return { auth: 'oauth2' };
  const possible = published.filter((method) => offered.includes(method));
  const auth = possible[0] ?? offered[0] ?? 'unknown';
  const hasPassword = possible.some((method) => method.startsWith('password-'));
  return { auth, ...(auth === 'oauth2' && hasPassword && !isBrowserOnly ? { orPassword: true } : {}) };
}

/** The ways to log in that a server offers, the one that most mail programs can first. */
function offeredBy({ auth, role }: Observation): Server['auth'][] {
  if (auth === undefined) return ['unknown'];
  // IMAP's LOGIN and POP3's USER exist without being listed: RFC 9051 section 6.2.3, RFC 1939.
  if (auth.length === 0 && role === 'incoming') return ['password-cleartext'];
  const mechanisms = auth.map((name) => name.toUpperCase());
  if (mechanisms.length === 0) return ['none'];
  const ways: [Server['auth'], boolean][] = [
    ['password-cleartext', mechanisms.some((name) => inTheOpen.has(name))],
    ['password-encrypted', mechanisms.some((name) => /^(CRAM-|DIGEST-|SCRAM-)/.test(name))],
    ['oauth2', mechanisms.some((name) => tokens.has(name))],
  ];
  return ways.filter(([, isOffered]) => isOffered).map(([way]) => way);
}
