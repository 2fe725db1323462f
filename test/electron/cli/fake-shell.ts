import type { Context } from '../../../electron/cli/command.ts';
import type { Services } from '../../../electron/cli/services.ts';
import type { Output, Shell } from '../../../electron/cli/shell.ts';
import { fail, ok } from '../../../shared/model/problem.ts';
import { said } from '../../../shared/text/said.ts';
import { aReport } from '../../support/builders.ts';

type Wanted = {
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly environment?: Record<string, string>;
  readonly platform?: string;
  readonly files?: Record<string, string>;
  /** What a person types, line by line, when asked for a secret or an answer; `null` is Ctrl-C. */
  readonly typed?: readonly (string | null)[];
  /** Absent: a person's keyboard. */
  readonly stdin?: string;
};

/** A shell that remembers what was written and moves only when a test says so. */
export function fakeShell(wanted: Wanted = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const listeners = new Set<() => void>();
  const ticking = new Set<() => void>();
  const files = new Map(Object.entries(wanted.files ?? {}));
  const typed = [...(wanted.typed ?? [])];
  let nowMs = 0;
  const output = (into: string[]): Output => ({
    write: (content) =>
      void into.push(typeof content === 'string' ? content : Buffer.from(content).toString('latin1')),
    settled: async () => {},
    onGone: () => () => {},
    isTerminal: wanted.isTerminal ?? false,
    columns: () => wanted.columns ?? 80,
    rows: () => wanted.rows ?? 24,
  });
  const shell: Shell = {
    stdout: output(out),
    stderr: output(err),
    environment: { LANG: 'C.UTF-8', ...wanted.environment },
    platform: wanted.platform ?? 'linux',
    isStdinPiped: wanted.stdin !== undefined,
    readSecret: async () => typed.shift() ?? null,
    async readAnswer(question) {
      err.push(question);
      return typed.shift() ?? null;
    },
    readStdin: async () => ok(wanted.stdin ?? ''),
    async readFile(path) {
      const text = files.get(path);
      return text === undefined ? fail('file', said('cli.wrong.file-missing', { file: path })) : ok(text);
    },
    async readLines(path) {
      const text = path === '-' ? wanted.stdin : files.get(path);
      if (text === undefined)
        return fail('file', said('cli.wrong.file-missing', { file: path }), 'not-found');
      return ok(lines(text));
    },
    async writeFile(path, content, overwrite) {
      if (files.has(path) && !overwrite) return fail('file', said('cli.wrong.file-exists', { file: path }));
      files.set(path, typeof content === 'string' ? content : Buffer.from(content).toString('latin1'));
      return ok(null);
    },
    onInterrupt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => nowMs,
    every(_ms, callback) {
      ticking.add(callback);
      return () => ticking.delete(callback);
    },
  };
  return {
    shell,
    files,
    stdout: () => out.join(''),
    stderr: () => err.join(''),
    /** The writes to stderr one by one. */
    stderrWrites: () => err,
    interrupt: () => {
      for (const listener of [...listeners]) listener();
    },
    isListening: () => listeners.size > 0,
    tick(ms: number) {
      nowMs += ms;
      for (const callback of ticking) callback();
    },
    isTicking: () => ticking.size > 0,
  };
}

async function* lines(text: string): AsyncGenerator<string, void, undefined> {
  yield* text.split('\n');
}

/** Services that answer at once, changed as asked. */
export function fakeServices(change: Partial<Services> = {}): Services {
  return {
    version: '1.2.3',
    check: async (_input, practice) => aReport({ practice: practice !== null }),
    otherNetwork: async () => false,
    checkMany: async () => {
      throw new Error('this test checks no list');
    },
    discover: async () => ({ entries: [], ranking: [], elapsedMs: 0 }),
    scenarios: async () => [
      {
        id: 'all-open',
        group: 'The network',
        name: 'Everything is open',
        story: 'Nothing is wrong.',
        address: 'you@practice.example',
      },
      {
        id: 'port-25-blocked',
        group: 'The network',
        name: 'Port 25 is blocked',
        story: 'The network blocks port 25.',
        address: 'you@practice.example',
      },
    ],
    prepareAct: async () => {
      throw new Error('this test prepares no act');
    },
    refusedBefore: async () => 0,
    act: async () => {
      throw new Error('this test acts nowhere');
    },
    workstation: async () => {
      throw new Error('this test has no computer');
    },
    serve: async () => ({
      ok: true,
      address: 'http://127.0.0.1:40000/#token',
      ended: new Promise<void>(() => undefined),
      close: async () => undefined,
    }),
    serveMcp: async () => {
      throw new Error('this test serves no assistant');
    },
    openBrowser: async () => true,
    ...change,
  };
}

/** A context of the two. */
export function fakeContext(shell: Shell, services: Partial<Services> = {}): Context {
  return { shell, services: fakeServices(services) };
}
