import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../electron/cli/commands/index.ts';
import { clients } from '../../../shared/clients/index.ts';
import { parseReport, renderReport } from '../../../shared/model/report.ts';
import { aJudgedReport, anObservation, aReport } from '../../support/builders.ts';
import { builtCommandLine } from '../../support/built.ts';

const { run, start } = builtCommandLine();
const folder = mkdtempSync(join(tmpdir(), 'postway-test-'));
const saved = join(folder, 'report.json');
beforeAll(() => writeFileSync(saved, renderReport(aJudgedReport())));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('--version loads neither the engine, nor the window, nor anything large', async () => {
  const coverage = join(folder, 'coverage');
  const { status, stdout } = await run(['--version'], { environment: { NODE_V8_COVERAGE: coverage } });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^postway \d+\.\d+\.\d+\n$/),
  });

  const loaded = readdirSync(coverage)
    .flatMap((file) => JSON.parse(readFileSync(join(coverage, file), 'utf8')).result as { url: string }[])
    .filter(({ url }) => url.includes('/dist/cli/'));
  expect(loaded.length).toBeGreaterThan(0);
  // Whoever talks to the network or a window imports one of these.
  const code = loaded.map(({ url }) => readFileSync(new URL(url), 'utf8')).join('\n');
  expect(code).not.toMatch(/["']node:(net|tls|dns|http|crypto)["'/]/);
  // Schemas and sentences take as long to load as Node itself.
  expect(code.length).toBeLessThan(10_000);
});

test.each([[], ...commands.map(({ name }) => [name])])('%s --help is on stdout alone', async (...words) => {
  const { status, stdout, stderr } = await run([...words, '--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`Usage: postway ${words[0] ?? '<command>'}`);
});

describe('wrong use ends with 2 and names the argument on stderr', () => {
  test.each<[string[], string]>([
    [[], 'postway: say what to do'],
    [['chekc'], '"chekc"'],
    [['you@example.org'], '"you@example.org"'],
    [['--json'], '--json'],
    [['check'], 'check: address:'],
    [['check', 'you@'], 'check: address:'],
    [['check', 'x.example', '--prots', '25'], '--prots'],
    [['check', 'x.example', '--ports', '70000'], '--ports'],
    [['check', 'x.example', '--ports'], '--ports'],
    [['check', 'x.example', '--current', 'mail.example.org:25'], '--current'],
    [['check', 'x.example', '--reference', 'a.example'], '--reference'],
    [['check', 'x.example', '--resolver', 'dns.example'], '--resolver'],
    [['check', 'x.example', '--timeout', 'soon'], '--timeout'],
    [['check', 'x.example', '--server', 'a b'], '--server'],
    [['check', 'x.example', 'y.example'], '"y.example"'],
    [['export'], 'export: client:'],
    [['export', 'pegasus'], '"pegasus"'],
    [['export', 'text', '--report', '/nowhere/report.json'], '--report'],
    [['export', 'text', '--report', '/'], '--report'],
    [['export', 'text', '-'], '--report'],
    [['serve', '--port', '0x50'], '--port'],
    [['serve', 'now'], '"now"'],
    [['practice', 'port-25-bloked', '--check'], 'Did you mean port-25-blocked?'],
    [['practice', '--json'], '--json'],
  ])('%j', async (argv, named) => {
    const { status, stdout, stderr } = await run(argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(named);
    expect(stderr).toMatch(/\nHelp: postway .*--help\n$/);
  });
});

describe('export', () => {
  test('--list names every client', async () => {
    const { status, stdout } = await run(['export', '--list']);
    expect(status).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(clients.map(({ id }) => id));
  });

  // One of each kind; test/electron/cli/commands/export.test.ts has them all.
  test.each(['text', 'outlook', 'msmtp'])(
    '%s from a saved report and from standard input is the same',
    async (id) => {
      const fromFile = await run(['export', id, '--report', saved]);
      expect(fromFile).toMatchObject({ status: 0, stderr: '' });
      expect(fromFile.stdout).toContain('mail.example.org');
      expect(fromFile.stdout).toContain('587');
      expect(await run(['export', id, '-'], { stdin: readFileSync(saved, 'utf8') })).toEqual(fromFile);
    },
  );

  test('--out writes a file for its owner alone, and replaces one only with --force', async () => {
    const out = join(folder, 'settings.txt');
    const argv = ['export', 'text', '--report', saved, '--out', out];
    expect(await run(argv)).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toContain('mail.example.org');
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600);

    writeFileSync(out, 'mine');
    const refused = await run(argv);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--out');
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(await run([...argv, '--force'])).toMatchObject({ status: 0 });
    expect(readFileSync(out, 'utf8')).toContain('mail.example.org');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test.each<[string, string, number]>([
    ['an escape sequence in a host', hostileReport({ host: 'a\u001b]8;;http://x\u0007b' }), 1],
    ['a line end in a user name', hostileReport({ username: 'a\r\nport = 25' }), 1],
    ['text turned around', hostileReport({ username: 'a\u202eb' }), 1],
    ['a schema made of escapes', '{"schema":"\\u001b[2J\\u001b]0;x\\u0007"}', 2],
    ['a field of the wrong kind', renderReport(aJudgedReport()).replace('587', '"\\u001b[2J"'), 2],
    ['no JSON at all', '\u001b[2J', 2],
    ['far too much', 'x'.repeat(4_000_000), 2],
  ])('a hostile report with %s is refused without an echo', async (_name, stdin, status) => {
    const ended = await run(['export', 'text', '-'], { stdin });
    expect(ended).toMatchObject({ status, stdout: '' });
    expect(ended.stderr).toMatch(/^postway export: /m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(ended.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('practice', () => {
  test('port-25-blocked --check says so and gives the settings of port 587', async () => {
    const { status, stdout, stderr } = await run(['practice', 'port-25-blocked', '--check']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^PRACTICE/);
    expect(stdout).toContain('port 25');
    expect(stdout).toMatch(/Port +587/);
    expect(stdout).toMatch(/Encryption +STARTTLS/);
    expect(stdout).toMatch(/Port +25 +-> +587/);
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
    expect(stderr).toMatch(/^Works: mail\.practice\.example port \d+ /m);
    expect(stdout + stderr).not.toContain('\u001b');
  });

  test.each<[string, number, string]>([
    ['port-25-blocked', 0, 'port-25-blocked'],
    ['tls-blocked', 1, 'tls-blocked'],
    ['captive-portal', 3, 'captive-portal'],
    ['offline', 3, 'offline'],
  ])('%s --check --json ends with %d and is one report', async (scenario, status, verdict) => {
    const ended = await run(['practice', scenario, '--check', '--json']);
    expect(ended.status).toBe(status);
    expect(parseReport(ended.stdout)).toMatchObject({
      ok: true,
      value: { practice: true, verdict: { code: verdict } },
    });
  });

  test('its report leads to settings for a mail program', async () => {
    const { stdout } = await run(['practice', 'port-25-blocked', '--check', '--json']);
    const steps = await run(['export', 'outlook', '-'], { stdin: stdout });
    expect(steps.stdout).toContain('Outgoing server (SMTP): 587');
  });

  test('Ctrl-C shows what was found so far and ends with 130', async () => {
    const checking = start(['practice', 'slow-greeting', '--check']);
    await checking.until('stderr', '\nreceiving, port ');
    checking.signal('SIGINT');
    const { status, stdout, stderr } = await checking.ended;
    expect(status).toBe(130);
    expect(stderr).toContain('Stopping.');
    expect(stdout).toContain('Stopped before the end.');
  });

  test('Ctrl-C with --json still leaves one whole report', async () => {
    const checking = start(['practice', 'slow-greeting', '--check', '--json']);
    await checking.until('stderr', '\nreceiving, port ');
    checking.signal('SIGTERM');
    const { status, stdout } = await checking.ended;
    expect(status).toBe(130);
    expect(parseReport(stdout)).toMatchObject({ ok: true, value: { interrupted: true } });
  });

  test('a reader that leaves early is no fault', async () => {
    const checking = start(['practice', 'everything-open', '--check']);
    checking.closeStdout();
    const { status, stderr } = await checking.ended;
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|mistake/);
  });
});

describe('check of a server on this computer', () => {
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 here\u001b[2J.example ESMTP\r\n');
      socket.on('data', (bytes) => {
        if (/^EHLO/i.test(String(bytes))) socket.write('250-here.example\r\n250 AUTH PLAIN\r\n');
        else socket.end('221 bye\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('finds the setting that works, and lets no escape sequence of the server through', async () => {
    const { status, stdout, stderr } = await run(['check', `127.0.0.1:${port}`, '--no-references']);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`Port +${port}\n`));
    expect(stdout + stderr).not.toContain('\u001b');
  });

  test('ends with 1 when nothing listens', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port: free } = silent.address() as AddressInfo;
    await new Promise((resolve) => silent.close(resolve));
    const { status, stdout } = await run(['check', `127.0.0.1:${free}`, '--no-references', '--json']);
    expect(status).toBe(1);
    expect(parseReport(stdout)).toMatchObject({ ok: true, value: { recommendation: null } });
  });
});

describe('serve', () => {
  test('prints an address that answers, and ends on Ctrl-C', async () => {
    const serving = start(['serve']);
    const address = (await serving.until('stdout', '\n')).trim();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\S{20,}$/);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(200);
    serving.signal('SIGINT');
    const { status, stdout, stderr } = await serving.ended;
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${address}\n` });
    expect(stderr).toContain('Open this address in a browser');
  });

  test('says so when the port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { status, stdout, stderr } = await run(['serve', '--port', String(port)]);
    await new Promise((resolve) => taken.close(resolve));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`--port: port ${port} is in use`);
  });
});

function hostileReport({ host, username }: { readonly host?: string; readonly username?: string }): string {
  const report = aReport({
    ...(host !== undefined && { observations: [anObservation({ host })] }),
    discovery: aReport().discovery.map((entry) => ({
      ...entry,
      servers: entry.servers.map((server) => ({ ...server, ...(username !== undefined && { username }) })),
    })),
  });
  return renderReport(report);
}

test('a process killed at any moment of saving leaves the older file or the whole new one', async () => {
  const target = join(folder, 'killed.txt');
  const argv = ['export', 'text', '--report', saved, '--out', target, '--force'];
  const started = performance.now();
  expect((await run(argv)).status).toBe(0);
  const tookMs = performance.now() - started;
  const whole = readFileSync(target, 'utf8');
  const seen = new Set<string>();
  // Saving comes last, so most kills fall into the second half of what a run takes; the first comes at once, the last never.
  for (const part of [0, ...Array.from({ length: 14 }, (_, index) => 0.5 + index / 20), Infinity]) {
    writeFileSync(target, 'older');
    const saving = start(argv);
    await (part === Infinity ? saving.ended : Promise.race([saving.ended, sleep(tookMs * part)]));
    saving.signal('SIGKILL');
    await saving.ended;
    seen.add(readFileSync(target, 'utf8'));
  }
  expect([...seen].sort()).toEqual(['older', whole].sort());
});
