import type { Problem } from '../model/problem.ts';
import { type Said, said } from '../text/said.ts';
import { BackendMessage, isTooLarge, noCallId, type WindowChannel } from './channel.ts';
import { type Caller, CallFailed, type CallName, contract } from './contract.ts';

/** A call that has no reply yet. */
type Pending = {
  readonly name: CallName;
  readonly onEvent: ((event: unknown) => void) | null;
  readonly succeed: (value: unknown) => void;
  readonly fail: (reason: unknown) => void;
};

/**
 * The window's end of the contract: one function for each entry of the table, over any channel. Results and events are parsed with the
 * table's schemas. A call rejects with a `CallFailed` (`unavailable` when the backend is gone), or with the signal's own reason when
 * the signal aborts; the backend is told then. One channel has one caller for as long as it lives.
 */
export function createCaller(channel: WindowChannel): Caller {
  const pending = new Map<number, Pending>();
  let lastId = noCallId;

  channel.onMessage((message) => receive(message, pending, (id) => channel.send({ kind: 'cancel', id })));
  channel.onClose(() => {
    for (const call of [...pending.values()]) call.fail(failed('unavailable', said('backend.gone')));
  });

  const begin = (name: CallName, argument: unknown, onEvent: Pending['onEvent'], signal?: AbortSignal) =>
    new Promise<unknown>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      lastId += 1;
      const id = lastId;
      const end = () => {
        pending.delete(id);
        signal?.removeEventListener('abort', abort);
      };
      const abort = () => {
        pending.get(id)?.fail(signal?.reason);
        sendQuietly(() => channel.send({ kind: 'cancel', id }));
      };
      const message = { kind: 'call', id, name, argument } as const;
      if (isTooLarge(message)) return reject(failed('too-large', said('backend.too-large')));

      pending.set(id, {
        name,
        onEvent,
        succeed(value) {
          end();
          resolve(value);
        },
        fail(reason) {
          end();
          reject(reason);
        },
      });
      signal?.addEventListener('abort', abort, { once: true });
      try {
        channel.send(message);
      } catch {
        pending.get(id)?.fail(failed('unavailable', said('backend.gone')));
      }
    });

  const names = Object.keys(contract) as CallName[];
  const functions = names.map((name) => {
    const single = (argument: unknown, signal?: AbortSignal) => begin(name, argument, null, signal);
    const streaming = (argument: unknown, onEvent: (event: unknown) => void, signal?: AbortSignal) =>
      begin(name, argument, onEvent, signal);
    return [name, contract[name].kind === 'stream' ? streaming : single];
  });
  return Object.fromEntries(functions) as Caller;
}

function receive(
  message: unknown,
  pending: ReadonlyMap<number, Pending>,
  cancel: (id: number) => void,
): void {
  const parsed = BackendMessage.safeParse(message);
  if (!parsed.success) return; // a message without a call has nobody who waits for it
  const call = pending.get(parsed.data.id);
  if (!call) return; // the call was aborted a moment ago

  if (parsed.data.kind === 'reply') {
    settle(call, parsed.data);
    return;
  }
  const entry = contract[call.name];
  const event = entry.kind === 'stream' ? entry.event.safeParse(parsed.data.event) : null;
  if (event?.success && call.onEvent) {
    call.onEvent(event.data);
    return;
  }
  call.fail(misunderstood(call.name));
  sendQuietly(() => cancel(parsed.data.id));
}

function settle(
  call: Pending,
  reply: { readonly value?: unknown; readonly problem?: Problem | undefined },
): void {
  if (reply.problem) {
    call.fail(new CallFailed(reply.problem));
    return;
  }
  const value = contract[call.name].result.safeParse(reply.value);
  if (value.success) call.succeed(value.data);
  else call.fail(misunderstood(call.name));
}

/** For what the backend need not hear when it is gone already. */
function sendQuietly(send: () => void): void {
  try {
    send();
  } catch {
    // The connection is gone, and the call with it.
  }
}

function misunderstood(name: CallName): CallFailed {
  return failed('internal', said('backend.misunderstood', { call: name }));
}

function failed(code: Problem['code'], message: Said): CallFailed {
  return new CallFailed({ code, field: 'window', message });
}
