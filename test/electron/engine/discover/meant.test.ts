import { expect, test } from 'vitest';
import { discover } from '../../../../electron/engine/discovery.ts';
import type { CheckInput } from '../../../../shared/model/check.ts';
import { aCheckInput } from '../../../support/builders.ts';
import { fakeSystem } from '../../../support/fake-system.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

/** Everything of the web that is asked about an address, in a world where every name exists and every page is missing. */
async function asked(address: string, change: Partial<CheckInput> = {}) {
  const dns = ({ type }: { type: string }) => {
    if (type !== 'addresses') return { outcome: 'no-name', code: 'ENOTFOUND' } as const;
    const addresses = [{ ipAddress: '192.0.2.1', family: 4 as const }];
    return { outcome: 'found', found: { type: 'addresses', addresses } } as const;
  };
  const system = fakeSystem({}, dns, virtualClock(), {});
  const input = aCheckInput({ address, domain: address.slice(address.indexOf('@') + 1), ...change });
  const { entries } = await system.clock.run(discover(input, system, new AbortController().signal));
  return { entries, hosts: new Set(system.fetched.map(({ url }) => new URL(url).hostname)), system };
}

test('only a list that hears domains is asked about a domain that looks misspelt', async () => {
  const { entries, hosts, system } = await asked('anna@gmial.com');
  expect([...hosts].filter((host) => host.endsWith('gmial.com'))).toEqual([]);
  expect(hosts.size).toBeGreaterThan(0);
  expect(JSON.stringify(system.fetched)).not.toMatch(/anna/);
  expect(entries.find(({ meant }) => meant)).toMatchObject({ source: 'well-known', meant: 'gmail.com' });
});

test('not even that when nobody else is to be contacted', async () => {
  expect((await asked('anna@gmial.com', { references: false })).hosts.size).toBe(0);
});

test('whoever insists is asked about as usual, and so is any other domain', async () => {
  const insisted = await asked('anna@gmial.com', { isDomainSure: true });
  expect(insisted.hosts).toContain('autoconfig.gmial.com');
  expect(insisted.entries.some(({ meant }) => meant)).toBe(false);
  expect((await asked('anna@example.org')).hosts).toContain('autodiscover.example.org');
});
