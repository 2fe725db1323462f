import { isNamedIn } from '../model/certificate-names.ts';
import type { DiscoveryEntry } from '../model/check.ts';
import { isPublishedPlain } from '../model/claims.ts';
import type { Security } from '../model/endpoint.ts';
import type { Observation } from '../model/observation.ts';
import { say, type TextKey } from '../text/index.ts';
import type { Working } from './candidates.ts';

const securityWords: Readonly<Record<Security, TextKey>> = {
  none: 'finding.security.none',
  starttls: 'finding.security.starttls',
  tls: 'finding.security.tls',
};

/** Why this setting, in plain words, with every warning that belongs to it. */
export function whyRecommended(
  best: Working,
  incoming: Working | null,
  { observations, discovery }: { observations: readonly Observation[]; discovery: readonly DiscoveryEntry[] },
): string {
  const { host, port, security } = best.endpoint;
  const values = {
    host,
    port,
    setting:
      security === 'none'
        ? say('finding.setting.plain', { host, port })
        : say('finding.setting', { host, port, security: say(securityWords[security]) }),
  };
  const safety: readonly TextKey[] = ['recommend.why.safe', 'recommend.why.problem', 'recommend.why.plain'];
  const sentences: (TextKey | false | undefined)[] = [
    safety[best.safety],
    best.published !== null && port !== 25 && 'recommend.why.published',
    security !== 'none' && isPublishedPlain(discovery) && 'finding.overruled',
    (port === 26 || port === 2525) && 'recommend.why.unofficial',
    port === 25 && 'recommend.why.relay',
    isNamedByCertificate(host, observations, discovery) && 'recommend.why.certificate-name',
    incoming?.safety === 2 && 'recommend.why.incoming-plain',
  ];
  return sentences
    .filter((key): key is TextKey => typeof key === 'string')
    .map((key) => say(key, values))
    .join(' ');
}

/** Nobody named this host but the certificate of another one. */
function isNamedByCertificate(
  host: string,
  observations: readonly Observation[],
  discovery: readonly DiscoveryEntry[],
): boolean {
  if (discovery.some(({ servers }) => servers.some((server) => server.host === host))) return false;
  return observations.some(
    (o) => o.host !== host && o.tls?.problems.includes('name-mismatch') && isNamedIn(o.tls.names, host),
  );
}
