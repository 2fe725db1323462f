import { Duplex } from 'node:stream';
import type { Clock, SecureResult } from '../../electron/engine/system.ts';
import type { TlsFacts } from '../../shared/model/observation.ts';
import { tlsFacts } from './builders.ts';

type TlsFailure = Extract<SecureResult, { ok: false }>;

export type Step =
  | { readonly do: 'say'; readonly bytes: Buffer }
  | { readonly do: 'hear'; readonly start: string }
  | { readonly do: 'tls'; readonly facts: Partial<TlsFacts> }
  | { readonly do: 'tls-fails'; readonly failure: TlsFailure }
  | { readonly do: 'tls-hangs' }
  | { readonly do: 'wait'; readonly ms: number | (() => number) }
  | { readonly do: 'close' }
  | { readonly do: 'reset'; readonly when?: () => boolean };

/** Sends lines, in one piece, each with its CRLF. */
export const say = (...lines: string[]): Step => sayBytes(lines.map((line) => `${line}\r\n`).join(''));
/** Sends exactly these bytes. */
export const sayBytes = (bytes: string | Uint8Array): Step => ({ do: 'say', bytes: Buffer.from(bytes) });
/** Awaits a line that begins like this. */
export const hear = (start: string): Step => ({ do: 'hear', start });
export const tls = (facts: Partial<TlsFacts> = {}): Step => ({ do: 'tls', facts });
export const tlsFails = (kind: TlsFailure['kind'], more: Partial<TlsFailure> = {}): Step => ({
  do: 'tls-fails',
  failure: { ok: false, kind, code: 'E', message: 'no', ...more },
});
/** The ClientHello is never answered. */
export const tlsHangs = (): Step => ({ do: 'tls-hangs' });
/** Lets time pass; a function is asked when the time has come. */
export const wait = (ms: number | (() => number)): Step => ({ do: 'wait', ms });
export const close = (): Step => ({ do: 'close' });
export const reset = (): Step => ({ do: 'reset' });
/** The same, where that is so when the time has come; in the middle of a handshake, too. */
export const resetWhen = (isSo: () => boolean): Step => ({ do: 'reset', when: isSo });

/** A server in memory that plays a script, byte for byte, on the one connection it takes. */
export type ScriptedServer = {
  /** Every line that was heard, also those the script did not expect. */
  readonly heard: readonly string[];
  /** Played to the end, heard nothing unexpected, and the client has closed. */
  readonly finished: boolean;
  readonly isClosed: boolean;
  /** Sends every byte on its own. */
  inSingleBytes(): ScriptedServer;
  accept(clock: Clock): Duplex;
};

export function scriptedServer(...steps: readonly Step[]): ScriptedServer {
  const heard: string[] = [];
  const unheard: string[] = [];
  const gone = new AbortController();
  let isSplit = false;
  let isPlayed = false;
  let surprises = 0;
  let current: ScriptedConnection | undefined;
  let news = signalOnce();

  function open(): ScriptedConnection {
    return new ScriptedConnection({
      onLine(line) {
        heard.push(line);
        unheard.push(line);
        news.give();
      },
      onTlsWanted: () => news.give(),
      onClosed() {
        gone.abort('closed'); // a reason that is given saves the making of an error
        news.give();
      },
    });
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo() && !gone.signal.aborted) {
      news = signalOnce();
      await news.given;
    }
  }

  async function take(step: Step, connection: ScriptedConnection, clock: Clock): Promise<void> {
    switch (step.do) {
      case 'say':
        if (connection.isHandshaking) return connection.tellPlain(step.bytes);
        for (const piece of isSplit ? singleBytes(step.bytes) : [step.bytes]) connection.push(piece);
        return;
      case 'hear': {
        await until(() => unheard.length > 0);
        const line = unheard.shift();
        if (line !== undefined && !line.startsWith(step.start)) surprises += 1;
        return;
      }
      case 'wait':
        return clock.sleep(typeof step.ms === 'number' ? step.ms : step.ms(), gone.signal);
      case 'close':
        connection.push(null);
        return;
      case 'reset':
        if (step.when?.() === false) return;
        connection.onSecured?.({ ok: false, kind: 'reset', code: 'ECONNRESET', message: 'reset' });
        connection.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
        return;
      case 'tls-hangs':
        return until(() => false);
      case 'tls-fails':
        await until(() => connection.onSecured !== undefined);
        connection.onSecured?.(step.failure);
        return;
      case 'tls':
        await until(() => connection.onSecured !== undefined);
        current = open();
        connection.onSecured?.({ ok: true, connection: current, facts: tlsFacts(step.facts) });
        return;
    }
  }

  async function play(clock: Clock): Promise<void> {
    for (const [index, step] of steps.entries()) {
      if (!current || gone.signal.aborted) return;
      await take(step, current, clock);
      isPlayed = index === steps.length - 1;
    }
  }

  const server: ScriptedServer = {
    heard,
    get finished() {
      return isPlayed && gone.signal.aborted && surprises === 0 && unheard.length === 0;
    },
    get isClosed() {
      return gone.signal.aborted;
    },
    inSingleBytes() {
      isSplit = true;
      return server;
    },
    accept(clock) {
      if (current) throw new Error('this script plays once');
      current = open();
      // Ends with the script or with the connection.
      void play(clock);
      return current;
    },
  };
  return server;
}

function singleBytes(bytes: Buffer): Buffer[] {
  return [...bytes].map((byte) => Buffer.of(byte));
}

function signalOnce(): { readonly given: Promise<void>; give(): void } {
  let give: () => void = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

type Hooks = {
  readonly onLine: (line: string) => void;
  readonly onTlsWanted: () => void;
  readonly onClosed: () => void;
};

/** The client's end of a scripted connection. */
export class ScriptedConnection extends Duplex {
  readonly localAddress = '192.0.2.77';
  onSecured: ((result: SecureResult) => void) | undefined;
  readonly #hooks: Hooks;
  #partial = '';

  constructor(hooks: Hooks) {
    super({ allowHalfOpen: true });
    this.#hooks = hooks;
    this.on('error', () => {});
  }

  /** What a System's `secure` is: answered when the script comes to its TLS step. */
  secure(signal: AbortSignal): Promise<SecureResult> {
    return new Promise((resolve) => {
      const onAbort = () => resolve({ ok: false, kind: 'aborted', code: 'ECANCELED', message: '' });
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      this.onSecured = resolve;
      this.#hooks.onTlsWanted();
    });
  }

  /** TLS is wanted here, and has not begun. */
  get isHandshaking(): boolean {
    return this.onSecured !== undefined;
  }

  /** What a server that speaks in clear says to a client that began with TLS. */
  tellPlain(bytes: Buffer): void {
    this.onSecured?.({
      ok: false,
      kind: 'not-tls',
      code: 'ERR_SSL_WRONG_VERSION_NUMBER',
      message: 'wrong version number',
      received: bytes.toString('latin1'),
    });
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    const lines = (this.#partial + chunk.toString('latin1')).split('\r\n');
    this.#partial = lines.pop() ?? '';
    for (const line of lines) this.#hooks.onLine(line);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#hooks.onClosed();
    done(error);
  }
}
