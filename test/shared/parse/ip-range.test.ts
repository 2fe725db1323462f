import { expect, test } from 'vitest';
import { emptyAnswer, isSelfGiven, placeOf } from '../../../shared/parse/ip-range.ts';

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

test.each([
  ['0.0.0.0', 'none'],
  ['0.1.2.3', 'none'],
  ['::', 'none'],
  ['127.0.0.53', 'asker'],
  ['::1', 'asker'],
  ['239.1.2.3', 'group'],
  ['ff05::1', 'group'],
  ['203.0.113.9', 'example'],
  ['2001:db8::1', 'example'],
  ['198.19.255.1', 'test'],
  ['250.0.0.1', 'nobody'],
  ['255.255.255.255', 'nobody'],
  ['100::1', 'nobody'],
  ['::ffff:240.0.0.1', 'nobody'],
  ['10.0.0.1', null],
  ['169.254.1.1', null],
  ['8.8.8.8', null],
  ['2a00:1450::1', null],
  ['', null],
] as const)('%s as an answer of DNS: %s', (address, kind) => {
  expect(emptyAnswer(address)).toBe(kind);
});

test.each([
  ['169.254.1.1', true],
  ['fe80::1', true],
  ['192.168.1.1', false],
  ['', false],
] as const)('%s is what a device gives itself: %s', (address, isSo) => {
  expect(isSelfGiven(address)).toBe(isSo);
});
