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

test('SYNs that the kernel sent again, when a dead line came back, make the line no farther than it is', () => {
  const seen = roundTrips();
  for (const [index, ms] of [141, 1_068, 1_069, 1_195].entries()) seen.record(`192.0.2.${index}`, ms);
  expect(seen.typical()).toBe(141);
});

test('a line on which everybody is farther than a second away is as far as that', () => {
  const seen = roundTrips();
  for (const [index, ms] of [1_210, 1_190, 1_250].entries()) seen.record(`192.0.2.${index}`, ms);
  expect(seen.typical()).toBe(1_190);
});
