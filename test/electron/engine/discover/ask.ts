import type { DiscoverySource } from '../../../../electron/engine/discover/source.ts';
import type { Names } from '../../../../electron/engine/names.ts';
import type { DnsAnswer, DnsRecords } from '../../../../electron/engine/system.ts';
import type { CheckInput, DiscoveryEntry } from '../../../../shared/model/check.ts';
import { aCheckInput } from '../../../support/builders.ts';

/** What DNS knows in a test: `MX example.org` and the like; anything else does not exist. */
export type Zone = Readonly<Record<string, DnsRecords | 'no-data' | 'no-answer'>>;

export function address(ipAddress: string): DnsRecords {
  return { type: 'addresses', addresses: [{ ipAddress, family: 4 }] };
}

/** Runs one source against a zone and gives everything it found, in the order of its telling. */
export async function ask(
  source: DiscoverySource,
  zone: Zone,
  change: Partial<CheckInput> = {},
): Promise<DiscoveryEntry[]> {
  const answer = (key: string): Promise<DnsAnswer> => {
    const known = zone[key];
    if (known === undefined) return Promise.resolve({ outcome: 'no-name', code: 'ENOTFOUND', elapsedMs: 3 });
    if (typeof known === 'string') return Promise.resolve({ outcome: known, code: 'x', elapsedMs: 3 });
    return Promise.resolve({ outcome: 'found', found: known, elapsedMs: 3 });
  };
  const names: Names = {
    addresses: (name) => answer(`A ${name}`),
    mx: (name) => answer(`MX ${name}`),
    srv: (name) => answer(`SRV ${name}`),
  };
  const entries: DiscoveryEntry[] = [];
  await source({ input: aCheckInput(change), names }, (entry) => entries.push(entry));
  return entries;
}
