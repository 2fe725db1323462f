import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare } from '../../../shared/compare/compare.ts';
import { ComparisonCode } from '../../../shared/compare/comparison.ts';
import { runsOf } from '../../../shared/compare/rule.ts';
import { rules } from '../../../shared/compare/rules.ts';
import { aReport } from '../../support/builders.ts';
import { recordedCheck, recordedPractice } from '../../support/recorded-reports.ts';

test('each conclusion has its row, and the last row applies whatever is compared', () => {
  // Said beside a conclusion, never alone.
  const concluded = ComparisonCode.options.filter((code) => code !== 'network-changed');
  expect(new Set(rules.map(({ code }) => code))).toEqual(new Set(concluded));
  const anything = runsOf(aReport(), aReport({ practice: true }), 'unknown');
  expect(rules.at(-1)?.applies(anything)).toBe(true);
});

test('a comparison says only what the window has words for: its own file of messages', () => {
  const ownWords: Record<string, string> = JSON.parse(
    readFileSync(new URL('../../../shared/text/en/comparison.json', import.meta.url), 'utf8'),
  );
  const reports = recordedPractice().map(({ report }) => report);
  const clear = reports.find(({ verdict }) => verdict.code === 'all-clear');
  const codes = new Set<string>();
  for (const report of reports)
    for (const [older, newer] of [
      [report, clear ?? report],
      [clear ?? report, report],
      [report, report],
    ] as const)
      for (const { words, code } of compare(
        older,
        { ...newer, startedAt: '2026-11-24T12:00:00.000Z' },
        'other',
      ).findings) {
        codes.add(code);
        for (const { key } of [words.headline, ...words.detail, ...words.advice])
          expect(Object.hasOwn(ownWords, key), key).toBe(true);
      }
  expect(codes.size).toBeGreaterThan(5);
});

test('a list in the router is mended by who is at home, and no letter is written to oneself', () => {
  const at = (name: string) => recordedCheck(`practice-${name}`).report;
  const later = { ...at('everything-open'), startedAt: '2026-11-24T12:00:00.000Z' };
  const [first] = compare(at('router-allow-list'), later, 'other').findings;
  const keys = first?.words.advice.map(({ key }) => key);
  expect(first?.code).toBe('network-to-blame');
  expect(keys).toEqual(['compare.advice.list', 'compare.advice.company', 'compare.advice.or-there']);
});
