import { expect, test, vi } from 'vitest';
import { remembered } from '../../../shared/model/remembered.ts';

test('works out again only what was made of something else', () => {
  type From = { readonly list: readonly number[]; readonly more: number };
  const make = vi.fn(({ list, more }: From) => list.length + more);
  const sum = remembered(make, ({ list, more }) => [list, more]);
  const list = [1, 2, 3];
  expect([sum({ list, more: 1 }), sum({ list, more: 1 })]).toEqual([4, 4]);
  expect(make).toHaveBeenCalledTimes(1);
  expect([sum({ list, more: 2 }), sum({ list: [1], more: 2 }), sum({ list, more: 2 })]).toEqual([5, 3, 5]);
  expect(make).toHaveBeenCalledTimes(3);
});
