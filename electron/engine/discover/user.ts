import { closedServiceOfServer } from '../../../shared/discover/closed-services.ts';
import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import { conventionalSecurity } from '../../../shared/model/endpoint.ts';
import type { DiscoverySource } from './source.ts';

/** What the person said: the outgoing server, and what the mail program uses today. Services that let no program in are not knocked at. */
export const user: DiscoverySource = ({ input: { server, serverPort, current } }, found) => {
  if (server !== undefined && !closedServiceOfServer(server)) {
    const port = serverPort ?? 587;
    found(
      entry(server, [
        { protocol: 'smtp', host: server, port, security: conventionalSecurity(port), role: 'outgoing' },
        { protocol: 'imap', host: server, port: 993, security: 'tls', role: 'incoming' },
      ]),
    );
  }
  if (current !== undefined && current.host !== server && !closedServiceOfServer(current.host)) {
    found(entry(current.host, [{ protocol: 'smtp', ...current, role: 'outgoing' }]));
  }
  return Promise.resolve();
};

function entry(asked: string, servers: DiscoveryEntry['servers']): DiscoveryEntry {
  return { source: 'user', asked, outcome: 'found', elapsedMs: 0, servers };
}
