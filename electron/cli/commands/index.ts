import type { Part } from '../../../shared/text/load-words.ts';
import type { CommandName, CommandSpec, RunCommand } from '../command.ts';

/** A command, and how to get at its code: nothing is loaded before it is asked for. */
export type Command = CommandSpec & {
  readonly load: () => Promise<RunCommand>;
  /** The parts of a language that it says, for a command that is waited for; without it all. */
  readonly words?: readonly Part[];
};

const json = { name: 'json', summary: 'cli.option.json' } as const;

const asTyped = { name: 'as-typed', summary: 'cli.option.as-typed' } as const;
/** Where the password comes from, and what it may be sent over. */
const passwordOptions = [
  { name: 'password-stdin', summary: 'cli.option.password-stdin' },
  { name: 'accept-certificate', value: '<fingerprint>', summary: 'cli.option.accept-certificate' },
] as const;

/** What `login` and `send-test` take alike. */
const actOptions = [
  json,
  { name: 'report', value: '<file>', summary: 'cli.option.report' },
  { name: 'server', value: '<host:port/security>', summary: 'cli.option.act-server' },
  { name: 'user', value: '<name>', summary: 'cli.option.user' },
  ...passwordOptions,
] as const;

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    positionals: ['<address | domain | host[:port]>'],
    options: [
      json,
      asTyped,
      { name: 'server', value: '<host[:port]>', summary: 'cli.option.server' },
      { name: 'error', value: '<text>', summary: 'cli.option.error' },
      { name: 'for', value: '<device|container|server|program>', summary: 'cli.option.for' },
      { name: 'ports', value: '<25,26,...>', summary: 'cli.option.ports' },
      { name: 'all', summary: 'cli.option.all' },
      { name: 'current', value: '<host:port/security>', summary: 'cli.option.current' },
      { name: 'incoming', summary: 'cli.option.incoming' },
      { name: 'no-incoming', summary: 'cli.option.no-incoming' },
      { name: 'no-lookup', summary: 'cli.option.no-lookup' },
      { name: 'no-references', summary: 'cli.option.no-references' },
      { name: 'reference', value: '<host:port>', isRepeatable: true, summary: 'cli.option.reference' },
      { name: 'resolver', value: '<ip[:port]>', isRepeatable: true, summary: 'cli.option.resolver' },
      { name: 'timeout', value: '<seconds>', summary: 'cli.option.timeout' },
      { name: 'again', summary: 'cli.option.again' },
      { name: 'list', value: '<file | ->', summary: 'cli.option.list' },
      { name: 'jobs', value: '<n>', summary: 'cli.option.jobs' },
      { name: 'resume', value: '<file>', summary: 'cli.option.resume' },
    ],
    load: async () => (await import('./check.ts')).runCheckCommand,
  },
  {
    name: 'explain',
    words: ['window', 'explained'],
    positionals: ['[text]'],
    options: [
      { name: 'json', summary: 'cli.option.explain-json' },
      { name: 'file', value: '<file>', summary: 'cli.option.explain-file' },
      { name: 'for', value: '<device|container|server|program>', summary: 'cli.option.for' },
    ],
    load: async () => (await import('./explain.ts')).runExplainCommand,
  },
  {
    name: 'discover',
    positionals: ['<address | domain>'],
    options: [
      json,
      asTyped,
      { name: 'no-incoming', summary: 'cli.option.no-incoming' },
      { name: 'no-lookup', summary: 'cli.option.no-lookup' },
      { name: 'no-references', summary: 'cli.option.no-references' },
      { name: 'resolver', value: '<ip[:port]>', isRepeatable: true, summary: 'cli.option.resolver' },
    ],
    load: async () => (await import('./discover.ts')).runDiscoverCommand,
  },
  {
    name: 'login',
    positionals: ['<address>'],
    options: actOptions,
    load: async () => (await import('./act.ts')).runLoginCommand,
  },
  {
    name: 'send-test',
    positionals: ['<address>'],
    options: [
      ...actOptions,
      { name: 'to', value: '<address>', summary: 'cli.option.to' },
      { name: 'wait', value: '<seconds>', summary: 'cli.option.wait' },
    ],
    load: async () => (await import('./act.ts')).runSendTestCommand,
  },
  {
    name: 'export',
    positionals: ['<client>', '[-]'],
    options: [
      { name: 'report', value: '<file>', summary: 'cli.option.report' },
      { name: 'out', value: '<file>', summary: 'cli.option.out' },
      { name: 'force', summary: 'cli.option.force' },
      { name: 'program-language', value: '<tag>', summary: 'cli.option.program-language' },
      { name: 'version', value: '<id>', summary: 'cli.option.program-version' },
      { name: 'way', value: '<id>', summary: 'cli.option.way' },
      { name: 'program', value: '<client>', summary: 'cli.option.page-program' },
      { name: 'for', value: '<device|container|server|program>', summary: 'cli.option.export-for' },
      { name: 'list', summary: 'cli.option.list-clients' },
    ],
    load: async () => (await import('./export.ts')).runExportCommand,
  },
  {
    name: 'apply',
    positionals: ['thunderbird', '[-]'],
    options: [
      { name: 'report', value: '<file>', summary: 'cli.option.report' },
      { name: 'profile', value: '<folder>', summary: 'cli.option.profile' },
      { name: 'account', value: '<id>', summary: 'cli.option.account' },
      { name: 'dry-run', summary: 'cli.option.dry-run' },
      { name: 'yes', summary: 'cli.option.yes' },
      { name: 'allow-plain', summary: 'cli.option.allow-plain' },
      { name: 'undo', summary: 'cli.option.undo' },
    ],
    load: async () => (await import('./apply.ts')).runApplyCommand,
  },
  {
    name: 'compare',
    positionals: ['<old>', '<new>'],
    options: [json, { name: 'mask', summary: 'cli.option.mask' }],
    load: async () => (await import('./compare.ts')).runCompareCommand,
  },
  {
    name: 'watch',
    positionals: ['<address | domain | host[:port]>'],
    options: [
      { name: 'every', value: '<seconds>', summary: 'cli.option.every' },
      { name: 'until', value: '<works | changes>', summary: 'cli.option.until' },
      { name: 'format', value: '<json | nagios | prometheus>', summary: 'cli.option.watch-format' },
      { name: 'server', value: '<host[:port]>', summary: 'cli.option.server' },
      { name: 'no-lookup', summary: 'cli.option.no-lookup' },
      { name: 'no-references', summary: 'cli.option.no-references' },
      { name: 'resolver', value: '<ip[:port]>', isRepeatable: true, summary: 'cli.option.resolver' },
    ],
    load: async () => (await import('./watch.ts')).runWatchCommand,
  },
  {
    name: 'history',
    positionals: [],
    options: [
      { name: 'json', summary: 'cli.option.history-json' },
      { name: 'mask', summary: 'cli.option.mask' },
      { name: 'forget', value: '<id | all>', summary: 'cli.option.forget' },
      { name: 'off', summary: 'cli.option.history-off' },
      { name: 'on', summary: 'cli.option.history-on' },
    ],
    load: async () => (await import('./history.ts')).runHistoryCommand,
  },
  {
    name: 'report',
    positionals: [],
    options: [
      { name: 'report', value: '<file>', summary: 'cli.option.report' },
      { name: 'format', value: '<text | html | pdf | json>', summary: 'cli.option.format' },
      { name: 'mask', summary: 'cli.option.mask' },
      { name: 'out', value: '<file>', summary: 'cli.option.out' },
      { name: 'force', summary: 'cli.option.force' },
    ],
    load: async () => (await import('./report.ts')).runReportCommand,
  },
  {
    name: 'letter',
    positionals: ['<recipient>'],
    options: [
      { name: 'report', value: '<file>', summary: 'cli.option.report' },
      { name: 'with-address', summary: 'cli.option.with-address' },
      { name: 'mask', summary: 'cli.option.mask' },
    ],
    load: async () => (await import('./letter.ts')).runLetterCommand,
  },
  {
    name: 'serve',
    positionals: [],
    options: [
      { name: 'port', value: '<n>', summary: 'cli.option.port' },
      { name: 'open', summary: 'cli.option.open' },
    ],
    load: async () => (await import('./serve.ts')).runServeCommand,
  },
  {
    name: 'practice',
    positionals: ['[scenario]'],
    options: [
      { name: 'check', summary: 'cli.option.practice-check' },
      { name: 'login', summary: 'cli.option.practice-login' },
      { name: 'send-test', summary: 'cli.option.practice-send-test' },
      ...passwordOptions,
      json,
      { name: 'list', summary: 'cli.option.list-scenarios' },
      { name: 'open', summary: 'cli.option.open' },
    ],
    load: async () => (await import('./practice.ts')).runPracticeCommand,
  },
  {
    name: 'mcp',
    positionals: [],
    options: [{ name: 'mask', summary: 'cli.option.mask' }],
    load: async () => (await import('./mcp.ts')).runMcpCommand,
  },
  {
    name: 'completion',
    positionals: ['<bash | zsh | fish>'],
    options: [],
    load: async () => (await import('./completion.ts')).completionCommand(commands),
  },
];

/** The command of that name. */
export function findCommand(name: string): Command | undefined {
  return commands.find((command) => command.name === (name as CommandName));
}

/** The parts of a language that the command says, for a start that does not wait for the others. */
export function wordsFor(argv: readonly string[]): readonly Part[] | undefined {
  return findCommand(argv[0] ?? '')?.words;
}
