import type { DiscoverySource } from '../../../../electron/engine/discover/source.ts';
import { names as namesOf } from '../../../../electron/engine/names.ts';
import type { DnsAnswer, DnsQuestion, DnsRecords } from '../../../../electron/engine/system.ts';
import { pages } from '../../../../electron/engine/web/pages.ts';
import type { CheckInput, DiscoveryEntry } from '../../../../shared/model/check.ts';
import { aCheckInput } from '../../../support/builders.ts';
import { type FakePage, fakeSystem } from '../../../support/fake-system.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

/** What DNS knows in a test: `MX example.org` and the like; anything else does not exist. */
export type Zone = Readonly<Record<string, DnsRecords | 'no-data' | 'no-answer'>>;

export function address(ipAddress: string): DnsRecords {
  return { type: 'addresses', addresses: [{ ipAddress, family: 4 }] };
}

/** The web of a test, by URL. Hosts of `web` that the zone does not name have a public address. */
export type Web = Readonly<Record<string, FakePage>>;

export function page(body: string): FakePage {
  return { ok: true, status: 200, body };
}

export function redirect(location: string): FakePage {
  return { ok: true, status: 302, location, body: '' };
}

/** Runs one source against a zone and gives everything it found, in the order of its telling. */
export async function ask(
  source: DiscoverySource,
  zone: Zone,
  change: Partial<CheckInput> = {},
  web: Web = {},
): Promise<DiscoveryEntry[]> {
  return (await asked(source, zone, change, web)).entries;
}

type Unmeasured = DnsAnswer extends infer Answer
  ? Answer extends unknown
    ? Omit<Answer, 'elapsedMs'>
    : never
  : never;

/** The same, with what was asked of the web and how long it took. */
export async function asked(source: DiscoverySource, zone: Zone, change: Partial<CheckInput>, web: Web) {
  const webHosts = new Set(Object.keys(web).map((url) => new URL(url).hostname));
  const answer = ({ type, name }: DnsQuestion): Unmeasured => {
    const known =
      zone[`${type === 'addresses' ? 'A' : type} ${name}`] ??
      (type === 'addresses' && webHosts.has(name) ? address('192.0.2.44') : undefined);
    if (known === undefined) return { outcome: 'no-name', code: 'ENOTFOUND' };
    if (typeof known === 'string') return { outcome: known, code: 'x' };
    return { outcome: 'found', found: known } as Unmeasured;
  };
  const input = aCheckInput(change);
  const { signal } = new AbortController();
  const system = fakeSystem({}, answer, virtualClock(), web);
  const names = namesOf(system, input, signal);
  const entries: DiscoveryEntry[] = [];
  const asker = { input, names, pages: pages(system, names, signal) };
  await system.clock.run(source(asker, (entry) => entries.push(entry)));
  return { entries, fetched: system.fetched, elapsedMs: system.clock.now() };
}
