import type { Address } from '../../engine/system.ts';
import { type Host, hostOf, type PathRule, type World } from './world.ts';

/** What becomes of one connection attempt, and after how many milliseconds. */
export type Fate =
  | { readonly kind: 'drop' }
  | { readonly kind: 'fail'; readonly errno: string; readonly afterMs: number }
  | { readonly kind: 'connect'; readonly host: Host; readonly afterMs: number };

/** The time a device nearby takes to refuse: much less than a server far away. */
const nearbyMs = 2;

/** Where a SYN ends up: a device on the way decides first, then the host itself. */
export function fateOf(world: World, to: Pick<Address, 'ipAddress' | 'port'>): Fate {
  const host = hostOf(world, to.ipAddress);
  const rule = world.path.find((candidate) => applies(candidate, host, to.port));
  switch (rule?.fate) {
    case undefined:
      return atHost(host, to.port);
    case 'drop':
      return { kind: 'drop' };
    case 'refuse':
      return { kind: 'fail', errno: 'ECONNREFUSED', afterMs: nearbyMs };
    case 'unreachable':
      return { kind: 'fail', errno: 'ENETUNREACH', afterMs: nearbyMs };
    default:
      return atHost(hostOf(world, rule?.fate.redirectedTo ?? ''), to.port);
  }
}

function applies(rule: PathRule, host: Host | undefined, port: number): boolean {
  if (rule.ports !== 'every' && !rule.ports.includes(port)) return false;
  return rule.hosts === undefined || host?.names.some((name) => rule.hosts?.includes(name)) === true;
}

function atHost(host: Host | undefined, port: number): Fate {
  // Nobody lives there: nobody answers.
  if (host === undefined) return { kind: 'drop' };
  if (host.services[port]) return { kind: 'connect', host, afterMs: host.roundTripMs };
  if (host.otherPorts === 'drop') return { kind: 'drop' };
  return { kind: 'fail', errno: 'ECONNREFUSED', afterMs: host.roundTripMs };
}
