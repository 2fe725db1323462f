import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EngineOptions } from '../../../electron/app/engine.ts';
import type { ToEngine } from '../../../electron/app/engine-messages.ts';

/** A process that answers questions about its pulse until it is frozen. */
class FakeProcess extends EventEmitter {
  readonly heard: ToEngine[] = [];
  isFrozen = false;
  isKilled = false;
  postMessage(message: ToEngine): void {
    this.heard.push(structuredClone(message));
    if (message.kind === 'ping' && !this.isFrozen) this.emit('message', { kind: 'pong' });
  }
  kill(): boolean {
    this.isKilled = true;
    this.emit('exit', 15);
    return true;
  }
}

const forked: FakeProcess[] = [];
vi.mock('electron', () => ({
  utilityProcess: {
    fork: () => {
      const begun = new FakeProcess();
      forked.push(begun);
      return begun;
    },
  },
}));
const { startEngine } = await import('../../../electron/app/engine.ts');

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  forked.length = 0;
});

function started(options: Partial<EngineOptions> = {}) {
  const bugs: unknown[] = [];
  const engine = startEngine({
    file: 'engine.cjs',
    languages: ['en'],
    askWhereToSave: async () => '/tmp/x',
    printPdf: async () => new Uint8Array([1]),
    onLanguage: () => undefined,
    reportBug: (bug) => bugs.push(bug),
    ...options,
  });
  return { engine, bugs, process: () => forked.at(-1) as FakeProcess };
}

test('one that answers is left alone', async () => {
  const { process, bugs } = started();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(forked).toHaveLength(1);
  expect(process().isKilled).toBe(false);
  expect(bugs).toEqual([]);
});

test('one that answers nothing any more is ended and started again, and every page hears of both', async () => {
  const { engine, process, bugs } = started();
  const heard: unknown[] = [];
  engine.line((message) => heard.push(message));
  process().isFrozen = true;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(forked[0]?.isKilled).toBe(true);
  expect(bugs).toHaveLength(1);
  expect(forked).toHaveLength(2);
  expect(heard).toEqual([
    { kind: 'engine', isThere: false },
    { kind: 'engine', isThere: true },
  ]);
});

test('one that cannot run is started again with growing pauses', async () => {
  const { process } = started();
  for (const waitMs of [250, 500, 1_000, 2_000, 4_000, 8_000, 8_000]) {
    const before = forked.length;
    process().emit('exit', 1);
    await vi.advanceTimersByTimeAsync(waitMs - 1);
    expect(forked).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(forked).toHaveLength(before + 1);
  }
});

test('what is none of its messages is not heard, and what a page said reaches no other page', async () => {
  const { engine, process } = started();
  const heard: unknown[][] = [[], []];
  engine.line((message) => heard[0]?.push(message));
  const second = engine.line((message) => heard[1]?.push(message));
  for (const said of [null, 7, { kind: 'run', command: 'x' }, { kind: 'said', page: '2', message: 1 }]) {
    process().emit('message', said);
  }
  process().emit('message', { kind: 'said', page: 2, message: 'for the second' });
  expect(heard).toEqual([[], ['for the second']]);
  second.hangUp();
  process().emit('message', { kind: 'said', page: 2, message: 'too late' });
  expect(heard[1]).toEqual(['for the second']);
  expect(process().heard.at(-1)).toEqual({ kind: 'gone', page: 2 });
});

test('asks for a place to save and for a print are answered, refused, and given up', async () => {
  let isAborted = false;
  const { process } = started({
    askWhereToSave: async (name) => `/home/x/${name}`,
    printPdf: (html, signal) =>
      html === 'bad'
        ? Promise.reject(new Error('no paper'))
        : new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              isAborted = true;
              reject(new Error('given up'));
            });
          }),
  });
  const answers = () => process().heard.filter(({ kind }) => kind === 'answer' || kind === 'refusal');
  process().emit('message', { kind: 'ask-where-to-save', id: 1, name: 'a.pdf' });
  process().emit('message', { kind: 'print', id: 2, html: 'bad' });
  process().emit('message', { kind: 'print', id: 3, html: 'slow' });
  process().emit('message', { kind: 'never-mind', id: 3 });
  await vi.advanceTimersByTimeAsync(10);
  expect(isAborted).toBe(true);
  expect(answers()).toEqual([
    { kind: 'answer', id: 1, value: '/home/x/a.pdf' },
    { kind: 'refusal', id: 2, reason: 'no paper' },
    { kind: 'refusal', id: 3, reason: 'given up' },
  ]);
});

describe('an act', () => {
  const password = () => new TextEncoder().encode('Wp8-of-nobody') as Uint8Array<ArrayBuffer>;
  const begin = (act: number) => ({ kind: 'act-begin', act, password: password() }) as const;

  test('gets a process of its own with the password, which is kept nowhere else, and the two are carried to each other', () => {
    const { process: ofEngine } = started();
    const engine = ofEngine();
    const order = begin(1);
    engine.emit('message', order);
    expect(order.password.every((byte) => byte === 0)).toBe(true);
    const act = forked.at(-1) as FakeProcess;
    expect(act).not.toBe(engine);
    engine.emit('message', { kind: 'act-tell', act: 1, message: { kind: 'cancel' } });
    expect(act.heard).toEqual([{ kind: 'password', password: password() }, { kind: 'cancel' }]);
    act.emit('message', { kind: 'done', facts: 'x' });
    engine.emit('message', { kind: 'act-over', act: 1 });
    expect(act.isKilled).toBe(true);
    expect(engine.heard.slice(1)).toEqual([
      { kind: 'act-said', act: 1, message: { kind: 'done', facts: 'x' } },
      { kind: 'act-ended', act: 1, how: '15' },
    ]);
  });

  test('ends with the engine, and an engine that went astray starts no more than a few', async () => {
    const { process: ofEngine, engine } = started();
    const astray = ofEngine();
    for (let act = 1; act <= 20; act += 1) astray.emit('message', begin(act));
    astray.emit('message', begin(3));
    const acts = forked.slice(1);
    expect(acts).toHaveLength(16);
    const turnedAway = astray.heard.flatMap((said) => (said.kind === 'act-ended' ? [said.act] : []));
    expect(turnedAway).toEqual([17, 18, 19, 20, 3]);
    engine.end();
    expect(acts.every(({ isKilled }) => isKilled)).toBe(true);
  });
});

test('one that is ended for good is not started again', async () => {
  const { engine, bugs } = started();
  engine.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(forked).toHaveLength(1);
  expect(bugs).toEqual([]);
});

test('of a password that was passed on, this process keeps nothing, whether somebody heard it or not', () => {
  const { engine, process } = started();
  const { say } = engine.line(() => undefined);
  const bytes = () => new TextEncoder().encode('Wp7-of-nobody');
  const call = (password: Uint8Array) => ({ kind: 'call', id: 1, name: 'act.start', argument: { password } });
  const heard = bytes();
  say(call(heard));
  expect(process().heard.at(-1)).toMatchObject({ message: call(bytes()) });
  engine.end();
  const unheard = bytes();
  say(call(unheard));
  for (const one of [heard, unheard]) expect([...one].every((byte) => byte === 0)).toBe(true);
  for (const odd of [null, 5, 'x', { argument: null }, { argument: { password: 'x' } }]) say(odd);
});
