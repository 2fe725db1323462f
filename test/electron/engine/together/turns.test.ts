import { expect, test } from 'vitest';
import { connectionPool, schedule } from '../../../../electron/engine/schedule.ts';
import { turnsIn } from '../../../../electron/engine/together/turns.ts';

const signal = new AbortController().signal;
const at = (ipAddress: string, port = 443) => ({ addresses: [{ ipAddress, family: 4 as const }], port });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** What has had its turn, and how it ends. */
function taken() {
  const had = new Map<string, () => void>();
  return {
    had,
    take: (name: string, turn: Promise<() => void>) => void turn.then((leave) => had.set(name, leave)),
    end: async (name: string) => {
      had.get(name)?.();
      await settled();
    },
  };
}

test('of many web servers a third of the connections are asked at once, and of one only one', async () => {
  const { page } = turnsIn(connectionPool(6, true), 6);
  const { had, take, end } = taken();
  take('a', page(at('192.0.2.1'), signal));
  take('a again', page(at('192.0.2.1'), signal));
  take('b', page(at('192.0.2.2'), signal));
  take('c', page(at('192.0.2.3'), signal));
  await settled();
  expect([...had.keys()]).toEqual(['a', 'b']);
  await end('a');
  expect([...had.keys()]).toEqual(['a', 'b', 'a again']);
});

test('connections to web servers are among those of the run', async () => {
  const pool = connectionPool(3, true);
  const probing = new AbortController();
  const queue = schedule(probing.signal, () => {}, pool);
  const { page } = turnsIn(pool, 3);
  const { had, take, end } = taken();
  const running: string[] = [];
  const job = (computer: string) => ({
    computer,
    exclusive: computer,
    priority: 0,
    isWitness: false,
    onLeft() {},
    onEnded() {},
    run: () => {
      running.push(computer);
      return new Promise<void>(() => {});
    },
  });
  take('page', page(at('192.0.2.1'), signal));
  await settled();
  for (const computer of ['b', 'c', 'd']) queue.add(job(computer));
  expect([...had.keys(), ...running]).toEqual(['page', 'b']);
  await end('page');
  expect(running).toEqual(['b', 'c']);
  probing.abort();
});

test('questions to DNS wait when many are open, and whoever gives up is not waited for', async () => {
  const { question } = turnsIn(connectionPool(1, true), 1);
  const { had, take, end } = taken();
  const impatient = new AbortController();
  take('1', question(signal));
  take('2', question(signal));
  take('3', question(impatient.signal));
  take('4', question(signal));
  await settled();
  expect([...had.keys()]).toEqual(['1', '2']);
  impatient.abort();
  await settled();
  expect([...had.keys()]).toEqual(['1', '2', '3']);
  await end('3');
  expect(had.has('4')).toBe(false);
  await end('1');
  expect(had.has('4')).toBe(true);
});
