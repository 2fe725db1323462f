import { expect, test } from 'vitest';
import { ComparisonCode } from '../../../shared/compare/comparison.ts';
import { runsOf } from '../../../shared/compare/rule.ts';
import { rules } from '../../../shared/compare/rules.ts';
import { aReport } from '../../support/builders.ts';

test('each conclusion has its row, and the last row applies whatever is compared', () => {
  // Said beside a conclusion, never alone.
  const concluded = ComparisonCode.options.filter((code) => code !== 'network-changed');
  expect(new Set(rules.map(({ code }) => code))).toEqual(new Set(concluded));
  const anything = runsOf(aReport(), aReport({ practice: true }), 'unknown');
  expect(rules.at(-1)?.applies(anything)).toBe(true);
});
