import { expect, test } from 'vitest';
import { actExitStatus, renderAct } from '../../../electron/cli/act-result.ts';
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

test.each([
  [{ outcome: 'inbox' }, true, 0],
  [{ outcome: 'not-seen' }, true, 1],
  [{ outcome: 'not-watched', reason: 'NO [AUTHENTICATIONFAILED] no' }, true, 1],
  [{ outcome: 'not-watched', reason: 'NO [AUTHENTICATIONFAILED] no' }, false, 0],
  [{ outcome: 'not-watched', because: 'not-wanted' }, false, 0],
  [{ outcome: 'not-watched', because: 'pop3-only' }, true, 0],
])('a message that was accepted, with %j, waited for: %s, ends with %i', (arrival, isWaitedFor, status) => {
  const act = { stage: 'done', outcome: 'ok', arrival, findings: [] } as unknown as Act;
  expect(actExitStatus(act, isWaitedFor)).toBe(status);
});
