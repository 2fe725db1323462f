import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '../../../shared/model/report.ts';
import { aJudgedReport } from '../../support/builders.ts';
import { builtCommandLine } from '../../support/built.ts';

const { start } = builtCommandLine();
const root = fileURLToPath(new URL('../../..', import.meta.url));
const commandLine = join(root, 'dist', 'cli', 'postway.mjs');
const folder = mkdtempSync(join(tmpdir(), 'postway-ends-'));
const report = join(folder, 'report.json');
beforeAll(() => writeFileSync(report, renderReport(aJudgedReport())));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a shell makes of it: its status and standard error. */
async function inShell(line: string): Promise<{ status: number; stderr: string }> {
  const ended = await promisify(execFile)('bash', ['-c', line], { encoding: 'utf8' }).catch(
    (error: { code: number; stderr: string }) => error,
  );
  return { status: 'code' in ended ? ended.code : 0, stderr: ended.stderr };
}
const postway = `${process.execPath} ${commandLine}`;

describe.skipIf(process.platform !== 'linux')('rough ends', () => {
  test.each([
    ['the version', '--version'],
    ['help', '--help'],
    ['an export', `export text --report ${report}`],
    ['a list', 'practice --list'],
  ])('%s on a full disk: one line, and a status of its own', async (_name, command) => {
    const { status, stderr } = await inShell(`${postway} ${command} > /dev/full`);
    expect(status).toBe(74);
    expect(stderr).toMatch(/^postway: The result could not be written \(ENOSPC\)\. .*\n$/);
  });

  test.each([10, 20, 24, 28, 34])('%i open files: works, or one line and 70', async (limit) => {
    const { status, stderr } = await inShell(
      `ulimit -n ${limit}; ${postway} practice port-25-blocked --check --json > ${folder}/out`,
    );
    if (status === 0) return;
    expect(stderr).not.toMatch(/^ {4}at /m);
    if (limit < 20) return; // Node itself does not start
    expect(status).toBe(70);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^[Pp]ostway/);
  });

  test.each([
    ['SIGINT', 'export text'],
    ['SIGTERM', 'export text'],
    ['SIGINT', 'apply thunderbird'],
    ['SIGTERM', 'apply thunderbird'],
    ['SIGTERM', 'login you@example.org --password-stdin'],
  ] as const)('a report that is a pipe nobody writes to: one %s ends %s', async (signal, command) => {
    const pipe = join(folder, `pipe-${signal}-${command.slice(0, 5)}`);
    execFileSync('mkfifo', [pipe]);
    const waiting = start([...command.split(' '), '--report', pipe]);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    waiting.signal(signal);
    expect((await waiting.ended).status).toBe(130);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'a result into a pipe nobody reads: one %s ends it',
    async (signal) => {
      const pipe = join(folder, `unread-${signal}`);
      execFileSync('mkfifo', [pipe]);
      const waiting = start(['export', 'text', '--report', report, '--out', pipe]);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      waiting.signal(signal);
      expect((await waiting.ended).status).toBe(130);
    },
  );

  test('a pipe that nobody ever reads is given up', async () => {
    const pipe = join(folder, 'unread');
    execFileSync('mkfifo', [pipe]);
    const { status, stderr } = await start(['export', 'text', '--report', report, '--out', pipe]).ended;
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('ENXIO') });
  });

  test('a result into a pipe is whole, however late it is read', async () => {
    const pipe = join(folder, 'read-late');
    execFileSync('mkfifo', [pipe]);
    const { status } = await inShell(
      `${postway} export html --report ${report} --out ${pipe} 2> ${folder}/err & sleep 1; cat ${pipe} > ${folder}/late; wait $!`,
    );
    expect(status).toBe(0);
    const { status: same } = await inShell(
      `${postway} export html --report ${report} 2> ${folder}/err | cmp - ${folder}/late`,
    );
    expect(same).toBe(0);
  });

  test.each([
    'export text --report',
    'report --report',
    'compare BIG',
    'letter internet-provider --report',
    'explain --file',
    'apply thunderbird --report',
  ])('a file of a hundred megabytes is not read whole: %s', async (command) => {
    const big = join(folder, 'big.json');
    writeFileSync(big, '');
    truncateSync(big, 100_000_000);
    const line = `${postway} ${command.replace('BIG', big)} ${big}`;
    const startedMs = performance.now();
    const { status, stderr } = await inShell(`LANG=C ${line}`);
    expect(status).toBe(2);
    expect(stderr).toContain('is longer than the 1,000,000 characters');
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });

  test('a report through a pipe that somebody writes to is read, late or at once', async () => {
    const pipe = join(folder, 'written');
    execFileSync('mkfifo', [pipe]);
    const reading = start(['export', 'text', '--report', pipe]);
    spawn('bash', ['-c', `sleep 0.5; cat ${report} > ${pipe}`]);
    const { status, stdout } = await reading.ended;
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('mail.example.org') });
    const substituted = await inShell(`${postway} export text --report <(cat ${report}) > ${folder}/out`);
    expect(substituted).toEqual({ status: 0, stderr: '' });
  });
});
