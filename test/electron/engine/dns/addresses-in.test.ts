import { expect, test } from 'vitest';
import { addressesIn } from '../../../../electron/engine/dns/addresses-in.ts';

test('only an answer about addresses holds any', () => {
  const addresses = [{ ipAddress: '192.0.2.1', family: 4 as const }];
  expect(addressesIn({ outcome: 'found', found: { type: 'addresses', addresses } })).toEqual(addresses);
  expect(addressesIn({ outcome: 'found', found: { type: 'MX', records: [] } })).toEqual([]);
  expect(addressesIn({ outcome: 'no-name', code: 'ENOTFOUND' })).toEqual([]);
});
