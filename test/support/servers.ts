import { nodeClock } from '../../electron/engine/node-system.ts';
import { practiceAuthorities } from '../../electron/practice/certificates.ts';
import { startService } from '../../electron/practice/servers/servers.ts';
import type { Host, Service } from '../../electron/practice/world/world.ts';

/** Whoever trusts `authorities.root` trusts every server that `runningServer` starts with a good certificate. */
export const authorities = practiceAuthorities(Date.now());

/** The name of the servers started here. */
export const serverName = 'mail.example.org';

/** A real server on loopback that answers without delay, as the practice network would run it. Close it in the end. */
export function runningServer(service: Service, change: Partial<Host> = {}) {
  const host = { names: [serverName], certificate: { names: [serverName] }, roundTripMs: 0, ...change };
  return startService(host, service, { authorities, clock: nodeClock });
}
