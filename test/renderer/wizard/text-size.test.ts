import { expect, test } from 'vitest';
import { chooseTextSize, keptTextSize } from '../../../renderer/wizard/text-size.ts';

/** The part of the page's root that is used. */
const pageRoot = () => {
  const classes = new Set<string>();
  const classList = {
    toggle: (name: string, isOn: boolean) => (isOn ? classes.add(name) : classes.delete(name)),
    contains: (name: string) => classes.has(name),
  };
  return { style: { fontSize: 'unknown' }, classList } as unknown as HTMLElement;
};

test.each([
  ['150', 150],
  ['125', 125],
  ['100', 100],
  [null, 100],
  ['99999', 100],
  ['nonsense', 100],
])('kept %j is %d percent', (kept, size) => {
  expect(keptTextSize({ getItem: () => kept })).toBe(size);
});

test('a size is shown, kept, and found again; the usual one is the page’s own', () => {
  const [root, kept] = [pageRoot(), new Map<string, string>()];
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  chooseTextSize(150, root, store);
  expect(root.style.fontSize).toBe('150%');
  expect(root.classList.contains('has-large-text')).toBe(true);
  expect(keptTextSize(store)).toBe(150);
  chooseTextSize(100, root, store);
  expect(root.style.fontSize).toBe('');
  expect(root.classList.contains('has-large-text')).toBe(false);
  expect(keptTextSize(store)).toBe(100);
});

test('storage that is switched off costs the memory alone', () => {
  const denied = (): never => {
    throw new Error('denied');
  };
  const root = pageRoot();
  chooseTextSize(125, root, { setItem: denied });
  expect(root.style.fontSize).toBe('125%');
  expect(keptTextSize({ getItem: denied })).toBe(100);
});
