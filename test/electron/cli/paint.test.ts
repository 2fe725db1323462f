import { expect, test } from 'vitest';
import { paintFor } from '../../../electron/cli/paint.ts';

const terminal = {
  write: () => undefined,
  settled: async () => {},
  onGone: () => () => {},
  isTerminal: true,
  columns: () => 80,
  rows: () => 24,
};
const pipe = { ...terminal, isTerminal: false };
const red = '\u001b[31mx\u001b[39m';

test.each<[string, typeof terminal, Record<string, string>, boolean, string]>([
  ['on a terminal', terminal, {}, false, red],
  ['not into a pipe', pipe, {}, false, 'x'],
  ['not with --no-color', terminal, {}, true, 'x'],
  ['not with NO_COLOR', terminal, { NO_COLOR: '1' }, false, 'x'],
  ['with an empty NO_COLOR, which no-color.org says not to count', terminal, { NO_COLOR: '' }, false, red],
  ['not on a dumb terminal', terminal, { TERM: 'dumb' }, false, 'x'],
  ['into a pipe with FORCE_COLOR', pipe, { FORCE_COLOR: '1' }, false, red],
  ['not with FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, false, 'x'],
  ['not with --no-color, whatever FORCE_COLOR says', terminal, { FORCE_COLOR: '1' }, true, 'x'],
])('colours %s', (_name, output, environment, isColourOff, shown) => {
  expect(paintFor(output, { environment }, isColourOff).bad('x')).toBe(shown);
});
