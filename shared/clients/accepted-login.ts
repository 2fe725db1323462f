import type { Act } from '../model/act.ts';
import type { Server } from '../model/check.ts';
import { endpointKey } from '../model/endpoint.ts';
import type { Change } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { say } from '../text/index.ts';
import type { ClientSettings } from './client.ts';

/**
 * The settings with the port and the name that a login was taken with: what was proven outranks what was only measured. A name that is not the
 * address is not kept in the report: then the export says that it was another.
 */
export function withAccepted(settings: ClientSettings, report: Report, act: Act | undefined): ClientSettings {
  if (act === undefined) return settings;
  const { host, port, security } = act.endpoint;
  const outgoing: Server = { ...settings.outgoing, host, port, security };
  const { current } = report.input;
  const moved =
    endpointKey(outgoing) === endpointKey(settings.outgoing)
      ? settings
      : { ...settings, outgoing, change: current === undefined ? null : changesFrom(current, outgoing) };
  const isAddress = settings.outgoing.username.includes('@') || settings.outgoing.username === '';
  if (act.userForm === 'address' || !isAddress) return moved;
  return {
    ...moved,
    outgoing: { ...moved.outgoing, username: '' },
    first: [say('client.proven.other-name', { when: { at: act.startedAt } }), ...(settings.first ?? [])],
  };
}

function changesFrom(current: Pick<Server, 'host' | 'port' | 'security'>, to: Server): Change[] {
  return (['host', 'port', 'security'] as const)
    .map((field) => ({ field, from: String(current[field]), to: String(to[field]) }))
    .filter(({ from, to }) => from !== to);
}
