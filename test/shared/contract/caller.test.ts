import { expect, test } from 'vitest';
import { createCaller } from '../../../shared/contract/caller.ts';
import { maxMessageBytes } from '../../../shared/contract/channel.ts';
import { CallFailed, contract, type Handlers } from '../../../shared/contract/contract.ts';
import type { CheckEvent } from '../../../shared/model/check.ts';
import { fail, ok } from '../../../shared/model/problem.ts';
import { said } from '../../../shared/text/said.ts';
import { aReport, aServer } from '../../support/builders.ts';
import { contractLink, fakeHandlers } from '../../support/contract-link.ts';

const usable: CheckEvent = { type: 'usable', server: aServer(), atMs: 120 };
const forever = new Promise<never>(() => {});

/** A watch that says one thing and ends when it is aborted; `aborted` tells. */
function watching(): { handlers: Handlers; aborted: Promise<void> } {
  let tell = () => {};
  const aborted = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const handlers = fakeHandlers({
    'check.watch': async (_argument, emit, signal) => {
      emit(usable);
      if (signal.aborted) tell();
      signal.addEventListener('abort', tell, { once: true });
      return forever;
    },
  });
  return { handlers, aborted };
}

test('has a function for every entry of the table', async () => {
  const caller = createCaller(contractLink(fakeHandlers()).channel);
  expect(Object.keys(caller)).toEqual(Object.keys(contract));
  await expect(caller['practice.list']({})).rejects.toMatchObject({ problem: { code: 'unavailable' } });
});

test('a call brings the value, a stream its events in order and then the value', async () => {
  const report = aReport();
  const link = contractLink(
    fakeHandlers({
      'check.start': async ({ subject }) => ok({ checkId: subject === 'you@example.org' ? 'c1' : 'no' }),
      'check.watch': async (_argument, emit) => {
        emit(usable);
        emit({ ...usable, atMs: 130 });
        return ok(report);
      },
    }),
  );
  const caller = createCaller(link.channel);
  const events: CheckEvent[] = [];

  expect(await caller['check.start']({ subject: 'you@example.org' })).toEqual({ checkId: 'c1' });
  expect(await caller['check.watch']({ checkId: 'c1' }, (event) => events.push(event))).toEqual(report);
  expect(events).toEqual([usable, { ...usable, atMs: 130 }]);
});

test('calls under way at the same time do not get each other’s answers', async () => {
  const answers = new Map<string, () => void>();
  const link = contractLink(
    fakeHandlers({
      'check.start': ({ subject }) =>
        new Promise((resolve) => answers.set(subject, () => resolve(ok({ checkId: subject })))),
    }),
  );
  const caller = createCaller(link.channel);
  const calls = ['a', 'b', 'c'].map((subject) => caller['check.start']({ subject }));
  for (const subject of ['c', 'a', 'b']) answers.get(subject)?.();
  expect(await Promise.all(calls)).toEqual([{ checkId: 'a' }, { checkId: 'b' }, { checkId: 'c' }]);
});

test('a Problem arrives as it was said', async () => {
  const link = contractLink(
    fakeHandlers({ 'check.start': async () => fail('subject', said('input.empty')) }),
  );
  const failure = await createCaller(link.channel)
    ['check.start']({ subject: '' })
    .catch((error) => error);
  expect(failure).toBeInstanceOf(CallFailed);
  expect(failure.problem).toEqual({ code: 'bad-input', field: 'subject', message: { key: 'input.empty' } });
});

test('aborting rejects at once with the signal’s reason, and the backend stops', async () => {
  const { handlers, aborted } = watching();
  const link = contractLink(handlers);
  const controller = new AbortController();
  const watch = createCaller(link.channel)['check.watch'](
    { checkId: 'c1' },
    () => controller.abort(new Error('the person left')),
    controller.signal,
  );
  await expect(watch).rejects.toThrow('the person left');
  await aborted;
  expect(link.sent.at(-1)).toEqual({ kind: 'cancel', id: 1 });
});

test('aborting after the answer came tells the backend nothing', async () => {
  const link = contractLink(fakeHandlers({ 'check.start': async () => ok({ checkId: 'c1' }) }));
  const controller = new AbortController();
  await createCaller(link.channel)['check.start']({ subject: 'x' }, controller.signal);
  controller.abort();
  expect(link.sent.map(({ kind }) => kind)).toEqual(['call', 'reply']);
});

test('a signal that is aborted already sends nothing', async () => {
  const link = contractLink(fakeHandlers());
  const caller = createCaller(link.channel);
  await expect(caller['app.describe']({}, AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
  expect(link.sent).toEqual([]);
});

test('when the backend goes away, every pending call and every later one ends with unavailable', async () => {
  const { handlers } = watching();
  const link = contractLink(handlers);
  const caller = createCaller(link.channel);
  const pending = caller['check.watch']({ checkId: 'c1' }, () => {});
  link.cut();
  await expect(pending).rejects.toMatchObject({ problem: { code: 'unavailable' } });
  await expect(caller['app.describe']({})).rejects.toMatchObject({ problem: { code: 'unavailable' } });
});

test('an answer that is not as the contract has it fails the call instead of reaching a screen', async () => {
  const link = contractLink(fakeHandlers({ 'check.start': () => forever }));
  const call = createCaller(link.channel)['check.start']({ subject: 'x' });
  link.answer({ kind: 'reply', id: 1, value: { checkId: '<b>' } });
  await expect(call).rejects.toMatchObject({ problem: { code: 'internal' } });
});

test('an event that is not as the contract has it ends the stream, and the backend is told', async () => {
  const { handlers, aborted } = watching();
  const link = contractLink(handlers);
  const call = createCaller(link.channel)['check.watch']({ checkId: 'c1' }, () => {});
  link.answer({ kind: 'event', id: 1, event: { type: 'usable' } });
  await expect(call).rejects.toMatchObject({ problem: { code: 'internal' } });
  await aborted;
});

test('messages that belong to no call, or are none, change nothing', async () => {
  const link = contractLink(fakeHandlers({ 'check.start': async () => ok({ checkId: 'c1' }) }));
  const caller = createCaller(link.channel);
  for (const message of [null, 7, 'reply', {}, { kind: 'reply', id: 99 }, { kind: 'reply', id: '1' }]) {
    link.answer(message);
  }
  expect(await caller['check.start']({ subject: 'x' })).toEqual({ checkId: 'c1' });
});

test.each([
  ['in ASCII', 'x'.repeat(maxMessageBytes - 10)],
  ['in characters of three bytes', '€'.repeat(maxMessageBytes / 3)],
])('a message over one megabyte %s is refused before it is sent', async (_name, text) => {
  const link = contractLink(fakeHandlers());
  const call = createCaller(link.channel)['file.save']({ fileName: 'a', mediaType: 'text/plain', text });
  await expect(call).rejects.toMatchObject({ problem: { code: 'too-large' } });
  expect(link.sent).toEqual([]);
});
