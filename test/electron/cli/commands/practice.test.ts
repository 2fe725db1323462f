import { expect, test } from 'vitest';
import { run } from '../../../../electron/cli/run.ts';
import type { Services } from '../../../../electron/cli/services.ts';
import { aReport } from '../../../support/builders.ts';
import { fakeContext, fakeShell } from '../fake-shell.ts';

async function ran(argv: string[], services: Partial<Services> = {}) {
  const fake = fakeShell();
  const status = await run(['practice', ...argv], fakeContext(fake.shell, services));
  return { status, stdout: fake.stdout(), stderr: fake.stderr() };
}

test('--list shows the situations, one on each line', async () => {
  expect(await ran(['--list'])).toEqual({
    status: 0,
    stdout: 'all-open         Everything is open\nport-25-blocked  Port 25 is blocked\n',
    stderr: '',
  });
});

test('--check runs a check of the practice address there and says that it is practice', async () => {
  const asked: unknown[] = [];
  const { status, stdout, stderr } = await ran(['port-25-blocked', '--check'], {
    check: async (input, scenario) => {
      asked.push(scenario, input.address);
      return aReport({ practice: true });
    },
  });
  expect(status).toBe(0);
  expect(asked).toEqual(['port-25-blocked', 'you@practice.example']);
  expect(stdout).toMatch(/^PRACTICE: a made-up network\./);
  expect(stderr).toContain('Practice: The network blocks port 25.');
});

test('--check --json prints the report and nothing else on stdout', async () => {
  const { stdout } = await ran(['port-25-blocked', '--check', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'postway-report/2', practice: true });
});

test('without --check it opens the window in that situation', async () => {
  const asked: unknown[] = [];
  const { status, stdout, stderr } = await ran(['port-25-blocked'], {
    serve: async (options) => {
      asked.push(options);
      return {
        ok: true,
        address: 'http://127.0.0.1:1/',
        ended: Promise.resolve(),
        close: async () => undefined,
      };
    },
  });
  expect(status).toBe(0);
  expect(asked).toEqual([{ port: 0, practice: 'port-25-blocked', language: null }]);
  expect(stdout).toBe('http://127.0.0.1:1/\n');
  expect(stderr).toContain('check you@practice.example');
});

test('without a name it plays the first situation', async () => {
  const asked: unknown[] = [];
  await ran(['--check'], {
    check: async (_input, scenario) => {
      asked.push(scenario);
      return aReport({ practice: true });
    },
  });
  expect(asked).toEqual(['all-open']);
});

test.each<[string[], string, string]>([
  [['port-25-bloked'], 'scenario', 'Did you mean port-25-blocked?'],
  [['banana'], 'scenario', 'these are: all-open, port-25-blocked'],
  [['all-open', '--json'], '--json', 'together with --check'],
])('%j is wrong use', async (argv, argument, message) => {
  const { status, stdout, stderr } = await ran(argv);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`postway practice: ${argument}: `);
  expect(stderr).toContain(message);
});
