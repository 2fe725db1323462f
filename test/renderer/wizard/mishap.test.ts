import { expect, test } from 'vitest';
import { faultOf, Mishap } from '../../../renderer/wizard/mishap.tsx';

test.each<[unknown, string]>([
  [new TypeError('x is not a function'), 'TypeError: x is not a function'],
  ['only words', 'only words'],
  [undefined, 'undefined'],
  [null, 'null'],
])('whatever a screen throws is told: %s', (thrown, fault) => {
  expect(Mishap.getDerivedStateFromError(thrown)).toEqual({ fault });
});

test('a fault without end is cut', () => {
  expect(faultOf(new Error('x'.repeat(10_000)))).toHaveLength(500);
});
