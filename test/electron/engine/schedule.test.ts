import { expect, test } from 'vitest';
import { limits } from '../../../electron/engine/limits.ts';
import { connectionPool, type Job, type Slot, schedule } from '../../../electron/engine/schedule.ts';

/** Jobs that end when told to, and a record of what runs. */
function gatedJobs() {
  const running = new Set<string>();
  const gates = new Map<string, () => void>();
  const places = new Map<string, Slot>();
  let most = 0;
  const job = (name: string, change: Partial<Job> = {}): Job => ({
    computer: 'a',
    exclusive: name,
    priority: 0,
    isWitness: false,
    onLeft: () => {},
    onEnded: () => {},
    run: (slot) => {
      places.set(name, slot);
      running.add(name);
      most = Math.max(most, running.size);
      return new Promise<void>((resolve) => {
        gates.set(name, () => {
          running.delete(name);
          resolve();
        });
      });
    },
    ...change,
  });
  const end = async (name: string): Promise<void> => {
    gates.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const placeOf = (name: string): Slot => places.get(name) ?? expect.unreachable(`${name} has not begun`);
  return { job, end, running, placeOf, most: () => most };
}

const throwOn = (bug: unknown): never => {
  throw bug;
};

test('at most three connections to one computer, whatever is waiting', async () => {
  const { job, end, running, most } = gatedJobs();
  const queue = schedule(new AbortController().signal, throwOn);
  for (const name of ['1', '2', '3', '4', '5']) queue.add(job(name));
  expect([...running]).toEqual(['1', '2', '3']);
  await end('2');
  expect([...running]).toEqual(['1', '3', '4']);
  for (const name of ['1', '3', '4', '5']) await end(name);
  expect(queue.isIdle()).toBe(true);
  expect(most()).toBe(limits.connectionsPerHost);
});

test('one connection at a time to one host and port', async () => {
  const { job, end, running } = gatedJobs();
  const queue = schedule(new AbortController().signal, throwOn);
  queue.add(job('first', { exclusive: 'a 587' }));
  queue.add(job('again', { exclusive: 'a 587' }));
  expect([...running]).toEqual(['first']);
  await end('first');
  expect([...running]).toEqual(['again']);
});

test('the most urgent waiting job starts first, and other computers are not held up', async () => {
  const { job, end, running } = gatedJobs();
  const queue = schedule(new AbortController().signal, throwOn);
  for (const name of ['1', '2', '3']) queue.add(job(name));
  queue.add(job('late', { priority: 9 }));
  queue.add(job('soon', { priority: 1 }));
  queue.add(job('elsewhere', { computer: 'b', priority: 50 }));
  expect(running.has('elsewhere')).toBe(true);
  await end('1');
  expect(running.has('soon')).toBe(true);
  expect(running.has('late')).toBe(false);
});

test('after the signal nothing waiting is started', async () => {
  const { job, end, running } = gatedJobs();
  const stop = new AbortController();
  const queue = schedule(stop.signal, throwOn);
  for (const name of ['1', '2', '3', '4']) queue.add(job(name));
  stop.abort();
  for (const name of ['1', '2', '3']) await end(name);
  expect(running.size).toBe(0);
  expect(queue.isIdle()).toBe(true);
});

test('whoever has said goodbye holds nobody up: not its computer, not its port', async () => {
  const { job, end, running, placeOf } = gatedJobs();
  const queue = schedule(new AbortController().signal, throwOn);
  for (const name of ['1', '2', '3', '4']) queue.add(job(name));
  queue.add(job('again', { exclusive: '2', priority: 1 }));
  placeOf('1').release();
  expect(running.has('4')).toBe(true);
  expect(running.has('again')).toBe(false);
  placeOf('2').release();
  expect(running.has('again')).toBe(true);
  for (const name of ['3', '4', 'again']) placeOf(name).release();
  expect(queue.isIdle()).toBe(true);
  expect(queue.isEmpty()).toBe(false);
  for (const name of ['1', '2', '3', '4', 'again']) await end(name);
  expect(queue.isEmpty()).toBe(true);
});

test('a lent place serves another, but nobody knocks at the same port meanwhile', () => {
  const { job, running, placeOf } = gatedJobs();
  const queue = schedule(new AbortController().signal, throwOn);
  for (const name of ['1', '2', '3', '4']) queue.add(job(name));
  queue.add(job('again', { exclusive: '1' }));
  placeOf('1').yield();
  expect(running.has('4')).toBe(true);
  expect(running.has('again')).toBe(false);
  expect(queue.isIdle()).toBe(false);
});

test('a lent place comes back at once when it is free, else before any job that has not begun', async () => {
  const { job, end, running, placeOf } = gatedJobs();
  const queue = schedule(new AbortController().signal, throwOn);
  for (const name of ['1', '2', '3']) queue.add(job(name));
  placeOf('1').yield();
  expect(placeOf('1').tryReacquire()).toBe(true);
  placeOf('1').yield();
  queue.add(job('4'));
  queue.add(job('5'));
  expect(placeOf('1').tryReacquire()).toBe(false);
  let isBack = false;
  const turn = placeOf('1')
    .reacquire()
    .then(() => {
      isBack = true;
    });
  await Promise.resolve();
  expect(isBack).toBe(false);
  await end('2');
  await turn;
  expect(running.has('5')).toBe(false);
  await end('3');
  expect(running.has('5')).toBe(true);
});

test('a turn that is waited for ends with the check', async () => {
  const { job, placeOf } = gatedJobs();
  const stop = new AbortController();
  const queue = schedule(stop.signal, throwOn);
  for (const name of ['1', '2', '3']) queue.add(job(name));
  placeOf('1').yield();
  queue.add(job('4'));
  const turn = placeOf('1').reacquire();
  stop.abort();
  await expect(turn).resolves.toBeUndefined();
});

test('a witness does not wait until the silence that it shall judge is over', () => {
  const { job, running } = gatedJobs();
  const queue = schedule(new AbortController().signal, throwOn);
  for (let number = 0; number < limits.connectionsPerCheck + 1; number += 1)
    queue.add(job(`silent ${number}`, { computer: `computer ${number}` }));
  expect(running.size).toBe(limits.connectionsPerCheck);
  queue.add(job('witness', { computer: 'elsewhere', isWitness: true }));
  expect(running.has('witness')).toBe(true);
  expect(running.size).toBe(limits.connectionsPerCheck + 1);
});

test('a witness does not wait for one before it that has lent its place: that hears nobody any more', async () => {
  const { job, end, running, placeOf } = gatedJobs();
  const queue = schedule(new AbortController().signal, throwOn);
  const witness = { isWitness: true, exclusive: 'portal 80', computer: 'portal' };
  queue.add(job('first', witness));
  queue.add(job('second', witness));
  expect([...running]).toEqual(['first']);
  placeOf('first').yield();
  expect([...running]).toEqual(['first', 'second']);
  await end('first');
  await end('second');
  expect(queue.isEmpty()).toBe(true);
});

test('checks that share a pool keep the limits together, and the one that began first comes first', async () => {
  const { job, end, running, most } = gatedJobs();
  const pool = connectionPool(4);
  const [one, other] = [1, 2].map(() => schedule(new AbortController().signal, throwOn, pool));
  if (!one || !other) return expect.unreachable();
  for (const name of ['a1', 'a2']) other.add(job(name, { exclusive: 'a 25', priority: 0 }));
  for (const name of ['b1', 'b2', 'b3', 'b4', 'b5']) other.add(job(name, { computer: 'b' }));
  one.add(job('c1', { computer: 'c', priority: 9 }));
  one.add(job('a3', { exclusive: 'a 25', priority: 9 }));
  expect([...running]).toEqual(['a1', 'b1', 'b2', 'b3']);
  await end('b1');
  expect([...running]).toEqual(['a1', 'b2', 'b3', 'c1']); // of the first check, although it is less urgent
  await end('a1');
  expect([...running]).toEqual(['b2', 'b3', 'c1', 'a3']);
  expect(most()).toBe(4);
  one.drop();
  expect([one.isEmpty(), other.isIdle()]).toEqual([false, false]);
  for (const name of ['c1', 'a3']) await end(name);
  expect([one.isEmpty(), other.isEmpty()]).toEqual([true, false]);
});

test('of a pool that checks share, the last place is kept for a witness, and there are never more connections', async () => {
  const { job, end, running } = gatedJobs();
  const queue = schedule(new AbortController().signal, throwOn, connectionPool(3, true));
  for (const name of ['1', '2', '3']) queue.add(job(name, { computer: name }));
  expect([...running]).toEqual(['1', '2']);
  queue.add(job('witness', { computer: 'w', isWitness: true }));
  queue.add(job('witness 2', { computer: 'x', isWitness: true }));
  expect([...running]).toEqual(['1', '2', 'witness']);
  await end('1');
  expect([...running]).toEqual(['2', 'witness', 'witness 2']);
});

test('a witness is heard over the only connection that checks share while another is only knocked for, and never beside an open one', async () => {
  const { job, end, running, placeOf } = gatedJobs();
  const queue = schedule(new AbortController().signal, throwOn, connectionPool(1, true));
  for (const name of ['1', '2']) queue.add(job(name, { computer: name }));
  queue.add(job('witness', { computer: 'w', isWitness: true }));
  expect([...running]).toEqual(['1']);
  placeOf('1').yield();
  expect([...running]).toEqual(['1', 'witness']);
  expect(placeOf('1').tryReacquire()).toBe(false);
  let isBack = false;
  const back = placeOf('1')
    .reacquire()
    .then(() => {
      isBack = true;
    });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isBack).toBe(false);
  await end('witness');
  await back;
  expect([...running]).toEqual(['1']);
  await end('1');
  expect([...running]).toEqual(['2']);
});
