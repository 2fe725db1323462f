import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readSecret } from '../../../electron/cli/read-secret.ts';

/** A terminal's keyboard that notes when the terminal was told to be silent, and when to echo again. */
function keyboard() {
  const modes: boolean[] = [];
  return Object.assign(new PassThrough(), { modes, setRawMode: (isRaw: boolean) => modes.push(isRaw) });
}

test.each([
  ['a line', ['secret\r'], 'secret'],
  [
    'key by key, with a character in two parts',
    ['s', Buffer.from('ü').subarray(0, 1), Buffer.from('ü').subarray(1), '\n'],
    'sü',
  ],
  ['corrected', ['sex\u007f\u007fecre\bet\r'], 'secret'],
  ['begun again', ['wrong\u0015right\r'], 'right'],
  ['nothing', ['\r'], ''],
  ['given up with Ctrl-C', ['sec\u0003'], null],
  ['given up with Ctrl-D', ['\u0004'], null],
])('%s, with nothing shown while it is typed', async (_name, keys, answer) => {
  const stdin = keyboard();
  const reading = readSecret(stdin);
  expect(stdin.modes).toEqual([true]);
  for (const key of keys) stdin.write(key);
  expect(await reading).toBe(answer);
  expect(stdin.modes).toEqual([true, false]);
  expect(stdin.listenerCount('data')).toBe(0);
});

test('a terminal that goes away is an answer, and no line is endless', async () => {
  const gone = keyboard();
  const reading = readSecret(gone);
  gone.end('half');
  expect(await reading).toBeNull();
  const stdin = keyboard();
  const endless = readSecret(stdin);
  stdin.write(`${'a'.repeat(5000)}\r`);
  expect(await endless).toHaveLength(1000);
});
