import type { Candidate, DiscoveryEntry, NamedServer, Provider } from '../model/check.ts';
import { type Said, said } from '../text/said.ts';
import { namesReceiving } from './sends-too.ts';

/** One server as a source named it, in a line: host (in both forms where they differ), port, encryption, ways to log in, user name. */
export function serverSaid(server: NamedServer): Said {
  const { host, readableHost, port, security, auth = [], username = '' } = server;
  const facts = {
    name: readableHost === undefined ? `${host}:${port}` : `${host}:${port} (${readableHost})`,
    security: said(`discovery.security.${security}`),
  };
  const ways = { anyOf: auth.map((way) => said(`discovery.login.${way}`)) };
  if (auth.length > 0 && username) return said('discovery.server.whole', { ...facts, ways, username });
  if (auth.length > 0) return said('discovery.server.ways', { ...facts, ways });
  return username ? said('discovery.server.user', { ...facts, username }) : said('discovery.server', facts);
}

/** What an answer says besides its servers, a sentence each: who was told what, whether it is sure, about the provider, and what was odd. */
export function entryNotes(entry: DiscoveryEntry): (Said | string)[] {
  const { source, asked, outcome, provider, isAuthenticated, isUnheard, remarks = [] } = entry;
  const isTold = source === 'autodiscover' ? asked.startsWith('https:') : asked.includes('?emailaddress=');
  const hasHeard = !isUnheard && (isAuthenticated !== undefined || outcome === 'failed');
  return [
    ...(source === 'ispdb' && !isUnheard ? [said('discovery.told.domain')] : []),
    ...(isTold && hasHeard ? [said('discovery.told.address')] : []),
    ...(outcome === 'found' && isAuthenticated === false ? [said('discovery.unprotected')] : []),
    ...(provider ? tellProvider(provider) : []),
    ...remarks,
  ];
}

/** What a person should know of a provider. */
function tellProvider({
  name,
  secret,
  secretAt,
  needsPlan,
  enable,
  signIn,
  webmail,
  help,
}: Provider): Said[] {
  const who = name === '' ? said('discovery.provider') : name;
  return [
    ...(secret === 'browser' ? [said('discovery.secret.browser', { name: who })] : []),
    ...(secret !== undefined && secret !== 'browser' && secret !== 'password'
      ? [withUrl(said(`discovery.secret.${secret}`, { name: who }), secretAt)]
      : []),
    ...(needsPlan ? [said('discovery.plan', { name: who })] : []),
    ...(enable ?? []).map(({ instruction, at }) =>
      withUrl(
        instruction === undefined
          ? said('discovery.enable', { name: who })
          : said('discovery.enable.words', { name: who, instruction }),
        at,
      ),
    ),
    ...(signIn ? [said('discovery.sign-in', { name: who, issuer: signIn.issuer })] : []),
    ...(webmail === undefined ? [] : [withUrl(said('discovery.webmail'), webmail)]),
    ...(help === undefined ? [] : [withUrl(said('discovery.help'), help)]),
  ];
}

function withUrl(words: Said, url: string | undefined): Said {
  return url === undefined ? words : said('discovery.with-url', { words, url });
}

/** Why a setting has its place in the merged list. `entries` are the answers that the list was merged from. */
export function rankReason(candidate: Candidate, entries: readonly DiscoveryEntry[]): Said {
  const { source, rank } = candidate;
  const place = rank + 1;
  const naming = entries.filter(
    (entry) =>
      entry.source === source &&
      entry.servers.some((server) => server.host === candidate.host && server.port === candidate.port),
  );
  const isUnsure = naming.length > 0 && naming.every(({ isAuthenticated }) => isAuthenticated === false);
  if (isUnsure && (source === 'autoconfig' || source === 'autodiscover')) {
    return said('discovery.reason.unprotected', { place });
  }
  const receives = entries.some((entry) => namesReceiving(entry).some(({ host }) => host === candidate.host));
  if (source === 'guess' && candidate.role === 'outgoing' && receives) {
    return said('discovery.reason.receiving');
  }
  return source === 'user' || source === 'mx' || source === 'guess'
    ? said(`discovery.reason.${source}`)
    : said(`discovery.reason.${source}`, { place });
}
