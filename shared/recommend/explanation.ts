import { isNamedIn } from '../model/certificate-names.ts';
import { changeFrom } from '../model/change.ts';
import { type DiscoveryEntry, type Provider, publishers } from '../model/check.ts';
import { plainPublisher, trustOrder, unusualSecret, wantsOwnAddress } from '../model/claims.ts';
import type { Measured } from '../model/encryption-signs.ts';
import type { Observation } from '../model/observation.ts';
import { isLoginFree, isPublishedWithoutLogin } from '../model/usable.ts';
import { settingName } from '../text/names.ts';
import { type Plain, type Said, said } from '../text/said.ts';
import type { Working } from './candidates.ts';

/** Why this setting, a sentence each, with every warning that belongs to it. */
export function whyRecommended(
  best: Working,
  incoming: Working | null,
  { observations, discovery, input }: Measured,
): Said[] {
  const { host, port, security } = best.endpoint;
  // What is used today comes before the provider's own order.
  const isFirst = best.published === 0 || changeFrom(input.current, best.endpoint)?.length !== 0;
  const setting = settingName(best.endpoint);
  const plain = plainPublisher(discovery);
  const isFree = isLoginFree(best.observation, discovery);
  const safety = [
    isFree ? 'recommend.why.safe-no-login' : 'recommend.why.safe',
    'recommend.why.problem',
    'recommend.why.plain',
  ] as const;
  const failed = publishedAndFailed(best, observations, discovery);
  const sentences = [
    said(safety[best.safety], { setting }),
    best.published !== null && isFirst && port !== 25 && best.safety === 0 && said('recommend.why.published'),
    security !== 'none' && plain !== null && said(`finding.overruled.${plain}`),
    !isFree &&
      isPublishedWithoutLogin(best.observation, discovery) &&
      said('recommend.why.login-all-the-same', { host }),
    isUnprotected(host, discovery) && said('recommend.why.unprotected', { host }),
    (port === 26 || port === 2525) && said('recommend.why.unofficial', { port }),
    port === 25 && said('recommend.why.relay'),
    isNamedByCertificate(host, observations, discovery) && said('recommend.why.certificate-name', { host }),
    incoming?.safety === 2 && said('recommend.why.incoming-plain'),
    failed && said('recommend.why.published-failed', failed),
  ];
  return [
    ...sentences.filter((one) => typeof one === 'object' && one !== null),
    ...passwordWords(host, discovery),
  ];
}

/**
 * What `whyRecommended` says of a host that a person has to know before they type anything in, a sentence each: that its name may not be
 * the provider's, and which password it wants.
 */
export function cautionsAbout(
  host: string,
  { observations, discovery }: { observations: readonly Observation[]; discovery: readonly DiscoveryEntry[] },
): Said[] {
  return [
    ...(isUnprotected(host, discovery) ? [said('recommend.why.unprotected', { host })] : []),
    ...(isNamedByCertificate(host, observations, discovery)
      ? [said('recommend.why.certificate-name', { host })]
      : []),
    ...passwordWords(host, discovery),
  ];
}

function passwordWords(host: string, discovery: readonly DiscoveryEntry[]): Said[] {
  const enable = enableFirst(host, discovery);
  return [...secretFor(host, discovery), ...(enable ? [enable] : [])];
}

/** The first outgoing setting that the most trusted source publishes, when it was tried in vain. Contract, section 5, rule 5. */
function publishedAndFailed(
  { endpoint }: Working,
  observations: readonly Observation[],
  discovery: readonly DiscoveryEntry[],
): { source: Said; host: string; port: number } | null {
  for (const source of publishers) {
    const first = discovery
      .filter((entry) => entry.source === source)
      .flatMap(({ servers }) => servers.filter(({ role, withheld }) => role === 'outgoing' && !withheld))[0];
    if (!first) continue;
    const { host, port } = first;
    const tried = observations.filter((o) => o.role === 'outgoing' && o.host === host && o.port === port);
    const isRecommended = endpoint.host === host && endpoint.port === port;
    const isInVain =
      tried.length > 0 && tried.every(({ outcome }) => outcome !== 'ok' && outcome !== 'cancelled');
    return isInVain && !isRecommended ? { source: said(`recommend.publisher.${source}`), host, port } : null;
  }
  return null;
}

/** How the provider of this host wants people to log in, as far as that is more than the account's password. */
function secretFor(host: string, discovery: readonly DiscoveryEntry[]): Said[] {
  const provider = unusualSecret(discovery, host);
  if (!provider) return [];
  const { secret, needsTwoStep, needsPlan } = provider;
  const name = provider.name || said('discovery.provider');
  const own = wantsOwnAddress(discovery, host);
  const mayMake = secret === 'app-password' && needsTwoStep;
  return [
    ...(own ? [said('recommend.why.own-address', { name: own.name || name })] : []),
    ...passwordFor(provider, name, isSignInFirst(host, discovery)),
    ...(mayMake ? [said('recommend.why.two-step', { name })] : []),
    ...(needsPlan ? [said('recommend.why.plan', { name })] : []),
  ];
}

function passwordFor({ secret, secretAt, passwordUntil }: Provider, name: Plain, signsIn: boolean): Said[] {
  switch (secret) {
    case undefined:
    case 'password':
      return [];
    case 'browser':
      return [
        said('recommend.why.browser', { name }),
        ...(passwordUntil
          ? [said('recommend.why.browser-until', { name, day: { at: `${passwordUntil}T12:00:00Z` } })]
          : []),
      ];
    case 'app-password-2fa':
      return [said('recommend.why.app-password-2fa', { name })];
    default: {
      const kind = signsIn ? 'password-instead' : secret;
      const password =
        secretAt === undefined
          ? said(`recommend.why.${kind}`, { name })
          : said(`recommend.why.${kind}-at`, { name, url: secretAt });
      return [...(signsIn ? [said('recommend.why.sign-in-first', { name })] : []), password];
    }
  }
}

/** The provider names the sign-in in the browser before the password. */
function isSignInFirst(host: string, discovery: readonly DiscoveryEntry[]): boolean {
  return discovery
    .flatMap(({ servers }) => servers)
    .some((server) => server.host === host && server.auth?.[0] === 'oauth2');
}

/** That mail programs get into this provider's servers only once that is switched on, as far as a protected answer or our list says so. */
function enableFirst(host: string, discovery: readonly DiscoveryEntry[]): Said | null {
  const provider = discovery
    .filter(({ isAuthenticated, servers }) => {
      return isAuthenticated !== false && servers.some((server) => server.host === host);
    })
    .toSorted((a, b) => trustOrder.indexOf(a.source) - trustOrder.indexOf(b.source))
    .find((entry) => entry.provider?.enable?.length)?.provider;
  const [step] = provider?.enable ?? [];
  if (!provider || !step) return null;
  const name = provider.name || said('discovery.provider');
  if (step.instruction !== undefined) {
    const { instruction, at } = step;
    return at === undefined
      ? said('recommend.why.enable-words', { name, instruction })
      : said('recommend.why.enable-words-at', { name, instruction, url: at });
  }
  return step.at === undefined ? null : said('recommend.why.enable', { name, url: step.at });
}

/** Whoever named this host could have been somebody on the way, and it is not in the address's own domain. */
function isUnprotected(host: string, discovery: readonly DiscoveryEntry[]): boolean {
  const naming = discovery.filter(({ servers }) => servers.some((server) => server.host === host));
  return naming.length > 0 && naming.every(({ isAuthenticated }) => isAuthenticated === false);
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
