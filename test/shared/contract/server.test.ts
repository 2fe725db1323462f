import { expect, test } from 'vitest';
import { type BackendMessage, maxCallsAtOnce } from '../../../shared/contract/channel.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { serveContract } from '../../../shared/contract/server.ts';
import { ok } from '../../../shared/model/problem.ts';
import { anObservation, aServer } from '../../support/builders.ts';
import { fakeHandlers } from '../../support/contract-link.ts';
import { fc } from '../../support/invented-inputs.ts';

function served(given: Partial<Handlers> = {}) {
  const sent: BackendMessage[] = [];
  const bugs: unknown[] = [];
  const server = serveContract(
    fakeHandlers(given),
    (message) => sent.push(message),
    (bug) => bugs.push(bug),
  );
  return { server, sent, bugs };
}

const forever = new Promise<never>(() => {});
const call = (id: number, name: string, argument: unknown = {}) => ({ kind: 'call', id, name, argument });
const problemOf = (message: BackendMessage | undefined) =>
  message?.kind === 'reply' ? message.problem : undefined;

test.each([
  ['a call that does not exist', call(5, 'file.read'), 5, 'not-found'],
  ['a name that every object has', call(5, 'constructor'), 5, 'not-found'],
  ['an argument of the wrong shape', call(5, 'check.start', { subject: 7 }), 5, 'bad-input'],
  ['an argument with a path of its own', call(5, 'check.watch', { checkId: '../../etc' }), 5, 'bad-input'],
  ['a subject that is too long', call(5, 'check.start', { subject: 'x'.repeat(401) }), 5, 'bad-input'],
  ['a message of an unknown kind', { kind: 'run', id: 5 }, 5, 'bad-input'],
  ['a message without an id', { kind: 'call', name: 'app.describe' }, 0, 'bad-input'],
  ['nothing', undefined, 0, 'bad-input'],
])('%s is answered with a Problem', async (_name, message, id, code) => {
  const { server, sent, bugs } = served();
  server.receive(message);
  await expect.poll(() => sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ kind: 'reply', id });
  expect(problemOf(sent[0])).toMatchObject({ code });
  expect(bugs).toEqual([]);
});

test('a handler is given what the contract has, and nothing that a window adds', async () => {
  const heard: unknown[] = [];
  const { server } = served({
    'check.cancel': async (argument) => {
      heard.push(argument);
      return ok({});
    },
  } as Partial<Handlers>);
  server.receive(call(1, 'check.cancel', { checkId: 'c1', path: '/etc/passwd' }));
  await expect.poll(() => heard).toEqual([{ checkId: 'c1' }]);
});

test('whatever arrives is answered with a Problem and breaks nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      const { server, sent } = served();
      server.receive(message);
      expect(problemOf(sent[0])).toBeDefined();
    }),
  );
});

test('one call too many is refused; when one has ended there is room again', async () => {
  let finish = () => {};
  const { server, sent } = served({
    'app.describe': () => forever,
    'practice.list': () =>
      new Promise((resolve) => {
        finish = () => resolve(ok({ scenarios: [] }));
      }),
  });
  server.receive(call(1, 'practice.list'));
  for (let id = 2; id <= maxCallsAtOnce; id += 1) server.receive(call(id, 'app.describe'));
  expect(sent).toEqual([]);
  server.receive(call(100, 'app.describe'));
  expect(problemOf(sent[0])).toMatchObject({ code: 'refused' });

  finish();
  await expect.poll(() => sent).toHaveLength(2);
  server.receive(call(101, 'app.describe'));
  expect(sent).toHaveLength(2);
});

test('two calls with one id both end, with one reply', async () => {
  const signals: AbortSignal[] = [];
  const { server, sent } = served({
    'app.describe': (_argument, signal) => {
      signals.push(signal);
      return forever;
    },
  });
  server.receive(call(1, 'app.describe'));
  server.receive(call(1, 'practice.list'));
  expect(sent).toHaveLength(1);
  expect(problemOf(sent[0])).toMatchObject({ code: 'refused', field: 'id' });
  expect(signals.map((signal) => signal.aborted)).toEqual([true]);
});

test('a message that cannot be read does not end the call whose id it bears', () => {
  const { server, sent } = served({ 'app.describe': () => forever });
  server.receive(call(1, 'app.describe'));
  server.receive({ kind: 'kill', id: 1 });
  expect(sent).toEqual([expect.objectContaining({ kind: 'reply', id: 0 })]);
});

test.each([
  [
    'throws at once',
    () => {
      throw new Error('secret path /home/you');
    },
  ],
  [
    'rejects',
    async () => {
      throw new Error('secret path /home/you');
    },
  ],
  ['gives a result that is not as the contract has it', async () => ok({ scenarios: 'many' })],
] as const)('a handler that %s is a bug: reported, and told without a word of it', async (_name, handler) => {
  const { server, sent, bugs } = served({ 'practice.list': handler as unknown as Handlers['practice.list'] });
  server.receive(call(1, 'practice.list'));
  await expect.poll(() => sent).toHaveLength(1);
  expect(problemOf(sent[0])).toMatchObject({ code: 'internal' });
  expect(JSON.stringify(sent)).not.toContain('secret');
  expect(bugs).toHaveLength(1);
});

test('an event that is not as the contract has it is a bug, not a message', async () => {
  const { server, sent, bugs } = served({
    'check.watch': async (_argument, emit) => {
      emit({ type: 'usable', server: { ...aServer(), port: 0 }, atMs: 1 });
      return forever;
    },
  });
  server.receive(call(1, 'check.watch', { checkId: 'c1' }));
  await expect.poll(() => sent).toHaveLength(1);
  expect(problemOf(sent[0])).toMatchObject({ code: 'internal' });
  expect(bugs).toHaveLength(1);
});

test('cancel aborts that call alone, and its late events stay unsent', async () => {
  const signals = new Map<string, AbortSignal>();
  let late = () => {};
  const { server, sent } = served({
    'check.watch': ({ checkId }, emit, signal) => {
      signals.set(checkId, signal);
      late = () => emit({ type: 'usable', server: aServer(), atMs: 1 });
      return forever;
    },
  });
  server.receive(call(1, 'check.watch', { checkId: 'a' }));
  server.receive(call(2, 'check.watch', { checkId: 'b' }));
  server.receive({ kind: 'cancel', id: 2 });
  server.receive({ kind: 'cancel', id: 77 });
  late();
  expect([signals.get('a')?.aborted, signals.get('b')?.aborted]).toEqual([false, true]);
  expect(sent).toEqual([]);
});

test('close aborts what runs, and nothing is sent or taken afterwards', async () => {
  const signals: AbortSignal[] = [];
  let finish = () => {};
  const { server, sent } = served({
    'practice.list': (_argument, signal) => {
      signals.push(signal);
      return new Promise((resolve) => {
        finish = () => resolve(ok({ scenarios: [] }));
      });
    },
  });
  server.receive(call(1, 'practice.list'));
  server.close();
  finish();
  server.receive(call(2, 'practice.list'));
  await Promise.resolve();
  expect(signals.map((signal) => signal.aborted)).toEqual([true]);
  expect(sent).toEqual([]);
});

test('a result over one megabyte is told as too large instead of being sent', async () => {
  const scenario = { id: 'x', name: 'x', story: 'x'.repeat(300_000), address: 'x', group: 'network' };
  const { server, sent } = served({
    'practice.list': async () => ok({ scenarios: Array(4).fill(scenario) }),
  });
  server.receive(call(1, 'practice.list'));
  await expect.poll(() => sent).toHaveLength(1);
  expect(problemOf(sent[0])).toMatchObject({ code: 'too-large' });
});

test('an event over one megabyte ends its stream as too large', async () => {
  const names = Array<string>(50).fill('x'.repeat(4000));
  const probe = anObservation({
    capabilities: [...names, ...names, ...names, ...names],
    greeting: '€'.repeat(4000),
  });
  const { server, sent } = served({
    'check.watch': async (_argument, emit) => {
      emit({ type: 'observed', probeId: 'p1', observation: probe });
      emit({
        type: 'observed',
        probeId: 'p1',
        observation: { ...probe, capabilitiesBeforeTls: names.map(() => '€'.repeat(4096)) },
      });
      emit({ type: 'observed', probeId: 'p1', observation: probe });
      return forever;
    },
  });
  server.receive(call(1, 'check.watch', { checkId: 'c1' }));
  await expect.poll(() => sent).toHaveLength(2);
  expect(sent.map(({ kind }) => kind)).toEqual(['event', 'reply']);
  expect(problemOf(sent[1])).toMatchObject({ code: 'too-large' });
});
