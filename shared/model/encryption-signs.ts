import { getDomain } from 'tldts';
import type { CurrentSettings, DiscoveryEntry, NamedServer } from './check.ts';
import type { Disturbance } from './disturbance.ts';
import type { Endpoint } from './endpoint.ts';
import type { Observation } from './observation.ts';
import { plainName } from './plain-name.ts';
import type { Report } from './report.ts';

/** Something that says that a server encrypts, although one of its ports does not offer it now. */
export type EncryptionSign = {
  /**
   * `current`: the mail program uses it with encryption today. `earlier`: an earlier check saw it encrypt. `published`: its provider
   * names it with encryption. `seen`: another port or protocol of it encrypts, with a certificate that is right, or offers to.
   */
  readonly kind: 'current' | 'earlier' | 'published' | 'seen';
  /** Host, port and security that the sign is about. */
  readonly endpoint: Pick<Endpoint, 'host' | 'port' | 'security'>;
  /** It is about this very computer, or the person's own word, so it is proof enough for a finding; others only forbid plain settings. */
  readonly isProof: boolean;
  /** Of `seen`. */
  readonly observation?: Observation;
};

/** What the signs are looked for in. */
export type Measured = {
  readonly observations: readonly Observation[];
  readonly discovery: readonly DiscoveryEntry[];
  readonly input: Report['input'];
  /** What happened to this computer meanwhile. */
  readonly disturbances?: readonly Disturbance[] | undefined;
};

/**
 * Everything that says that this host encrypts: whoever stands on the way and deletes one port's offer can hardly delete the mail
 * program's settings, what is published, and the other ports as well. Names that lead to one address are one computer, and hosts of one
 * domain are one operator's; a mistake about either makes Postway more careful, and nothing else. The surest signs come first.
 */
export function encryptionSigns(host: string, measured: Measured): EncryptionSign[] {
  const { input, discovery } = measured;
  const isSame = sameComputer(host, measured.observations);
  const isNear = (other: string): boolean => isSame(other) || isOneDomain(host, other);
  const told = (kind: 'current' | 'earlier', list: readonly CurrentSettings[]): EncryptionSign[] =>
    list
      .filter((settings) => settings.security !== 'none' && isNear(settings.host))
      .map((endpoint) => ({ kind, endpoint, isProof: true }));
  const signs = [
    ...told('current', input.current ? [input.current] : []),
    ...told('earlier', input.earlier ?? []),
    ...publishedSigns(discovery, isSame),
    ...seenSigns(measured.observations, isSame, isNear),
  ];
  return signs.toSorted((a, b) => Number(b.isProof) - Number(a.isProof));
}

/** Published for anybody to see; what came unprotected, or names another computer of the provider's, only makes careful. */
function publishedSigns(
  discovery: readonly DiscoveryEntry[],
  isSame: (host: string) => boolean,
): EncryptionSign[] {
  return discovery.flatMap(({ source, isAuthenticated, servers }) =>
    servers
      .filter((server) => saysEncrypted(source, server))
      .map((endpoint) => ({
        kind: 'published' as const,
        endpoint,
        isProof:
          endpoint.role === 'outgoing' &&
          source !== 'srv' &&
          isAuthenticated !== false &&
          isSame(endpoint.host),
      })),
  );
}

/** SRV records of the plain services (RFC 6186) say nothing about encryption, those for TLS (RFC 8314) do; guesses never do. */
function saysEncrypted(source: DiscoveryEntry['source'], { security }: NamedServer): boolean {
  if (source === 'guess' || source === 'mx' || source === 'user') return false;
  return source === 'srv' ? security === 'tls' : security !== 'none';
}

function seenSigns(
  observations: readonly Observation[],
  isSame: (host: string) => boolean,
  isNear: (host: string) => boolean,
): EncryptionSign[] {
  return observations
    .filter(({ role }) => role === 'outgoing' || role === 'incoming')
    .filter((o) =>
      o.tls?.trusted || isMasked(o)
        ? isNear(o.host)
        : o.role === 'outgoing' && (o.tls !== undefined || offersTls(o)) && isSame(o.host),
    )
    .map((observation) => ({
      kind: 'seen' as const,
      endpoint: observation,
      isProof: observation.outcome === 'ok',
      observation,
    }));
}

/** Somebody on the way overwrote the offer to begin TLS: there was one. */
function isMasked({ error }: Observation): boolean {
  return error?.code === 'starttls-masked';
}

/** The offer to begin TLS came through, whatever became of it. */
function offersTls({ security, capabilities, capabilitiesBeforeTls }: Observation): boolean {
  const inClear = security === 'none' ? capabilities : capabilitiesBeforeTls;
  return inClear?.some((line) => /^STARTTLS\b/i.test(line)) ?? false;
}

/** Whether a name leads to the same computer as `host`, as far as the observations show. */
function sameComputer(host: string, observations: readonly Observation[]): (other: string) => boolean {
  const addressesOf = (name: string): (string | null)[] =>
    observations.filter((o) => plainName(o.host) === plainName(name)).map(({ address }) => address);
  const own = new Set(addressesOf(host).filter((address) => address !== null));
  return (other) =>
    plainName(other) === plainName(host) || addressesOf(other).some((one) => one !== null && own.has(one));
}

/** Names below `github.io` belong to different people: the private part of the Public Suffix List counts too. */
const allSuffixes = { allowPrivateDomains: true };

/** Both lie in one domain that somebody can register. Addresses lie in none. */
function isOneDomain(one: string, other: string): boolean {
  const domain = getDomain(one, allSuffixes);
  return domain !== null && domain === getDomain(other, allSuffixes);
}
