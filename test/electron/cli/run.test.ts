import { describe, expect, test } from 'vitest';
import { commands } from '../../../electron/cli/commands/index.ts';
import { run } from '../../../electron/cli/run.ts';
import type { Services } from '../../../electron/cli/services.ts';
import { fakeContext, fakeShell } from './fake-shell.ts';

async function ran(argv: string[], services: Partial<Services> = {}) {
  const fake = fakeShell();
  const status = await run(argv, fakeContext(fake.shell, services));
  return { status, stdout: fake.stdout(), stderr: fake.stderr() };
}

test.each(['--version', '-V', '-v'])('%s prints the version and nothing else', async (flag) => {
  expect(await ran([flag])).toEqual({ status: 0, stdout: 'postway 1.2.3\n', stderr: '' });
});

test.each([['--help'], ['-h'], ['help']])('%s names every command', async (flag) => {
  const { status, stdout } = await ran([flag]);
  expect(status).toBe(0);
  for (const { name } of commands) expect(stdout).toContain(`  ${name} `);
});

describe.each(commands)('the help of $name', ({ name, options }) => {
  test.each([[[name, '--help']], [[name, '-h']], [['help', name]], [[name, '--bogus', '--help']]])(
    'is shown for %j, with every option and an example, within 80 columns',
    async (argv) => {
      const { status, stdout, stderr } = await ran(argv);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^Usage: postway ${name}`));
      for (const option of options) expect(stdout).toContain(`--${option.name}`);
      expect(stdout).toContain(`Examples:\n  postway ${name}`);
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    },
  );
});

test.each<[string[], string]>([
  [[], 'say what to do'],
  [['chek'], 'Did you mean "check"?'],
  [['banana'], 'the commands are check, explain, discover, '],
  [['you@example.org'], 'To check it: postway check you@example.org'],
  [['mail.example.org'], 'postway check mail.example.org'],
  [['0x800CCC0E'], 'postway explain 0x800CCC0E'],
  [['--json'], 'write it after'],
  [['\u001b[2J'], '\ufffd[2J'],
])('%j is wrong use', async (argv, message) => {
  const { status, stdout, stderr } = await ran(argv);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
  expect(stderr).toContain('Help: postway --help');
});

test.each(['check', 'login', 'send-test', 'watch'])(
  '%s of an error code leads to what it means, and speaks of no address',
  async (command) => {
    const { status, stderr } = await ran([command, '0x800CCC0E']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/postway explain 0x800CCC0E.*postway check you@example\.org --error 0x800CCC0E/);
    expect(stderr).not.toMatch(/IP address|before the @/);
  },
);

test('wrong use of a command names command, argument and where the help is', async () => {
  expect(await ran(['check', 'x.example', '--prots', '25'])).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'postway check: --prots: check has no such option. Did you mean --ports?\nHelp: postway check --help\n',
  });
});
