import type { Candidate, DiscoveryEntry, NamedServer, Provider } from '../model/check.ts';
import { say } from '../text/index.ts';

/** One server as a source named it, in a line: host (in both forms where they differ), port, encryption, ways to log in, user name. */
export function tellServer(server: NamedServer): string {
  const { host, readableHost, port, security, auth, username } = server;
  const name = readableHost === undefined ? `${host}:${port}` : `${host}:${port} (${readableHost})`;
  const facts = [
    `${name} ${say(`discovery.security.${security}`)}`,
    ...(auth && auth.length > 0
      ? [auth.map((way) => say(`discovery.login.${way}`)).join(say('discovery.or'))]
      : []),
    ...(username ? [say('discovery.username', { username })] : []),
  ];
  return facts.join(', ');
}

/** What an answer says besides its servers, a sentence each: who was told what, whether it is sure, about the provider, and what was odd. */
export function tellAround(entry: DiscoveryEntry): string[] {
  const { source, asked, outcome, provider, isAuthenticated, remarks = [] } = entry;
  const isTold = source === 'autodiscover' ? asked.startsWith('https:') : asked.includes('?emailaddress=');
  const hasHeard = isAuthenticated !== undefined || outcome === 'failed';
  return [
    ...(source === 'ispdb' ? [say('discovery.told.domain')] : []),
    ...(isTold && hasHeard ? [say('discovery.told.address')] : []),
    ...(outcome === 'found' && isAuthenticated === false ? [say('discovery.unprotected')] : []),
    ...(provider ? tellProvider(provider) : []),
    ...remarks,
  ];
}

/** What a person should know of a provider. */
function tellProvider({ name, secret, secretAt, enable, signIn, webmail, help }: Provider): string[] {
  const who = name === '' ? say('discovery.provider') : name;
  return [
    ...(secret === 'browser' ? [say('discovery.secret.browser', { name: who })] : []),
    ...(secret === 'app-password'
      ? [withUrl(say('discovery.secret.app-password', { name: who }), secretAt)]
      : []),
    ...(enable ?? []).map(({ instruction, at }) =>
      withUrl(
        instruction === undefined
          ? say('discovery.enable', { name: who })
          : say('discovery.enable.words', { name: who, instruction }),
        at,
      ),
    ),
    ...(signIn ? [say('discovery.sign-in', { name: who, issuer: signIn.issuer })] : []),
    ...(webmail === undefined ? [] : [withUrl(say('discovery.webmail'), webmail)]),
    ...(help === undefined ? [] : [withUrl(say('discovery.help'), help)]),
  ];
}

function withUrl(text: string, url: string | undefined): string {
  return url === undefined ? text : `${text} ${url}`;
}

/** Why a setting has its place in the merged list. `entries` are the answers that the list was merged from. */
export function tellReason(candidate: Candidate, entries: readonly DiscoveryEntry[]): string {
  const { source, rank } = candidate;
  const place = rank + 1;
  const naming = entries.filter(
    (entry) =>
      entry.source === source &&
      entry.servers.some((server) => server.host === candidate.host && server.port === candidate.port),
  );
  const isUnsure = naming.length > 0 && naming.every(({ isAuthenticated }) => isAuthenticated === false);
  return isUnsure && (source === 'autoconfig' || source === 'autodiscover')
    ? say('discovery.reason.unprotected', { place })
    : say(`discovery.reason.${source}`, { place });
}
