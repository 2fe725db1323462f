import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../../../shared/model/error-code.ts';
import type { Observation, Outcome, Stage, Timings } from '../../../shared/model/observation.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import { foreignSpeaker, mayBecomeHttp, type ReplyGrammar } from '../../../shared/parse/reply-grammar.ts';
import { brokenOutcome, errnoOf } from '../connect/errno.ts';
import { limits } from '../limits.ts';
import type { SecureResult, System } from '../system.ts';
import { Ended, type ObservedError, ourError } from './ended.ts';
import { lineReader } from './line-reader.ts';

/** What a dialogue may put into its observation. */
export type Seen = Partial<
  Pick<
    Observation,
    | 'greeting'
    | 'serverName'
    | 'capabilities'
    | 'capabilitiesBeforeTls'
    | 'auth'
    | 'tls'
    | 'web'
    | 'injectedBytes'
  >
>;

type Options = {
  readonly system: System;
  readonly host: string;
  readonly greetingMs: () => number;
  readonly onStage: (stage: Stage) => void;
};

/** Any connection's own end, as far as it knows it. */
type LocalEnd = { readonly localAddress?: string };

/**
 * One connection as a dialogue sees it: say a line, await the reply the grammar expects, begin TLS. It owns the stages and their
 * timings, every limit of time and size, and the closing. Whatever ends it early is thrown as `Ended`.
 */
export class Conversation {
  readonly seen: Seen = {};
  readonly timings: Timings = {};
  stage: Stage = 'connect';
  /** Our own IP address, when the connection knows it. */
  readonly localAddress: string | undefined;

  readonly #options: Options;
  readonly #signal: AbortSignal;
  readonly #plain: Duplex;
  #connection: Duplex;
  #reader = lineReader();
  #stageMs: number;
  #hasEnded = false;
  #broken: string | null = null;
  #news = new AbortController();

  constructor(connection: Duplex, options: Options, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
    this.#plain = connection;
    this.#connection = connection;
    this.#stageMs = options.system.clock.now();
    this.localAddress = (connection as LocalEnd).localAddress;
    signal.addEventListener('abort', this.#wake, { once: true });
    this.#listen();
  }

  /** Adds to what the observation will say. */
  saw(facts: Seen): void {
    Object.assign(this.seen, facts);
  }

  /** Ends the dialogue here, in the current stage. */
  end(outcome: Exclude<Outcome, 'ok'>, error: ObservedError): never {
    throw new Ended(outcome, error);
  }

  /** The dialogue has entered a stage; the time until the next one counts for it. */
  enter(stage: Stage): void {
    const now = this.#options.system.clock.now();
    const { stage: before } = this;
    if (before !== 'connect' && before !== 'done') {
      this.timings[before] = (this.timings[before] ?? 0) + now - this.#stageMs;
    }
    this.#stageMs = now;
    if (stage === before) return;
    this.stage = stage;
    this.#options.onStage(stage);
  }

  /** Awaits what the server says first. The limit is `greetingMs`, apart from every other: real servers wait 20 s. */
  async greeting<R extends object>(grammar: ReplyGrammar<R>): Promise<R> {
    this.enter('greeting');
    const startedMs = this.#stageMs;
    return this.#reply(grammar, () => startedMs + this.#options.greetingMs(), 'no-greeting');
  }

  /** Says one line and awaits its reply, at most `limits.replyMs`. */
  async command<R extends object>(line: string, stage: Stage, grammar: ReplyGrammar<R>): Promise<R> {
    this.enter(stage);
    const untilMs = this.#stageMs + limits.replyMs;
    this.say(`${line}\r\n`);
    return this.#reply(grammar, () => untilMs, 'no-reply');
  }

  /** Sends text as it is. */
  say(text: string): void {
    if (this.#broken === null && this.#connection.writable) this.#connection.write(text, 'latin1');
  }

  /**
   * Awaits until `parse` makes something of all that has come (one character a byte); `hasEnded` tells it that nothing
   * more will. For protocols that are not made of lines.
   */
  async until<T>(parse: (text: string, hasEnded: boolean) => T | 'more', limitMs: number): Promise<T> {
    const untilMs = this.#stageMs + limitMs;
    for (;;) {
      const isOver = this.#hasEnded || this.#broken !== null;
      const parsed = parse(this.#reader.waiting(), isOver);
      if (parsed !== 'more') return parsed;
      this.#endIfNothingCanCome('no-reply', () => untilMs);
      await this.#wait(untilMs);
    }
  }

  /**
   * Begins TLS. What came before it in clear and was not read is counted and thrown away (RFC 3207 section 4.2), and a new
   * allowance of bytes begins.
   */
  async secure(): Promise<void> {
    this.enter('tls');
    const plain = this.#plain;
    this.#unlisten();
    plain.pause();
    for (let chunk = plain.read(); chunk !== null; chunk = plain.read()) this.#reader.push(chunk);
    const injectedBytes = this.#reader.drop();
    if (injectedBytes > 0) this.saw({ injectedBytes: (this.seen.injectedBytes ?? 0) + injectedBytes });
    if (this.#broken !== null || this.#hasEnded) this.#endIfNothingCanCome('no-reply', () => Infinity);

    const result = await this.#handshake(plain);
    if (!result.ok) this.#endByTls(result);
    this.saw({ tls: result.facts });
    this.#connection = result.connection;
    this.#reader = lineReader();
    this.#listen();
  }

  /** Says a last line and gives the server a moment to answer or to hang up. Nothing that happens changes anything. */
  async farewell(line: string): Promise<void> {
    const untilMs = this.#options.system.clock.now() + limits.quitMs;
    this.#reader.drop();
    this.say(`${line}\r\n`);
    while (
      !this.#hasEnded &&
      this.#broken === null &&
      !this.#signal.aborted &&
      this.#reader.nextLine() === null &&
      !this.#reader.isTooLong() &&
      this.#options.system.clock.now() < untilMs
    ) {
      await this.#wait(untilMs);
    }
  }

  /** Closes the connection, whatever state it is in. */
  close(): void {
    this.#signal.removeEventListener('abort', this.#wake);
    this.#unlisten();
    this.#connection.destroy();
    this.#plain.destroy();
  }

  async #handshake(plain: Duplex): Promise<SecureResult> {
    const { system, host } = this.#options;
    const stop = new AbortController();
    const onAbort = () => stop.abort();
    this.#signal.addEventListener('abort', onAbort, { once: true });
    if (this.#signal.aborted) stop.abort();
    const done = new AbortController();
    const handshake = system.secure(plain, { host }, stop.signal);
    // Ends with the handshake, which `done` announces.
    void system.clock.sleep(limits.handshakeMs, done.signal).then(onAbort);
    const result = await handshake;
    done.abort();
    this.#signal.removeEventListener('abort', onAbort);
    return result;
  }

  #endByTls(failed: Extract<SecureResult, { ok: false }>): never {
    if (this.#signal.aborted) this.end('cancelled', ourError('cancelled'));
    switch (failed.kind) {
      case 'aborted':
        return this.end('timeout', ourError('no-reply'));
      case 'not-tls': {
        const said = plainText((failed.received ?? '').split(/\r?\n/)[0] ?? '', 300);
        const greeting = /^(?:\d{3}[ -]|\* |\+OK ?|-ERR ?)(.*)$/.exec(said)?.[1];
        if (greeting !== undefined && this.seen.greeting === undefined) this.saw({ greeting });
        return this.end('protocol-error', ourError('not-tls', said));
      }
      case 'reset':
        return this.end('reset', { code: failed.code, message: 'the connection was cut while TLS began' });
      case 'closed':
        return this.end('closed', ourError('closed-early'));
      case 'alert':
        return this.end('tls-error', ourError('tls-alert', plainText(failed.message, 300)));
      case 'failed':
        return this.end('tls-error', ourError('tls-failed', plainText(failed.message, 300)));
    }
  }

  async #reply<R extends object>(
    grammar: ReplyGrammar<R>,
    untilMs: () => number,
    silence: ErrorCode,
  ): Promise<R> {
    const lines: string[] = [];
    let chars = 0;
    for (;;) {
      const line = this.#reader.nextLine();
      if (line !== null) {
        lines.push(line);
        chars += line.length;
        if (lines.length > limits.replyLines || chars > limits.replyBytes) this.#tooLong();
        const reply = grammar.read(lines);
        if (reply === 'wrong') this.#endByForeign(line);
        if (reply !== 'more') return reply;
        continue;
      }
      if (lines.length === 0 && !grammar.canBegin(this.#reader.partial()))
        await this.#endByForeignBeginning();
      this.#endIfNothingCanCome(silence, untilMs);
      await this.#wait(untilMs());
    }
  }

  /** What has come cannot become a reply: its line is read to the end, if that comes soon, to be shown. */
  async #endByForeignBeginning(): Promise<never> {
    const { clock } = this.#options.system;
    const untilMs = clock.now() + limits.foreignTextMs;
    for (;;) {
      const line = this.#reader.nextLine();
      const text = line ?? this.#reader.partial();
      const isBinary = text.includes('\u{fffd}') && !mayBecomeHttp(text);
      const canGrow =
        !this.#hasEnded && this.#broken === null && !this.#signal.aborted && clock.now() < untilMs;
      if (line !== null || isBinary || text.length >= 500 || !canGrow) {
        if (this.#signal.aborted) this.end('cancelled', ourError('cancelled'));
        this.#endByForeign(text);
      }
      await this.#wait(untilMs);
    }
  }

  #endByForeign(text: string): never {
    const said = plainText(text, 500);
    if (this.stage === 'greeting') this.saw({ greeting: said });
    this.end('protocol-error', ourError(foreignSpeaker(said), said));
  }

  #tooLong(): never {
    this.end('protocol-error', ourError('too-long'));
  }

  #endIfNothingCanCome(silence: ErrorCode, untilMs: () => number): void {
    if (this.#signal.aborted) this.end('cancelled', ourError('cancelled'));
    if (this.#reader.isTooLong()) this.#tooLong();
    if (this.#broken !== null) this.#endByBreak(this.#broken);
    if (this.#hasEnded) this.end('closed', ourError('closed-early'));
    if (this.#options.system.clock.now() >= untilMs()) this.end('timeout', ourError(silence));
  }

  #endByBreak(errno: string): never {
    const outcome = brokenOutcome(errno);
    if (outcome === 'closed') this.end('closed', ourError('closed-early'));
    if (outcome === 'tls-error') this.end('tls-error', ourError('tls-failed', errno));
    this.end(outcome, { code: errno, message: 'the connection broke' });
  }

  /** Until something happens or the time has come, but not longer than a limit may be out of date. */
  async #wait(untilMs: number): Promise<void> {
    const { clock } = this.#options.system;
    await clock.sleep(Math.min(untilMs - clock.now(), limits.recheckMs), this.#news.signal);
    this.#news = new AbortController();
  }

  readonly #wake = (): void => this.#news.abort();
  readonly #onData = (chunk: Uint8Array): void => {
    this.#reader.push(chunk);
    if (this.#reader.isTooLong()) this.#connection.pause();
    this.#wake();
  };
  readonly #onEnd = (): void => {
    this.#hasEnded = true;
    this.#wake();
  };
  readonly #onError = (error: Error): void => {
    this.#broken ??= errnoOf(error, 'ECONNRESET');
    this.#wake();
  };

  #listen(): void {
    const connection = this.#connection;
    connection.on('data', this.#onData);
    connection.on('end', this.#onEnd);
    connection.on('close', this.#onEnd);
    connection.on('error', this.#onError);
    // What happened between connecting and listening is not told again.
    if (connection.errored) this.#onError(connection.errored);
    else if (connection.destroyed || connection.readableEnded) this.#onEnd();
  }

  /** The error listener stays: an error without a listener would end the process. */
  #unlisten(): void {
    this.#connection.off('data', this.#onData);
    this.#connection.off('end', this.#onEnd);
    this.#connection.off('close', this.#onEnd);
  }
}
