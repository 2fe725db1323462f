import type { Result } from '../../shared/model/problem.ts';

/** One of the two streams a command writes to. */
export type Output = {
  write(content: string | Uint8Array): void;
  /** Resolves when the reader has taken what was written, or has left. */
  settled(): Promise<void>;
  /** Calls back once when the reader has left (`| head`): nobody is there to be told more. Returns a function that stops listening. */
  onGone(listener: () => void): () => void;
  /** A person is looking at it. */
  readonly isTerminal: boolean;
  /** Width of the terminal in columns; 80 when it is none. */
  columns(): number;
  /** Height of the terminal in lines; 24 when it is none. */
  rows(): number;
};

/** Everything a command may touch besides the engine. Tests hand in one that remembers. */
export type Shell = {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Nobody types into standard input: it is a pipe or a file. */
  readonly isStdinPiped: boolean;
  /** All of standard input as text; a Problem when it is larger than `maxChars` or no text. `any-charset`: bytes that are no UTF-8 are one character each. */
  readStdin(maxChars: number, charset?: 'any-charset'): Promise<Result<string>>;
  /** A line that a person types, not shown while they do; `null` when they gave up (Ctrl-C). Only where a person types. */
  readSecret(): Promise<string | null>;
  /** A line that a person types after a question, shown on stderr; `null` when they gave up. Only where a person types. */
  readAnswer(question: string): Promise<string | null>;
  /** A whole file as text; a Problem that says why not. */
  readFile(path: string, maxChars: number, charset?: 'any-charset'): Promise<Result<string>>;
  /**
   * The lines of a file, or with `-` of standard input, as they come; a Problem that says why it cannot be opened. Longer ones than
   * `maxChars` are cut. Ends when the signal aborts.
   */
  readLines(path: string, maxChars: number, signal: AbortSignal): Promise<Result<AsyncIterable<string>>>;
  /** Puts a whole file in place at once; refuses to replace one unless `overwrite`. */
  writeFile(path: string, content: string | Uint8Array, overwrite: boolean): Promise<Result<unknown>>;
  /** Calls back on Ctrl-C or a request to end. Returns a function that stops listening. */
  onInterrupt(listener: () => void): () => void;
  /** Monotonic milliseconds. */
  now(): number;
  /** Calls back every `ms`. Returns a function that stops it. */
  every(ms: number, callback: () => void): () => void;
};
