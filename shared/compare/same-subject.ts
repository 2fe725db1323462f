import { hostOfServer } from '../model/claims.ts';
import type { Report } from '../model/report.ts';

/** Whether two reports are about the same mail service: one domain, one server that was named, or a host that both tried for sending. */
export function isSameSubject(older: Report, newer: Report): boolean {
  if (older.practice !== newer.practice) return false;
  const [one, other] = [older.input.domain?.toLowerCase(), newer.input.domain?.toLowerCase()];
  if (one !== undefined && one === other) return true;
  const hosts = hostsOf(older);
  return [...hostsOf(newer)].some((host) => hosts.has(host));
}

function hostsOf({ input, observations }: Report): ReadonlySet<string> {
  const named = input.server === undefined ? [] : [hostOfServer(input.server)];
  const tried = observations.filter(({ role }) => role === 'outgoing').map(({ host }) => host);
  return new Set([...named, ...tried].map((host) => host.toLowerCase()));
}
