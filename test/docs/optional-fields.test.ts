import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ListResult } from '../../shared/model/list-result.ts';
import { Report } from '../../shared/model/report.ts';

const page = readFileSync(new URL('../../docs/support-desk.md', import.meta.url), 'utf8');
const named = (where: string): string[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith(`| ${where} |`))
    .flatMap((line) => [...(line.split('|')[2] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name));

test('the page for support desks names fields of a report and of a list that the formats have, as there only sometimes', () => {
  expect(named('a report')).toEqual(['masked', 'interrupted', 'internal']);
  for (const name of named('a report')) expect(isOptional(Report.shape, name)).toBe(true);
  expect(named('a line of a list')).toEqual(['server', 'options', 'problem']);
  for (const name of named('a line of a list')) expect(isOptional(ListResult.shape, name)).toBe(true);
});

function isOptional(
  shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>>,
  name: string,
): boolean {
  return shape[name]?.safeParse(undefined).success ?? false;
}
