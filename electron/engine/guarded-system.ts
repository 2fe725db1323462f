import type { Duplex } from 'node:stream';
import type { HereFact } from '../../shared/model/here.ts';
import type { BugTrap } from './bug-trap.ts';
import { limits } from './limits.ts';
import type { DialResult, DnsAnswer, SecureResult, System, WebReply } from './system.ts';
import { within } from './within.ts';

const givenUp = {
  dial: { ok: false, errno: 'ECANCELED' },
  secure: { ok: false, kind: 'aborted', code: 'ECANCELED', message: '' },
  resolve: { outcome: 'cancelled', code: 'ECANCELLED', elapsedMs: 0 },
  fetch: { ok: false, kind: 'aborted', code: 'ECANCELED' },
  lookHere: [],
} as const satisfies {
  dial: DialResult;
  secure: SecureResult;
  resolve: DnsAnswer;
  fetch: WebReply;
  lookHere: readonly HereFact[];
};

/**
 * The same system, holding to what `System` promises whatever happens in it: a call that throws is a bug for the trap and counts as given
 * up; one that outlives its signal, or DNS that outlives its time, is a bug too and is not waited for. After a bug every connection is
 * closed, whoever has it.
 */
export function guardedSystem(system: System, trap: BugTrap): System {
  const open = new Set<Duplex>();
  trap.signal.addEventListener('abort', () => {
    for (const connection of open) connection.destroy();
  });

  function keep(dialled: DialResult): DialResult {
    if (!dialled.ok) return dialled;
    const { connection } = dialled;
    open.add(connection);
    connection.once('close', () => open.delete(connection));
    if (trap.signal.aborted) connection.destroy();
    return dialled;
  }

  /** What throws gives the value it gave last. */
  function lasting<T>(read: () => T, first: T): () => T {
    let last = first;
    return () => {
      try {
        last = read();
      } catch (error) {
        trap.take(error);
      }
      return last;
    };
  }

  /** `drop` gets what comes after all. */
  function call<T>(
    name: keyof System | 'sleep',
    ask: () => Promise<T>,
    signal: AbortSignal,
    instead: T,
    drop: (late: T) => void = () => {},
  ): Promise<T> {
    return new Promise((resolve) => {
      let hasAnswered = false;
      let isOver = false;
      const end = (value: T): void => {
        isOver = true;
        signal.removeEventListener('abort', giveUp);
        resolve(value);
      };
      const giveUp = (): void => {
        if (hasAnswered) return;
        end(instead);
        afterClosing(() => {
          if (!hasAnswered) trap.take(new Error(`${name} outlives its signal`));
        });
      };
      const answered = (value: T): void => {
        hasAnswered = true;
        if (isOver) drop(value);
        else end(value);
      };
      const failed = (error: unknown): void => {
        hasAnswered = true;
        trap.take(error);
        end(instead);
      };
      try {
        ask().then(answered, failed);
      } catch (error) {
        failed(error);
        return;
      }
      signal.addEventListener('abort', giveUp, { once: true });
      if (signal.aborted) giveUp();
    });
  }

  const { clock } = system;
  const guardedClock = {
    now: lasting(() => clock.now(), 0),
    wallClock: lasting(() => clock.wallClock(), 0),
    ...(clock.workedMs && { workedMs: lasting(() => clock.workedMs?.() ?? 0, 0) }),
    sleep: (ms: number, signal: AbortSignal) =>
      call('sleep', () => clock.sleep(ms, signal), signal, undefined),
  };
  const isPractice = system.isPractice;
  return {
    clock: guardedClock,
    isPractice,
    ...(system.practiceScenario !== undefined && { practiceScenario: system.practiceScenario }),
    ...(system.language === undefined ? {} : { language: system.language }),
    ...(system.turns && { turns: system.turns }),
    random: lasting(() => system.random(), 0),
    ...(system.gateway && { gateway: lasting(() => system.gateway?.() ?? null, null) }),
    async ownAddress(family) {
      const asked = call('ownAddress', () => system.ownAddress(family), trap.signal, null);
      const answer = await within(asked.then(known), limits.overdueMs, guardedClock, trap.signal);
      if (answer === null && !trap.signal.aborted) trap.take(new Error('ownAddress outlives its time'));
      return answer?.value ?? null;
    },
    async lookHere(doubts, signal) {
      const asked = call('lookHere', () => system.lookHere(doubts, signal), signal, givenUp.lookHere);
      const answer = await within(asked, limits.here.overdueMs, guardedClock, signal);
      if (answer === null && !signal.aborted) trap.take(new Error('lookHere outlives its time'));
      return answer ?? givenUp.lookHere;
    },
    dial: (to, signal) =>
      call(
        'dial',
        () => system.dial(to, signal).then(keep),
        signal,
        givenUp.dial,
        (late) => {
          if (late.ok) late.connection.destroy();
        },
      ),
    secure: (connection, options, signal) =>
      call(
        'secure',
        () => system.secure(connection, options, signal),
        signal,
        givenUp.secure,
        (late) => {
          if (late.ok) late.connection.destroy();
        },
      ),
    async resolve(question, signal) {
      const asked = call('resolve', () => system.resolve(question, signal), signal, givenUp.resolve);
      const answer = await within(asked, limits.dnsMs + limits.overdueMs, guardedClock, signal);
      if (answer === null && !signal.aborted) trap.take(new Error('resolve outlives its time'));
      return answer ?? givenUp.resolve;
    },
    fetch: (request, signal) => call('fetch', () => system.fetch(request, signal), signal, givenUp.fetch),
  };
}

function known<T>(value: T): { readonly value: T } {
  return { value };
}

/** Whatever has to be closed on the way to an answer is closed after two rounds of the event loop. */
function afterClosing(look: () => void): void {
  setImmediate(() => setImmediate(look));
}
