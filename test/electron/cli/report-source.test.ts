import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { historyOn } from '../../../electron/backend/history.ts';
import { parseArguments } from '../../../electron/cli/arguments.ts';
import { findCommand } from '../../../electron/cli/commands/index.ts';
import { reportSource } from '../../../electron/cli/report-source.ts';
import { thisComputer } from '../../../electron/computer/workstation.ts';
import { renderReport } from '../../../shared/model/report.ts';
import { aJudgedReport } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { fakeContext, fakeServices, fakeShell } from './fake-shell.ts';

const report = aJudgedReport();
const saved = renderReport(report);

async function read(argv: string[], stdin?: string, workstation = fakeServices().workstation) {
  const command = findCommand('apply');
  if (!command) throw new Error('there is such a command');
  const args = parseArguments(command, ['thunderbird', ...argv]);
  if (!args.ok) throw new Error(english(args.problem.message));
  const { shell } = fakeShell({ files: { 'report.json': saved }, ...(stdin !== undefined && { stdin }) });
  const source = reportSource(args.value, fakeContext(shell, { workstation }));
  return source.ok ? source.value() : source;
}

test.each<[string, string[], string | undefined]>([
  ['a file', ['--report', 'report.json'], undefined],
  ['a file, beside a pipe', ['--report', 'report.json'], 'not this'],
  ['standard input, said by a dash', ['-'], saved],
  ['standard input, said by --report -', ['--report', '-'], saved],
  ['a pipe, without a word', [], saved],
])('%s', async (_name, argv, stdin) => {
  expect(await read(argv, stdin)).toEqual({ ok: true, value: report });
});

test('the name of a kept check', async () => {
  const home = await mkdtemp(join(tmpdir(), 'postway-home-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const place = { ...thisComputer(), platform: 'linux', home, environment: {} };
  const kept = await historyOn(place).keep(report);
  const id = (kept.ok && kept.value.id) || '';
  expect(await read(['--report', id], undefined, async () => place)).toEqual({ ok: true, value: report });
});

test.each<[string[], string | undefined, string]>([
  [[], undefined, '--report'],
  [['report.json'], undefined, '"report.json"'],
  [['-', '--report', 'report.json'], saved, '--report'],
  [['-'], 'no report', '--report'],
])('%j is wrong use of %s', async (argv, stdin, field) => {
  expect(await read(argv, stdin)).toMatchObject({ ok: false, problem: { field } });
});
