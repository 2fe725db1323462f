import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url);
const text = readFileSync(new URL('SECURITY.md', root), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (threat|item|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** The paths in a cell, each with the names of tests that follow it. */
function named(cell = ''): { path: string; titles: string[] }[] {
  return [...cell.matchAll(/`([^`]+)`([^`]*)/g)].map(([, path = '', after = '']) => ({
    path,
    titles: [...after.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title),
  }));
}

/** What the tests of a file are called, as it is written there. */
function titlesIn(path: string): string[] {
  const source = readFileSync(new URL(path, root), 'utf8');
  return [...source.matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/g)].map(([, , title = '']) =>
    title.replaceAll('\\', ''),
  );
}

test.each(rows.map((cells) => [cells[1] ?? '', cells] as const))('%s', (_threat, cells) => {
  const [places, tests] = [named(cells[2]), named(cells[3])];
  const paths = [...places, ...tests].map(({ path }) => path);
  expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  expect(places.filter(({ path }) => path.startsWith('test/'))).toEqual([]);
  expect(tests.filter(({ path }) => !path.startsWith('test/'))).toEqual([]);
  expect(places.length, 'a place in the code').toBeGreaterThan(0);
  expect(tests.length, 'a test').toBeGreaterThan(0);
  for (const { path, titles } of tests) {
    expect(titles.length, `the name of a test in ${path}`).toBeGreaterThan(0);
    expect(titles.filter((title) => !titlesIn(path).includes(title))).toEqual([]);
  }
});

test('there are threats at all, and each item of the checklist', () => {
  expect(rows.length).toBeGreaterThan(60);
  expect(rows.map((cells) => Number.parseInt(cells[1] ?? '', 10)).filter(Boolean)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
});
