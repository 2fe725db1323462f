import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../../electron/cli/commands/index.ts';
import { completionsFor } from '../../../../electron/cli/completions/index.ts';
import { offered } from '../../../../electron/cli/completions/words.ts';
import { needs } from '../../../support/needs.ts';
import { type TypedShell, typedShell } from '../../../support/typed-shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'postway-completions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'kept report.json'), '{}');

/** What is typed before Tab, and what then stands on the line. Spelt so that only the completed line contains it. */
const lines = [
  ['a command', 'postway expl', 'postway explain '],
  ['an option', 'postway check --no-inc', '--no-incoming'],
  ['one of several values', 'postway check --for dev', 'device'],
  ['one of several values after other options', 'postway watch example.org --until wor', 'works'],
  ['a mail program', 'postway export thunderb', 'thunderbird'],
  ['a recipient behind an option with its value', 'postway letter --report x.json hos', 'hoster'],
  ['a practice situation', 'postway practice port-25-b', 'port-25-blocked'],
  ['a file behind an option', 'postway export outlook --report kept', 'kept\\ report.json'],
] as const;

function typedInto(start: () => TypedShell): void {
  let shell: TypedShell;
  beforeAll(async () => {
    shell = start();
    await shell.shows('ready-now');
  });
  afterAll(() => shell.end());

  test.each(lines)('completes %s', async (_what, typed, completed) => {
    shell.type(typed);
    await shell.shows(typed);
    shell.type('\t');
    await shell.shows(completed.startsWith(typed) ? completed.slice(typed.length) : rest(typed, completed));
    shell.clear();
  });
}

/** What Tab adds to the last word. */
function rest(typed: string, completed: string): string {
  const begun = typed.split(' ').at(-1) ?? '';
  return completed.slice(begun.length);
}

describe('bash', () => {
  needs('bash', 'script');
  const file = join(folder, 'completions.bash');
  writeFileSync(file, completionsFor('bash', commands));
  typedInto(() => {
    const shell = typedShell('bash --norc --noprofile -i', folder);
    shell.type(`bind 'set bell-style none'; source '${file}'; echo ready-"now"\n`);
    return shell;
  });
});

describe('zsh', () => {
  needs('zsh', 'script');
  const file = join(folder, '_postway');
  writeFileSync(file, completionsFor('zsh', commands));
  typedInto(() => {
    const shell = typedShell('zsh -f -i', folder);
    shell.type(
      `autoload -U compinit && compinit -u -D; unsetopt beep; zle_bracketed_paste=(); source '${file}'; echo ready-"now"\n`,
    );
    return shell;
  });
});

describe('fish', () => {
  needs('fish');
  const file = join(folder, 'postway.fish');
  writeFileSync(file, completionsFor('fish', commands));
  const asked = (line: string): string[] =>
    execFileSync('fish', ['--no-config', '-c', `source '${file}'; complete -C ${JSON.stringify(line)}`], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder },
    })
      .split('\n')
      .map((row) => row.split('\t')[0] ?? '');

  test.each(lines)('completes %s', (_what, typed, completed) => {
    const last =
      completed
        .trim()
        .split(/(?<!\\) /)
        .at(-1) ?? '';
    expect(asked(typed)).toContain(last.replaceAll('\\', '')); // fish escapes a name when it puts it in
  });

  test('offers a command once only, and no file where none is wanted', () => {
    expect(asked('postway che')).toEqual(['check', '']);
    expect(asked('postway check --server ')).toEqual(['']);
  });
});

test('every command of the table is offered with each of its options', () => {
  const all = offered(commands);
  expect(all.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    const text = completionsFor(shell, commands);
    for (const { options } of all)
      for (const { name } of options) expect(text).toContain(shell === 'fish' ? `-l ${name.slice(2)}` : name);
  }
});
