import { type DiscoveryEntry, type NamedServer, publishers, type Server } from '../model/check.ts';
import { isSubmissionPort } from '../model/endpoint.ts';
import type { Change, FindingCode, Recommendation } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { say } from '../text/index.ts';
import { type Said, said } from '../text/said.ts';
import type { Client, ClientGroup, ClientSettings, SendsFrom } from './client.ts';
import { isForPeople } from './for-people.ts';

type Connecting = Pick<Client, 'group'> & { readonly sendsFrom?: SendsFrom };

/** Findings that say that the way from here closes a port, and not the server. */
const blocks: ReadonlySet<FindingCode> = new Set([
  'submission-blocked',
  'submission-port-blocked',
  'mail-ports-blocked',
  'mail-allow-list',
  'this-computer',
]);

const runsAnywhere: ReadonlySet<ClientGroup> = new Set(['machines', 'developers']);

/** What holds where the network of a check does not count. */
export type Elsewhere = {
  /** The port that is closed on the way from here. */
  readonly closed: number;
  /** As it is published; `null` where nobody publishes that port. */
  readonly server: Server | null;
};

/** What to send through in other networks, where the recommended port is only a way around a port that this one closes. */
export function elsewhereOf(report: Report, { outgoing }: Recommendation): Elsewhere | undefined {
  if (isSubmissionPort(outgoing.port)) return undefined;
  const proven = new Set(
    report.findings
      .filter(({ code, confidence }) => blocks.has(code) && confidence !== 'possible')
      .flatMap(({ evidence }) => evidence),
  );
  const shut = report.observations.filter(
    ({ id, role, port, outcome }) =>
      proven.has(id) && role === 'outgoing' && isSubmissionPort(port) && outcome !== 'ok',
  );
  const [first] = shut;
  if (first === undefined) return undefined;
  const named = publishedIn(report.discovery).find(({ host, port }) =>
    shut.some((one) => one.port === port && one.host.toLowerCase() === host.toLowerCase()),
  );
  if (named === undefined) return { closed: first.port, server: null };
  const { host, port, security, username = outgoing.username } = named;
  return { closed: port, server: { ...outgoing, host, port, security, username } };
}

function publishedIn(discovery: readonly DiscoveryEntry[]): NamedServer[] {
  return publishers.flatMap((source) =>
    discovery
      .filter((entry) => entry.source === source)
      .flatMap(({ servers }) => servers)
      .filter(({ role, withheld }) => role === 'outgoing' && withheld === undefined),
  );
}

/**
 * The settings as they hold where this client connects from, and what is to be said about that: for what counts in everybody's network, and
 * for what sends from somebody else's computers, a port that only this network closes is no reason for a way around it.
 */
export function asSeenBy(
  client: Connecting,
  asked: ClientSettings,
): { readonly settings: ClientSettings; readonly notes: readonly string[] } {
  const from = originOf(client);
  const settings = notHeldUp(from, asked);
  const { elsewhere, outgoing } = settings;
  if (elsewhere === undefined || from === 'here') return { settings, notes: [] };
  const { closed, server } = elsewhere;
  const way = settingOf(outgoing);
  if (server === null) return { settings, notes: [say('client.elsewhere.unpublished', { way, closed })] };
  const notes = [say(`client.elsewhere.${from}`, { way, usual: settingOf(server) })];
  if (isHere(from)) return { settings, notes };
  return { settings: { ...settings, outgoing: server, change: changeTo(server, settings) }, notes };
}

/** What is set in this client: as `asSeenBy`, for whoever shows the values by themselves. */
export function settingsIn(client: Connecting | undefined, asked: ClientSettings): ClientSettings {
  return client === undefined ? asked : asSeenBy(client, asked).settings;
}

/** Whether this client sends from the network of the person in front of it, so that a check there is about it. */
export function sendsFromHere(client: Connecting): boolean {
  return isHere(originOf(client));
}

function originOf({ sendsFrom, group }: Connecting): SendsFrom {
  if (sendsFrom !== undefined) return sendsFrom;
  if (isForPeople({ group })) return 'carried';
  return runsAnywhere.has(group) ? 'perhaps-here' : 'here';
}

function isHere(from: SendsFrom): boolean {
  return from === 'here' || from === 'carried' || from === 'perhaps-here';
}

/** What opens connections on this computer or in its network, or a clock here, does not hold up what connects from somewhere else. */
function notHeldUp(from: SendsFrom, settings: ClientSettings): ClientSettings {
  if (!settings.isNearby || isHere(from)) return settings;
  return { ...settings, isForComparing: undefined, first: [say('client.wait.not-here')] };
}

/** As `asSeenBy`, for what has one place for all that is to be known first. */
export function warnedAsSeenBy(client: Connecting, asked: ClientSettings): ClientSettings {
  const { settings, notes } = asSeenBy(client, asked);
  return notes.length === 0 ? settings : { ...settings, warnings: [...(settings.warnings ?? []), ...notes] };
}

function settingOf({ host, port, security }: Server): Said {
  return said('sheet.server', { host, port, security: said(`client.security.${security}`) });
}

/** What differs from the settings in use today, which stand in what was to be changed to the other way. */
function changeTo(server: Server, { change, outgoing }: ClientSettings): ClientSettings['change'] {
  if (change === null) return null;
  return (['host', 'port', 'security'] as const).flatMap((field): Change[] => {
    const from = change.find((one) => one.field === field)?.from ?? String(outgoing[field]);
    const to = String(server[field]);
    return from.toLowerCase() === to.toLowerCase() ? [] : [{ field, from, to }];
  });
}
