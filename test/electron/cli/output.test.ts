import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { outputTo } from '../../../electron/cli/output.ts';

class FakeStream extends EventEmitter {
  readonly written: string[] = [];
  isTTY = true;
  columns = 120;
  rows = 50;
  write(text: string): void {
    this.written.push(text);
  }
}

test('says how large the terminal is at the moment', () => {
  const stream = new FakeStream();
  const output = outputTo(stream, expect.unreachable);
  expect([output.columns(), output.rows()]).toEqual([120, 50]);
  stream.columns = 60;
  expect(output.columns()).toBe(60);
});

test('takes the usual size where the terminal says 0, or where there is none', () => {
  const unset = Object.assign(new FakeStream(), { columns: 0, rows: 0 });
  expect([outputTo(unset, expect.unreachable).columns(), outputTo(unset, expect.unreachable).rows()]).toEqual(
    [80, 24],
  );
  const pipe = outputTo({ on: () => undefined, write: () => undefined }, expect.unreachable);
  expect([pipe.columns(), pipe.rows(), pipe.isTerminal]).toEqual([80, 24, false]);
});

test('writes no more once the reader has left', () => {
  const stream = new FakeStream();
  const output = outputTo(stream, expect.unreachable);
  output.write('a');
  stream.emit('error', Object.assign(new Error('gone'), { code: 'EPIPE' }));
  output.write('b');
  expect(stream.written).toEqual(['a']);
});

test('tells of any other failure once, and writes no more', () => {
  const stream = new FakeStream();
  const lost: string[] = [];
  const output = outputTo(stream, (code) => lost.push(code));
  for (let time = 0; time < 2; time += 1) {
    stream.emit('error', Object.assign(new Error('disk'), { code: 'ENOSPC' }));
    output.write('more');
  }
  expect(lost).toEqual(['ENOSPC']);
  expect(stream.written).toEqual([]);
});
