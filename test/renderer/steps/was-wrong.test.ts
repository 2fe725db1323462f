import { expect, test } from 'vitest';
import { wasWrong } from '../../../renderer/steps/was-wrong.ts';
import { say } from '../../../shared/text/index.ts';
import { anAct, refusedAct } from '../../support/sample-acts.ts';
import { blockedReport, clearReport } from '../../support/sample-reports.ts';

const { headline } = blockedReport.verdict;

test('after a second check that is clear, the end says what the first one found', () => {
  expect(say(wasWrong(clearReport, headline))).toBe(
    `What was wrong before: ${headline} In the last check, nothing was in the way any more.`,
  );
  expect(say(wasWrong(clearReport, null))).toBe('Nothing was in the way when Postway checked.');
  expect(say(wasWrong(null, null))).toBe('Nothing was in the way when Postway checked.');
});

test('what the check found itself comes first', () => {
  expect(say(wasWrong(blockedReport, 'Something older.'))).toBe(`What was wrong: ${headline}`);
});

test('where the way was clear, the end says what a login after the check showed', () => {
  const [shown] = refusedAct.findings;
  const report = { ...clearReport, acts: [refusedAct, anAct()] };
  const words = say(wasWrong(report, null));
  expect(words).toMatch(/^The way to the server was clear\. What was wrong: /);
  expect(words).toContain(shown?.headline);
  expect(words).not.toContain('Nothing was in the way');
});
