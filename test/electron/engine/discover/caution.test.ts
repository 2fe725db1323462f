import { expect, test } from 'vitest';
import {
  keptRemarks,
  leadsInside,
  serverRemarks,
  withReadableName,
} from '../../../../electron/engine/discover/caution.ts';
import { names } from '../../../../electron/engine/names.ts';
import { DiscoveryEntry, type NamedServer } from '../../../../shared/model/check.ts';
import { said } from '../../../../shared/text/said.ts';
import { aCheckInput } from '../../../support/builders.ts';
import { fakeSystem } from '../../../support/fake-system.ts';

function server(host: string): NamedServer {
  return { protocol: 'smtp', host, port: 465, security: 'tls', role: 'outgoing' };
}

test('a name in letters of its own is shown in both forms, a plain one and a broken one as they are', () => {
  expect(withReadableName(server('xn--bcher-kva.example')).readableHost).toBe('bücher.example');
  expect(withReadableName(server('smtp.example.org'))).toEqual(server('smtp.example.org'));
  expect(withReadableName(server('xn--\u00ff.example')).readableHost).toBeUndefined();
});

test('only names that mix look-alike scripts are warned of', () => {
  const remarks = (host: string) => serverRemarks([withReadableName(server(host))]);
  expect(remarks('xn--exmple-4nf.org')).toHaveLength(1);
  expect(remarks('xn--bcher-kva.example')).toEqual([]);
  expect(remarks('xn--80ak6aa92e.com')).toEqual([]); // all of one script
});

test('a name leads inside when all its addresses are private, and nowhere when it has none', async () => {
  const addresses: Readonly<Record<string, readonly string[]>> = {
    'in.example.org': ['10.0.0.1', '192.168.1.1'],
    'both.example.org': ['10.0.0.1', '192.0.2.1'],
    'me.example.org': ['127.0.0.1'],
  };
  const { signal } = new AbortController();
  const asked = names(
    fakeSystem({}, ({ name }) => {
      const known = addresses[name];
      if (!known) return { outcome: 'no-name', code: 'ENOTFOUND' };
      const found = { type: 'addresses', addresses: known.map((ipAddress) => ({ ipAddress, family: 4 })) };
      return { outcome: 'found', found } as never;
    }),
    aCheckInput(),
    signal,
  );
  expect(await leadsInside('in.example.org', asked)).toBe(true);
  expect(await leadsInside('me.example.org', asked)).toBe(true);
  expect(await leadsInside('both.example.org', asked)).toBe(false);
  expect(await leadsInside('none.example.org', asked)).toBe(false);
});

test('remarks fit into a report', () => {
  const { remarks } = keptRemarks(
    Array.from({ length: 50 }, (_, index) =>
      said('discovery.page.sent-on', { host: `${index}${'x'.repeat(900)}` }),
    ),
  );
  const entry = { source: 'srv', asked: 'x', outcome: 'found', elapsedMs: 1, servers: [], remarks };
  expect(DiscoveryEntry.safeParse(entry).success).toBe(true);
  const same = said('discovery.page.sent-on', { host: 'same' });
  expect(keptRemarks([same, same])).toEqual({ remarks: [same] });
  expect(keptRemarks([])).toEqual({});
});
