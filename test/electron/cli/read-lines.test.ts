import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { EndlessLine, linesOf } from '../../../electron/cli/read-lines.ts';

const never = new AbortController().signal;

async function all(stream: Readable, most = 100, signal = never): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(stream, most, signal)) lines.push(line);
  return lines;
}

const bytes = (text: string, size = 1): Readable => {
  const whole = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
    whole.subarray(at * size, (at + 1) * size),
  );
  return Readable.from(pieces, { objectMode: true });
};

test('ends of lines of Unix and Windows, a last line without one, and characters cut in two by the pipe', async () => {
  expect(await all(bytes('a\r\nä\n\nlast'))).toEqual(['a', 'ä', '', 'last']);
  expect(await all(bytes(''))).toEqual([]);
});

test.each([1, 2, 3, 100])(
  'ends of lines of old Macs, and all three in one file, %i bytes at a time',
  async (size) => {
    expect(await all(bytes('a\rb\r\rc', size))).toEqual(['a', 'b', '', 'c']);
    expect(await all(bytes('a\rb\nc\r\nd\r', size))).toEqual(['a', 'b', 'c', 'd']);
    expect(await all(bytes(`${'x'.repeat(9)}\r\nnext\r`, size), 4)).toEqual(['xxxxx', 'next']);
  },
);

test('UTF-16 with its mark, as PowerShell writes it', async () => {
  const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a@b.example\r\nc', 'utf16le')]);
  expect(await all(Readable.from([text]))).toEqual(['a@b.example', 'c']);
});

test('a line without an end costs no more memory than a long one', async () => {
  const endless = Readable.from([
    ...Array.from({ length: 50 }, () => Buffer.alloc(1000, 'x')),
    Buffer.from('\nnext'),
  ]);
  expect(await all(endless, 20)).toEqual(['x'.repeat(21), 'next']);
});

test('a line that never ends is not read for ever', async () => {
  async function* zeros() {
    while (true) yield Buffer.alloc(65_536);
  }
  await expect(all(Readable.from(zeros()))).rejects.toThrow(EndlessLine);
});

test('ends when the signal aborts, although nobody closes the pipe', async () => {
  const stop = new AbortController();
  const pipe = new PassThrough();
  pipe.write('a\nb');
  setTimeout(() => stop.abort(), 20);
  expect(await all(pipe, 100, stop.signal)).toEqual(['a']);
  expect(pipe.destroyed).toBe(true);
});
