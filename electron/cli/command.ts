import type { Result } from '../../shared/model/problem.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import type { Services } from './services.ts';
import type { Shell } from './shell.ts';

/** One option: a switch, or with `value` the words that stand for its value in the help. */
export type OptionSpec = {
  readonly name: string;
  readonly value?: string;
  readonly isRepeatable?: boolean;
  readonly summary: PlainKey;
};

/** What a command takes. Its words are `cli.<name>.summary`, `.about` and `.examples`. */
export type CommandSpec = {
  readonly name: CommandName;
  /** As the usage line shows it, such as `[scenario]`. */
  readonly positionals: readonly string[];
  readonly options: readonly OptionSpec[];
};

export type CommandName =
  | 'check'
  | 'explain'
  | 'discover'
  | 'login'
  | 'send-test'
  | 'export'
  | 'apply'
  | 'serve'
  | 'practice'
  | 'mcp'
  | 'compare'
  | 'watch'
  | 'history'
  | 'letter'
  | 'report'
  | 'completion';

/** What was on the command line, checked against the spec: no unknown option, no missing value, nothing said twice. */
export type Arguments = {
  readonly positionals: readonly string[];
  has(option: string): boolean;
  /** The value of an option given once. */
  value(option: string): string | undefined;
  values(option: string): readonly string[];
};

/** What a command is run with. */
export type Context = { readonly shell: Shell; readonly services: Services };

/** Runs to its exit status; a Problem is wrong use, and its field names the argument. */
export type RunCommand = (args: Arguments, context: Context) => Promise<Result<number>>;
