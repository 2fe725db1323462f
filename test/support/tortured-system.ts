import type { System } from '../../electron/engine/system.ts';

/** What becomes of one call. */
export type Torture = 'fails' | 'throws' | 'rejects' | 'never answers';

export type TorturedSystem = System & {
  /** Calls so far. */
  readonly calls: () => number;
  /** The name of the call that was spoilt, once it was. */
  readonly spoilt: () => string | null;
};

const failures = {
  dial: { ok: false, errno: 'EIO' },
  secure: { ok: false, kind: 'failed', code: 'EIO', message: 'the test said so' },
  resolve: { outcome: 'no-answer', code: 'ESERVFAIL', elapsedMs: 1 },
  fetch: { ok: false, kind: 'failed', code: 'EIO' },
  ownAddress: null,
  lookHere: [],
  sleep: undefined,
} as const;

/**
 * A system of which one call is spoilt, counted from 1 over all its functions or those that `counts` names; readings of the clock can
 * only throw.
 */
export function torturedSystem(
  system: System,
  number: number,
  torture: Torture,
  counts: (name: string) => boolean = () => true,
): TorturedSystem {
  let calls = 0;
  let spoilt: string | null = null;
  const isThis = (name: string): boolean => {
    if (!counts(name)) return false;
    calls += 1;
    if (calls === number) spoilt = name;
    return calls === number;
  };

  function asked<K extends keyof typeof failures, T>(name: K, ask: () => Promise<T>): Promise<T> {
    if (!isThis(name)) return ask();
    switch (torture) {
      case 'fails':
        return Promise.resolve(failures[name] as T);
      case 'throws':
        throw new Error(`torture: ${name} throws`);
      case 'rejects':
        return Promise.reject(new Error(`torture: ${name} rejects`));
      case 'never answers':
        return new Promise(() => {});
    }
  }
  function read(name: string, value: () => number): number {
    if (isThis(name) && torture === 'throws') throw new Error(`torture: ${name} throws`);
    return value();
  }

  const { clock } = system;
  return {
    calls: () => calls,
    spoilt: () => spoilt,
    isPractice: system.isPractice,
    random: () => read('random', () => system.random()),
    clock: {
      now: () => read('now', () => clock.now()),
      wallClock: () => read('wallClock', () => clock.wallClock()),
      sleep: (ms, signal) => asked('sleep', () => clock.sleep(ms, signal)),
    },
    dial: (to, signal) => asked('dial', () => system.dial(to, signal)),
    secure: (connection, options, signal) =>
      asked('secure', () => system.secure(connection, options, signal)),
    resolve: (question, signal) => asked('resolve', () => system.resolve(question, signal)),
    ownAddress: (family) => asked('ownAddress', () => system.ownAddress(family)),
    lookHere: (doubts, signal) => asked('lookHere', () => system.lookHere(doubts, signal)),
    fetch: (request, signal) => asked('fetch', () => system.fetch(request, signal)),
  };
}
