import { expect, test } from 'vitest';
import { roundTrips } from '../../../../electron/engine/connect/round-trips.ts';

test('nothing is expected while nobody has answered', () => {
  expect(roundTrips().expected()).toBe(0);
});

test('an unknown address is expected to be as far as the DNS server, the middle one of its answers', () => {
  const seen = roundTrips();
  for (const ms of [310, 2_040, 300]) seen.noteLookup(ms);
  expect(seen.expected()).toBe(310);
});

test('a slow DNS server makes nobody far: connections that took less say how far the line reaches', () => {
  const seen = roundTrips();
  for (const ms of [2_044, 2_044, 2_063]) seen.noteLookup(ms);
  expect(seen.expected()).toBe(2_044);
  for (const [index, ms] of [48, 52, 55].entries()) seen.record(`192.0.2.${index}`, ms);
  expect(seen.expected()).toBe(52);
});
