import { expect, test } from 'vitest';
import { renderAct } from '../../../electron/cli/act-result.ts';
import type { Act } from '../../../shared/model/act.ts';

const long = 'word '.repeat(30).trim();

test('what follows a headline stands below it, each line of it, and no line is longer than people read', () => {
  const findings = [{ headline: long, detail: long, advice: [long, 'short'] }];
  const lines = renderAct({ findings } as unknown as Act, 200).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(lines.map((line) => line.slice(0, 5))).toEqual([
    'word ',
    'word ',
    '  wor',
    '  wor',
    '  - w',
    '    w',
    '  - s',
    '',
  ]);
});
