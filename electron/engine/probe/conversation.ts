import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../../../shared/model/error-code.ts';
import type { Outcome, Stage } from '../../../shared/model/observation.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import { foreignSpeaker, type ReplyGrammar } from '../../../shared/parse/reply-grammar.ts';
import { limits } from '../limits.ts';
import type { System } from '../system.ts';
import type { Timeouts } from '../timeouts.ts';
import { DialogueEnded, type ObservedError, ourError } from './dialogue-ended.ts';
import { endOfIncoming } from './end-of-incoming.ts';
import { endOfHandshake, type FailedHandshake, handshake } from './handshake.ts';
import { type Incoming, incoming } from './incoming.ts';
import type { Allowance } from './line-reader.ts';
import type { Seen } from './seen.ts';
import { Stages } from './stages.ts';

type Options = {
  readonly system: System;
  readonly host: string;
  readonly timeouts: Timeouts;
  readonly onStage: (stage: Stage) => void;
  readonly onMute?: (stage: Stage) => void;
  /** Absent: what any server may send in a dialogue. */
  readonly allowance?: Allowance & { readonly replyBytes: number };
};

/** Any connection's own end, as far as it knows it. */
type LocalEnd = { readonly localAddress?: string };

/**
 * One connection as a dialogue sees it: say a line, await the reply the grammar expects, begin TLS. It owns every
 * limit of time and size, and the closing. Whatever ends it early is thrown as `Ended`.
 */
export class Conversation {
  readonly seen: Seen = {};
  readonly stages: Stages;
  /** Our own IP address, when the connection knows it. */
  readonly localAddress: string | undefined;

  readonly #options: Options;
  readonly #signal: AbortSignal;
  readonly #plain: Duplex;
  #connection: Duplex;
  #incoming: Incoming;

  constructor(connection: Duplex, options: Options, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
    this.#plain = connection;
    this.#connection = connection;
    this.localAddress = (connection as LocalEnd).localAddress;
    this.#incoming = incoming(connection, options.system.clock, signal, options.allowance);
    this.stages = new Stages(options, () => this.#incoming.heard(), signal);
  }

  /** Adds to what the observation will say. */
  saw(facts: Seen): void {
    Object.assign(this.seen, facts);
  }

  /** Ends the dialogue here, in the current stage. */
  end(outcome: Exclude<Outcome, 'ok'>, error: ObservedError): never {
    throw new DialogueEnded(outcome, error);
  }

  /** Awaits what the server says first. The limit is `greetingMs`, apart from every other: real servers wait 20 s. */
  async greeting<R extends object>(grammar: ReplyGrammar<R>): Promise<R> {
    this.stages.enter('greeting');
    const startedMs = this.stages.sinceMs;
    return this.#reply(grammar, () => startedMs + this.#options.timeouts.greetingMs(), 'no-greeting');
  }

  /** Says one line and awaits its reply, at most `helloMs` for the first command and `replyMs` for others. */
  async command<R extends object>(line: string, stage: Stage, grammar: ReplyGrammar<R>): Promise<R> {
    this.stages.enter(stage);
    const startedMs = this.stages.sinceMs;
    this.say(`${line}\r\n`);
    const { timeouts } = this.#options;
    const limitMs = stage === 'ehlo' ? timeouts.helloMs : timeouts.replyMs;
    return this.#reply(grammar, () => startedMs + limitMs(), 'no-reply');
  }

  /** Sends text as it is; `onSent` is called when the system has all of it, or never when the connection breaks. */
  say(text: string, onSent: () => void = () => {}): void {
    if (this.#incoming.broken() !== null || !this.#connection.writable) return;
    this.#connection.write(text, 'latin1', (error) => {
      if (!error) onSent();
    });
  }

  /**
   * Awaits until `parse` makes something of all that has come (one character a byte); `hasEnded` tells it that nothing
   * more will. For protocols that are not made of lines.
   */
  async until<T>(parse: (text: string, hasEnded: boolean) => T | 'more', limitMs: number): Promise<T> {
    const untilMs = this.stages.sinceMs + limitMs;
    for (;;) {
      const parsed = parse(this.#incoming.lines.waiting(), this.#isOver());
      if (parsed !== 'more') return parsed;
      this.#endIfNothingCanCome('no-reply', untilMs);
      await this.#incoming.wait(untilMs);
    }
  }

  /**
   * Begins TLS. What came before it in clear and was not read is counted and thrown away (RFC 3207 section 4.2), and a new
   * allowance of bytes begins.
   */
  async secure(): Promise<void> {
    this.stages.enter('tls');
    const injectedBytes = this.#incoming.detach();
    if (injectedBytes > 0) this.saw({ injectedBytes });
    if (this.#isOver()) this.#endIfNothingCanCome('no-reply', Number.POSITIVE_INFINITY);

    const { system, host, timeouts, allowance } = this.#options;
    const result = await handshake({
      system,
      host,
      connection: this.#plain,
      startedMs: this.stages.sinceMs,
      limitMs: timeouts.handshakeMs,
      signal: this.#signal,
    });
    if (!result.ok) this.#endByTls(result);
    this.saw({ tls: result.facts });
    this.#connection = result.connection;
    this.#incoming = incoming(result.connection, system.clock, this.#signal, allowance);
  }

  /**
   * Says a last line and gives the server a moment to answer or to hang up. Nothing that happens changes anything. `onSent` is called
   * when the line is on its way and nothing can overtake it.
   */
  async farewell(line: string, onSent: () => void): Promise<void> {
    const { clock } = this.#options.system;
    const untilMs = clock.now() + limits.quitMs;
    const { lines } = this.#incoming;
    lines.drop();
    this.say(`${line}\r\n`, onSent);
    while (lines.nextLine() === null && !lines.isTooLong() && !this.#isOver() && clock.now() < untilMs) {
      if (this.#signal.aborted) return;
      await this.#incoming.wait(untilMs);
    }
  }

  /** Stops listening, so that somebody else goes on with the connection. Says how many bytes had come unread; they are gone. */
  release(): number {
    this.stages.end();
    return this.#incoming.detach();
  }

  /** Closes the connection, whatever state it is in. */
  close(): void {
    this.stages.end();
    this.#incoming.detach();
    this.#connection.destroy();
    this.#plain.destroy();
  }

  #endByTls(failed: FailedHandshake): never {
    if (this.#signal.aborted) this.end('cancelled', ourError('cancelled'));
    const { outcome, error, greeting } = endOfHandshake(failed);
    if (greeting !== undefined && this.seen.greeting === undefined) this.saw({ greeting });
    return this.end(outcome, error);
  }

  async #reply<R extends object>(
    grammar: ReplyGrammar<R>,
    untilMs: () => number,
    silence: ErrorCode,
  ): Promise<R> {
    const { lines } = this.#incoming;
    const { replyBytes } = this.#options.allowance ?? limits;
    const read: string[] = [];
    let chars = 0;
    for (;;) {
      const line = lines.nextLine();
      if (line !== null) {
        read.push(line);
        chars += line.length;
        if (read.length > (grammar.maxLines ?? limits.replyLines) || chars > replyBytes) this.#endByLength();
        const reply = grammar.read(read);
        if (reply === 'wrong') this.#endByForeign(line);
        if (reply !== 'more') return reply;
        continue;
      }
      if (read.length === 0 && !grammar.canBegin(lines.partial())) await this.#endByForeignBeginning();
      this.#endIfNothingCanCome(silence, untilMs());
      await this.#incoming.wait(untilMs());
    }
  }

  /** What has come cannot become a reply: its line is read to the end, if that comes soon, to be shown. */
  async #endByForeignBeginning(): Promise<never> {
    const { clock } = this.#options.system;
    const untilMs = clock.now() + limits.foreignTextMs;
    for (;;) {
      const line = this.#incoming.lines.nextLine();
      const text = line ?? this.#incoming.lines.partial();
      if (this.#signal.aborted) this.end('cancelled', ourError('cancelled'));
      if (line !== null || text.length >= 500 || this.#isOver() || clock.now() >= untilMs) {
        this.#endByForeign(text);
      }
      await this.#incoming.wait(untilMs);
    }
  }

  #endByForeign(text: string): never {
    const said = plainText(text, 500);
    if (this.stages.current === 'greeting') this.saw({ greeting: said });
    this.end('protocol-error', ourError(foreignSpeaker(said), said));
  }

  #endByLength(): never {
    this.end('protocol-error', ourError('too-long'));
  }

  #isOver(): boolean {
    return this.#incoming.hasEnded() || this.#incoming.broken() !== null;
  }

  #endIfNothingCanCome(silence: ErrorCode, untilMs: number): void {
    const ended = endOfIncoming(this.#incoming, {
      isCancelled: this.#signal.aborted,
      silence: this.#options.system.clock.now() >= untilMs ? silence : null,
    });
    if (ended) throw ended;
  }
}
