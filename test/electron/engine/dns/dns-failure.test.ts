import { expect, test } from 'vitest';
import { dnsFailure, ofBothFamilies } from '../../../../electron/engine/dns/dns-failure.ts';

const silent = dnsFailure('ETIMEOUT');
const refusedOverTcp = dnsFailure('ECONNREFUSED');
const nothing = dnsFailure('ENODATA');
const unknown = dnsFailure('ENOTFOUND');

test.each([
  ['no address of one family, and no word about the other', nothing, silent, 'no-answer'],
  ['the same, where the long answer was not to be had over TCP', refusedOverTcp, nothing, 'no-answer'],
  ['no address of either family', nothing, nothing, 'no-data'],
  ['no such name, which holds for both', unknown, silent, 'no-name'],
  ['no word about either', silent, silent, 'no-answer'],
] as const)('%s', (_what, one, other, outcome) => {
  expect(ofBothFamilies(one, other).outcome).toBe(outcome);
});
