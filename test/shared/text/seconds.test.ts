import { afterEach, expect, test } from 'vitest';
import { inSeconds } from '../../../shared/text/seconds.ts';
import { speak } from '../../../shared/text/speak.ts';

afterEach(() => speak('en'));

test.each([
  ['en', '1.4', '1234.5'],
  ['de', '1,4', '1234,5'],
  ['ja', '1.4', '1234.5'],
] as const)('in %s, seconds are written as %s and %s', async (language, few, many) => {
  await speak(language);
  expect([inSeconds(1_449), inSeconds(1_234_500)]).toEqual([few, many]);
});
