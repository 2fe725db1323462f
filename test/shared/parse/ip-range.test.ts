import { expect, test } from 'vitest';
import { placeOf } from '../../../shared/parse/ip-range.ts';

test.each([
  ['10.0.0.1', 'network'],
  ['100.64.0.1', 'network'],
  ['fd12::1', 'network'],
  ['64:ff9b::c0a8:1', 'network'],
  ['8.8.8.8', 'public'],
  ['64:ff9b::808:808', 'public'],
  ['2001:db8::1', 'public'],
  ['127.0.0.1', 'nowhere'],
  ['169.254.169.254', 'nowhere'],
  ['64:ff9b::a9fe:a9fe', 'nowhere'],
  ['::ffff:10.0.0.1', 'nowhere'],
  ['2002:a00:1::', 'nowhere'],
  ['', 'nowhere'],
] as const)('%s: %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});
