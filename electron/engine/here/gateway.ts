import { readProcFile } from './proc-file.ts';

/** The mask of the whole world, and of each of its halves, with which VPNs come before it; as Linux writes them. */
const wideMasks = ['00000000', '00000080'];

/**
 * The routers that get IPv4 packets for the world, each with its interface, as Linux' table of routes has it; null where there is none, and
 * on other systems. Of several for the same part of the world only the one that is preferred.
 */
export function gateway(read: () => string = () => readProcFile('/proc/net/route')): string | null {
  const preferred = new Map<string, { readonly via: string; readonly metric: number }>();
  for (const line of linesOf(read)) {
    const [name, part = '', router, flags = '0', , , metric, mask = ''] = line.trim().split(/\s+/);
    const isUp = (Number.parseInt(flags, 16) & 1) === 1;
    const known = preferred.get(part + mask);
    if (!isUp || !wideMasks.includes(mask) || (known && known.metric <= Number(metric))) continue;
    preferred.set(part + mask, { via: `${name} ${router}`, metric: Number(metric) });
  }
  const ways = [...preferred].map(([part, { via }]) => `${part} ${via}`).sort();
  return ways.length === 0 ? null : ways.join(', ');
}

function linesOf(read: () => string): string[] {
  try {
    return read().split('\n').slice(1);
  } catch {
    return [];
  }
}
