import { expect, test } from 'vitest';
import { sinceBefore } from '../../../renderer/steps/since-before.ts';
import { say } from '../../../shared/text/index.ts';
import { blockedReport, clearReport } from '../../support/sample-reports.ts';

const { headline } = blockedReport.verdict;

function words(...asked: Parameters<typeof sinceBefore>): string | null {
  const told = sinceBefore(...asked);
  return told && say(told);
}

test('a verdict that is clear says what was in the way before, and that it is gone', () => {
  expect(words(clearReport, headline)).toBe(
    `The check before this one found: ${headline} Now nothing is in the way any more. Send your message again.`,
  );
});

test('the same result again is said to be still the same', () => {
  expect(words(blockedReport, headline)).toMatch(/^Still the same as in the check before\./);
});

test('nothing is said of a first check, of one that was stopped, or where something else was found', () => {
  expect(words(clearReport, null)).toBeNull();
  expect(words({ ...clearReport, interrupted: true }, headline)).toBeNull();
  expect(words(blockedReport, 'Something else.')).toBeNull();
});
