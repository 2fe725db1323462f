import type { DiscoveryEntry, Server } from '../model/check.ts';
import { hostOfServer, sourcesOf } from '../model/claims.ts';
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
 * The setting that an observation stands for, as it is typed into a mail program. The user name is the whole address, which most
 * providers take; it is empty when no address was given.
 */
export function serverFrom(observation: Observation, { discovery, input }: ServerContext): Server {
  const { protocol, host, port, security } = observation;
  const named = [input.server && hostOfServer(input.server), input.current?.host];
  const isTyped = named.some((name) => name?.toLowerCase() === host.toLowerCase());
  return {
    protocol,
    host,
    port,
    security,
    auth: authOf(observation),
    username: input.address ?? '',
    source: isTyped ? 'user' : (sourcesOf(discovery, host)[0] ?? 'guess'),
  };
}

/** How to log in: with the plain password (inside encryption) where that is offered, as every mail program can. */
function authOf({ auth, role, capabilities }: Observation): Server['auth'] {
  if (auth === undefined) return 'unknown';
  // IMAP's LOGIN and POP3's USER exist without being listed, unless they are switched off: RFC 9051 section 6.2.3, RFC 1939.
  if (auth.length === 0 && role === 'incoming') {
    return capabilities?.some((line) => /^LOGINDISABLED\b/i.test(line)) ? 'none' : 'password-cleartext';
  }
  const mechanisms = auth.map((name) => name.toUpperCase());
  if (mechanisms.length === 0) return 'none';
  if (mechanisms.some((name) => inTheOpen.has(name))) return 'password-cleartext';
  if (mechanisms.some((name) => /^(CRAM-|DIGEST-|SCRAM-)/.test(name))) return 'password-encrypted';
  return mechanisms.some((name) => tokens.has(name)) ? 'oauth2' : 'unknown';
}
