import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ListResult } from '../../../shared/model/list-result.ts';
import { builtCommandLine } from '../../support/built.ts';
import { closedPort, type Loopback, loopback } from '../../support/loopback.ts';

const { run, start } = builtCommandLine();
const folder = mkdtempSync(join(tmpdir(), 'postway-list-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Says what an SMTP server without TLS says, and how many came. */
let greeting: Loopback;
let greeted = 0;
/** Takes every connection and says nothing. */
let mute: Loopback;
let muted = 0;
let refused: number;
beforeAll(async () => {
  greeting = await loopback((socket) => {
    greeted += 1;
    socket.write('220 mail.example.org ESMTP\r\n');
    socket.on('data', (data) => {
      if (/^EHLO/i.test(String(data))) socket.write('250-mail.example.org\r\n250 AUTH PLAIN LOGIN\r\n');
      else socket.end('221 2.0.0 Bye\r\n');
    });
  });
  mute = await loopback(() => {
    muted += 1;
  });
  refused = await closedPort();
});
afterAll(async () => {
  await Promise.all([greeting.close(), mute.close()]);
});

const quick = ['--no-references', '--ports'] as const;
const resultsIn = (text: string): ListResult[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ListResult.parse(JSON.parse(line)));

describe('check --list', () => {
  test('a file as people have them: a mark, Windows ends, comments, the same twice, and a line that is nothing', async () => {
    const file = join(folder, 'list.txt');
    const server = `127.0.0.1:${greeting.port}`;
    const lines = [
      '\ufeff# servers',
      '',
      server,
      `${server}  # again`,
      'no address @ all',
      `{"input":"127.0.0.1:${refused}"}`,
    ];
    writeFileSync(file, lines.join('\r\n'));
    const before = greeted;
    const { status, stdout, stderr } = await run(['check', '--list', file, ...quick, String(refused)]);
    const results = resultsIn(stdout);
    expect(results.map(({ input }) => input).sort()).toEqual(
      ['no address @ all', server, `127.0.0.1:${refused}`].sort(),
    );
    expect(results.find(({ input }) => input === server)).toMatchObject({
      verdict: { code: 'no-encryption' },
      recommendation: { outgoing: { port: greeting.port, security: 'none' } },
    });
    expect(results.find(({ problem }) => problem !== undefined)).toMatchObject({
      verdict: null,
      problem: { line: 5 },
    });
    expect(stderr).toMatch(
      /line 5: .*\n1 works, 1 has no setting that works, 1 line names nothing to check, 1 stood there twice\.\n$/s,
    );
    expect(status).toBe(1);
    expect(greeted - before).toBeGreaterThan(0);
  });

  test('a wrong option ends it before the list is read: no line is told of, and so none is taken for done', async () => {
    const file = join(folder, 'options.txt');
    writeFileSync(file, `127.0.0.1:${refused}\n`);
    const { status, stdout, stderr } = await run(['check', '--list', file, '--timeout', '1000']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('"1000" is not a number of seconds');
  });

  test('what is no text ends it, after what was read before', async () => {
    const server = `127.0.0.1:${greeting.port}`;
    const args = ['check', '--list', '-', ...quick, String(refused)];
    const ended = await run(args, { stdin: `${server}\n\0\u0001\n${server}1\n` });
    expect(resultsIn(ended.stdout).map(({ input }) => input)).toEqual([server]);
    expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining('--list: Line 2 ') });
  });

  test.skipIf(process.platform === 'win32')('a device without an end', async () => {
    for (const device of ['/dev/zero', '/dev/urandom']) {
      const { status, stderr } = await run(['check', '--list', device, ...quick, String(refused)]);
      expect([status, stderr]).toEqual([2, expect.stringContaining('--list: Line ')]);
    }
  });

  test('standard input, and what an earlier run printed is left out, even where that ended in the middle of a line', async () => {
    const server = `127.0.0.1:${greeting.port}`;
    const earlier = join(folder, 'results.ndjson');
    writeFileSync(
      earlier,
      `${JSON.stringify({ input: `127.0.0.1:${refused}`, verdict: null, recommendation: null, elapsedMs: 3, options: `--ports ${refused} --no-references` })}\n{"input":"127.0.`,
    );
    const args = ['check', '--list', '-', '--resume', earlier, ...quick, String(refused)];
    const ended = await run(args, { stdin: `127.0.0.1:${refused}\n${server}\n` });
    expect(resultsIn(ended.stdout).map(({ input }) => input)).toEqual([server]);
    expect(ended.stdout.startsWith('\n{')).toBe(true);
    // Nothing worked for the line that was done before, and the status is that of the whole list.
    expect(ended).toMatchObject({ status: 1, stderr: expect.stringContaining('1 was done before') });
    const rest = await run(args, { stdin: `127.0.0.1:${refused}\n` });
    expect(rest).toMatchObject({ status: 1, stdout: '\n' });
    const fresh = await run([...args.slice(0, 4), join(folder, 'none.ndjson'), ...args.slice(5)], {
      stdin: server,
    });
    expect(resultsIn(fresh.stdout)).toHaveLength(1);
    expect(fresh.stderr).toMatch(/^postway check: --resume: there is no file ".*none\.ndjson" yet/);
    expect(ended.stderr).not.toMatch(/no file|is no result/);
  });

  test.each(['dns-unreachable', 'offline', 'inconclusive'])(
    'about which an earlier run could conclude nothing (%s) is asked again, once',
    async (code) => {
      const input = `127.0.0.1:${refused}`;
      const earlier = join(folder, `${code}.ndjson`);
      const args = ['check', '--list', '-', '--resume', earlier, ...quick, String(refused)];
      const options = `--ports ${refused} --no-references`;
      const before = { input, verdict: { code }, recommendation: null, elapsedMs: 3, options };
      writeFileSync(earlier, `${JSON.stringify(before)}\n`);
      const again = await run(args, { stdin: `${input}\n` });
      expect(resultsIn(again.stdout).map((result) => result.input)).toEqual([input]);
      expect(again.stderr).not.toContain('done before');
      const concluded = { ...before, verdict: { code: 'server-down' } };
      writeFileSync(earlier, `${JSON.stringify(before)}\n${JSON.stringify(concluded)}\n`);
      const done = await run(args, { stdin: `${input}\n` });
      expect(done).toMatchObject({
        status: 1,
        stdout: '',
        stderr: expect.stringContaining('1 was done before'),
      });
    },
  );

  test('a line of the earlier output that is broken is told by its number, and what it stood for is checked', async () => {
    const server = `127.0.0.1:${greeting.port}`;
    const earlier = join(folder, 'broken.ndjson');
    const whole = JSON.stringify({
      input: `127.0.0.1:${refused}`,
      verdict: null,
      recommendation: null,
      elapsedMs: 3,
      options: `--ports ${refused} --no-references`,
    });
    const args = ['check', '--list', '-', '--resume', earlier, ...quick, String(refused)];
    writeFileSync(earlier, `{"input":"${server}","verd\n${whole}\n`);
    const ended = await run(args, { stdin: `${server}\n127.0.0.1:${refused}\n` });
    expect(resultsIn(ended.stdout).map(({ input }) => input)).toEqual([server]);
    expect(ended.stderr).toMatch(/^postway check: --resume: line 1 of ".*broken\.ndjson" is no result/);
    expect(ended.stderr).toContain('1 was done before');
    writeFileSync(earlier, `${'what?\n'.repeat(7)}${whole}\n`);
    const many = await run(args, { stdin: `127.0.0.1:${refused}\n` });
    expect(many.stderr).toMatch(/line 3 of [^\n]+\npostway check: --resume: 4 more lines of it too\n/);
  });

  test('the same name with another server is not done', async () => {
    const line = (port: number): string =>
      `${JSON.stringify({ input: '127.0.0.1', server: `127.0.0.1:${port}` })}\n`;
    const earlier = join(folder, 'other-server.ndjson');
    const args = ['check', '--list', '-', '--resume', earlier, ...quick, String(refused)];
    const first = await run(args, { stdin: line(refused) });
    writeFileSync(earlier, first.stdout);
    const { stdout } = await run(args, { stdin: line(refused) + line(greeting.port) });
    expect(resultsIn(first.stdout + stdout).map(({ server }) => server)).toEqual([
      `127.0.0.1:${refused}`,
      `127.0.0.1:${greeting.port}`,
    ]);
  });

  test('results that were asked with other options are not mixed with these', async () => {
    const earlier = join(folder, 'other-options.ndjson');
    const args = ['check', '--list', '-', '--resume', earlier, ...quick];
    const stdin = `127.0.0.1:${refused}\n`;
    const first = await run([...args, String(refused)], { stdin });
    expect(resultsIn(first.stdout)[0]?.options).toBe(`--ports ${refused} --no-references`);
    writeFileSync(earlier, first.stdout);
    for (const other of [[String(greeting.port)], [String(refused), '--timeout', '3']]) {
      const ended = await run([...args, ...other], { stdin });
      expect(ended).toMatchObject({ status: 2, stdout: '' });
      expect(ended.stderr).toMatch(
        /^postway check: --resume: .*with other options \(--ports \d+ --no-references\)/,
      );
    }
    const same = await run([...args, String(refused), '--jobs', '3', '--language', 'en'], { stdin });
    expect(same).toMatchObject({ stdout: '', stderr: expect.stringContaining('1 was done before') });
    const none = await run(['check', '--list', '-', '--resume', earlier], { stdin });
    expect(none.stderr).toContain('than these (none).');
  });

  test('a file that holds no results of an earlier run is not gone on from', async () => {
    const others = {
      report: '{\n  "schema": "postway-report/2",\n  "input": { "address": "you@example.org" }\n}\n',
      customers: '{"input":"127.0.0.1"}\n',
      words: 'hello\nworld\n',
    };
    for (const [name, content] of Object.entries(others)) {
      const file = join(folder, name);
      writeFileSync(file, content);
      const args = ['check', '--list', '-', '--resume', file, ...quick, String(refused)];
      const ended = await run(args, { stdin: '127.0.0.1\n' });
      expect(ended).toMatchObject({ status: 2, stdout: '' });
      expect(ended.stderr).toMatch(/^postway check: --resume: .*holds no result of an earlier run/);
    }
  });

  test('an empty list is told as that; so are fields that are not read, once', async () => {
    for (const stdin of ['', '\n# nobody yet\r\n']) {
      const ended = await run(['check', '--list', '-'], { stdin });
      expect(ended).toMatchObject({ status: 2, stdout: '' });
      expect(ended.stderr).toMatch(/^postway check: --list: The list names nothing to check/);
    }
    const line = (port: number): string => `{"server":"127.0.0.1:${port}","user":"you","ports":[25]}\n`;
    const args = ['check', '--list', '-', ...quick, String(refused)];
    const { status, stderr } = await run(args, { stdin: line(greeting.port) + line(refused) });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^postway check: line 1: these fields are not read: user and ports\./);
    expect(stderr).not.toContain('line 2');
  });

  test('each line is there the moment it is known; Ctrl-C keeps it, and another run does what is left', async () => {
    const server = `127.0.0.1:${greeting.port}`;
    const list = join(folder, 'two.txt');
    const output = join(folder, 'two.ndjson');
    writeFileSync(list, `${server}\n127.0.0.1:${mute.port}\n`);
    const args = ['check', '--list', list, '--resume', output, ...quick, String(refused)];
    for (const [signal, status] of [
      ['SIGINT', 130],
      ['SIGKILL', null],
    ] as const) {
      rmSync(output, { force: true });
      const first = start(args);
      await first.until('stdout', server);
      await sleep(200);
      first.signal(signal);
      const ended = await first.ended;
      expect(resultsIn(ended.stdout).map(({ input }) => input)).toEqual([server]);
      expect(ended.status).toBe(status);
      writeFileSync(output, ended.stdout);

      const before = { greeted, muted };
      const second = start(args);
      while (muted === before.muted) await sleep(20);
      second.signal('SIGINT');
      expect(await second.ended).toMatchObject({
        stdout: '',
        stderr: expect.stringContaining('1 was done before'),
      });
      expect(greeted).toBe(before.greeted);
    }
  });

  test('a reader that leaves ends the run', async () => {
    const list = join(folder, 'left.txt');
    writeFileSync(list, `127.0.0.1:${greeting.port}\n127.0.0.1:${mute.port}\n`);
    const program = start(['check', '--list', list, ...quick, String(refused)]);
    program.closeStdout();
    const startedMs = performance.now();
    expect((await program.ended).status).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(15_000); // the mute server would be waited for twice as long
  });
});

test.each([
  [['--list', '/nonexistent/list.txt'], '--list:'],
  [['--list', folder], '--list:'],
  [['--list', '-', 'you@example.org'], '"you@example.org":'],
  [['--list', '-', '--again'], '--again:'],
  [['--list', '-', '--jobs', '0'], '--jobs:'],
  [['--list', '-', '--jobs', 'many'], '--jobs:'],
  [['--list', '-', '--resume', folder], '--resume:'],
  [['you@example.org', '--jobs', '4'], '--jobs:'],
  [['you@example.org', '--resume', 'results.ndjson'], '--resume:'],
])('check %j is wrong use', async (args, words) => {
  const { status, stdout, stderr } = await run(['check', ...args]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.startsWith(`postway check: ${words}`)).toBe(true);
});
