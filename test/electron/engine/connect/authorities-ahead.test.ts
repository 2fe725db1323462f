import { once } from 'node:events';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { parseAuthoritiesAhead } from '../../../../electron/engine/connect/authorities-ahead.ts';

const { begun, cores } = vi.hoisted(() => ({ begun: [] as Worker[], cores: { number: 1 } }));

vi.mock('node:worker_threads', async (real) => {
  const threads = await real<typeof import('node:worker_threads')>();
  class Watched extends threads.Worker {
    constructor(code: string, options: WorkerOptions) {
      super(code, options);
      begun.push(this);
    }
  }
  return { ...threads, Worker: Watched };
});
vi.mock('node:os', async (real) => ({
  ...(await real<typeof import('node:os')>()),
  availableParallelism: () => cores.number,
}));

test('another thread is started once, where there is one to spare; it does its work and lets the process end', async () => {
  parseAuthoritiesAhead();
  expect(begun).toEqual([]);
  cores.number = 2;
  const unref = vi.spyOn((await import('node:worker_threads')).Worker.prototype, 'unref');
  parseAuthoritiesAhead();
  parseAuthoritiesAhead();
  const [thread] = begun;
  expect(begun).toHaveLength(1);
  expect(unref).toHaveBeenCalledOnce();
  if (!thread) throw new Error('no thread');
  expect(thread.listenerCount('error')).toBe(1); // a thread that fails is no fault: the work is done later
  thread.ref();
  expect(await once(thread, 'exit')).toEqual([0]);
});
