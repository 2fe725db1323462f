import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readAnswer } from '../../../electron/cli/read-answer.ts';

function asked(typed: string | null) {
  const keyboard = new PassThrough();
  const screen = new PassThrough();
  const answer = readAnswer('Really? ', keyboard, screen);
  if (typed === null) keyboard.end();
  else keyboard.write(typed);
  return { answer, shown: () => String(screen.read() ?? '') };
}

test('the line that is typed after the question', async () => {
  const { answer, shown } = asked('yes\n');
  expect(await answer).toBe('yes');
  expect(shown()).toContain('Really? ');
});

test('a terminal that goes away has answered nothing', async () => {
  expect(await asked(null).answer).toBeNull();
});
