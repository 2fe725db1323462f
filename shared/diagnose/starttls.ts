import { type EncryptionSign, encryptionSigns } from '../model/encryption-signs.ts';
import { type Endpoint, endpointKey, sendingPorts } from '../model/endpoint.ts';
import type { Observation } from '../model/observation.ts';
import type { Facts } from './facts.ts';

/** What several asks of one endpoint said about STARTTLS. */
export type StartTlsAsks = {
  readonly endpoint: Endpoint;
  /** It was missing from the reply, or its place was overwritten. */
  readonly lacking: readonly Observation[];
  readonly masked: readonly Observation[];
  /** It was there. */
  readonly offered: readonly Observation[];
};

/** Every endpoint of the user's, for sending or of those given, where STARTTLS was missing at least once. */
export function startTlsAsks(facts: Facts, observations = facts.submission): StartTlsAsks[] {
  const asked = new Map<string, Observation[]>();
  for (const o of observations.filter(({ security }) => security === 'starttls')) {
    const same = asked.get(endpointKey(o)) ?? [];
    asked.set(endpointKey(o), [...same, o]);
  }
  return [...asked.values()].flatMap((same) => {
    const masked = same.filter((o) => o.error?.code === 'starttls-masked');
    const lacking = same.filter((o) => o.error?.code === 'starttls-not-offered' || masked.includes(o));
    const offered = same.filter((o) => o.tls !== undefined || o.timings.tls !== undefined);
    const [endpoint] = same;
    return endpoint && lacking.length > 0 ? [{ endpoint, lacking, masked, offered }] : [];
  });
}

/** What says of this server that it can encrypt, the surest first; see `encryptionSigns`. */
export function signsOf(facts: Facts, endpoint: Endpoint): EncryptionSign[] {
  return encryptionSigns(endpoint.host, facts.evidence);
}

/**
 * Those that prove that this port for sending would offer it too. Whoever strips it does so on the ports that have a meaning; on any other, such
 * as 26, servers answer as they like, and only what is known of that very port says that something is missing there.
 */
export function provingSigns(facts: Facts, endpoint: Endpoint): EncryptionSign[] {
  const isOfThis = (sign: EncryptionSign): boolean =>
    sendingPorts.includes(endpoint.port) || sign.endpoint.port === endpoint.port;
  return signsOf(facts, endpoint).filter((sign) => sign.isProof && isOfThis(sign));
}

/** Its provider publishes that this very port offers STARTTLS. */
export function isPublishedHere(sign: EncryptionSign, { host, port }: Endpoint): boolean {
  return (
    sign.kind === 'published' &&
    sign.isProof &&
    sign.endpoint.host.toLowerCase() === host.toLowerCase() &&
    sign.endpoint.port === port &&
    sign.endpoint.security === 'starttls'
  );
}
