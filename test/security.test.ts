import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url);
const rows = readFileSync(new URL('SECURITY.md', root), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (threat|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test.each(rows.map((cells) => [cells[1] ?? '', cells] as const))('%s', (_threat, cells) => {
  const [places = [], tests = []] = [cells[2], cells[3]].map((cell) =>
    [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? ''),
  );
  expect(places.length, 'a place in the code').toBeGreaterThan(0);
  expect(tests.length, 'a test').toBeGreaterThan(0);
  expect([...places, ...tests].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  expect(tests.filter((path) => !path.startsWith('test/'))).toEqual([]);
  expect(places.filter((path) => path.startsWith('test/'))).toEqual([]);
});

test('there are threats at all', () => {
  expect(rows.length).toBeGreaterThan(30);
});
