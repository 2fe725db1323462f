import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createHistory,
  historyFolder,
  historyOn,
  isHistoryId,
  mostKept,
} from '../../../electron/backend/history.ts';
import { type Report, renderReport } from '../../../shared/model/report.ts';
import { aJudgedReport, anObservation } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { needs } from '../../support/needs.ts';
import { refusedAct } from '../../support/sample-acts.ts';

async function aHistory() {
  const folder = await mkdtemp(join(tmpdir(), 'postway-history-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const inside = join(folder, 'state', 'history');
  return { history: createHistory(inside), folder: inside };
}

/** Some 40 kB. */
const aLongDiscovery: Report['discovery'] = Array.from({ length: 100 }, (_, index) => ({
  source: 'guess',
  asked: `${'long-label.'.repeat(30)}${index}`,
  outcome: 'nothing',
  servers: [],
  elapsedMs: 1,
}));

const at = (second: number, change: Partial<Report> = {}): Report =>
  aJudgedReport({ startedAt: new Date(Date.UTC(2026, 10, 28, 6, 0, second)).toISOString(), ...change });

test('a check is kept in a file that only its owner can read, listed, and opened again', async () => {
  const { history, folder } = await aHistory();
  const kept = await history.keep(at(1));
  const id = kept.ok ? kept.value.id : null;
  if (id === null) expect.unreachable();
  expect(isHistoryId(id)).toBe(true);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, `${id}.json`))).mode & 0o777).toBe(0o600);

  expect((await history.list(english)).checks).toEqual([
    {
      id,
      startedAt: '2026-11-28T06:00:01.000Z',
      subject: 'you@example.org',
      verdict: 'all-clear',
      headline: expect.stringMatching(/\w/),
      works: true,
    },
  ]);
  const opened = await history.open(id, english);
  expect(opened.ok && opened.value.startedAt).toBe('2026-11-28T06:00:01.000Z');
});

test(`the newest ${mostKept} are kept, the newest first`, async () => {
  const { history, folder } = await aHistory();
  for (let second = 0; second < mostKept + 3; second += 1) await history.keep(at(second));
  expect(await readdir(folder)).toHaveLength(mostKept);
  const list = (await history.list(english)).checks;
  expect(list[0]?.startedAt).toContain('06:00:52');
  expect(list.at(-1)?.startedAt).toContain('06:00:03');
});

test('one is forgotten, or all; another name is told, and a path out of the folder reaches nothing', async () => {
  const { history, folder } = await aHistory();
  await history.keep(at(1));
  await history.keep(at(2));
  const [newest] = (await history.list(english)).checks;
  expect(await history.forget(newest?.id ?? '')).toEqual({ ok: true, value: { forgotten: 1 } });
  for (const id of ['../../secret', '20261128t060000z-000000', '']) {
    expect(await history.forget(id)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await history.open(id, english)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  }
  expect(await history.forget('all')).toEqual({ ok: true, value: { forgotten: 1 } });
  expect(await readdir(folder)).toEqual([]);
});

test('what was done after a check is kept beside it, and brings nothing back that is forgotten or was never kept', async () => {
  const { history, folder } = await aHistory();
  const report = at(1);
  await history.keep(report);
  const acted = { ...report, acts: [refusedAct] };
  await history.keepActs(acted);
  const [kept, ...others] = (await history.list(english)).checks;
  expect(others).toEqual([]);
  const opened = await history.open(kept?.id ?? '', english);
  expect(opened.ok && opened.value.acts?.map(({ reply }) => reply)).toEqual([refusedAct.reply]);

  await history.keepActs({ ...at(2), acts: [refusedAct] });
  await history.forget('all');
  await history.keepActs(acted);
  expect(await readdir(folder)).toEqual([]);
});

test('whoever wants none kept has none kept; what is there stays until it is forgotten', async () => {
  const { history } = await aHistory();
  await history.keep(at(1));
  await history.setOn(false);
  expect(await history.isOn()).toBe(false);
  expect(await history.keep(at(2))).toEqual({ ok: true, value: { id: null } });
  expect((await history.list(english)).checks).toHaveLength(1);
  await history.setOn(true);
  await history.keep(at(3));
  expect((await history.list(english)).checks).toHaveLength(2);
});

test('practice, a check that was stopped, and one that ended with a bug of ours are not kept', async () => {
  const { history } = await aHistory();
  for (const change of [{ practice: true }, { interrupted: true }, { internal: true }])
    await history.keep(at(1, change));
  expect((await history.list(english)).checks).toEqual([]);
});

test('a file that is no report is left out, and what a file claims is judged anew', async () => {
  const { history, folder } = await aHistory();
  await history.keep(at(5));
  const [name = ''] = await readdir(folder);
  const lies = (await readFile(join(folder, name), 'utf8')).replaceAll('all-clear', 'server-down');
  await writeFile(join(folder, '20261128t060006z-abcdef.json'), lies);
  await writeFile(join(folder, '20261128t060007z-abcdef.json'), '{');
  await writeFile(join(folder, 'notes.txt'), 'mine');
  const list = (await history.list(english)).checks;
  expect(list.map(({ verdict }) => verdict)).toEqual(['all-clear', 'all-clear']);
  expect((await history.list(english)).damaged).toEqual(['20261128t060007z-abcdef']);
  expect(await history.open('20261128t060007z-abcdef', english)).toMatchObject({
    ok: false,
    problem: { message: { key: 'history.damaged' } },
  });
  expect(await history.open('20261128t060008z-abcdef', english)).toMatchObject({
    problem: { message: { key: 'history.unknown' } },
  });
  await history.forget('all');
  expect(await readdir(folder)).toEqual(['notes.txt']);
});

test('a folder that cannot be made costs the history, and nothing else', async () => {
  const { folder } = await aHistory();
  await writeFile(join(folder, '..', '..', 'in-the-way'), '');
  const history = createHistory(join(folder, '..', '..', 'in-the-way', 'history'));
  expect(await history.keep(at(1))).toMatchObject({ ok: false, problem: { code: 'unavailable' } });
  expect((await history.list(english)).checks).toEqual([]);
  expect(await history.setOn(false)).toMatchObject({ ok: false });
});

test('whatever somebody put into the folder, the list holds what can be read, and no more than are kept', async () => {
  const { history, folder } = await aHistory();
  await history.keep(at(1));
  const name = (mark: number): string => `20261127t000000z-${mark.toString(16).padStart(6, '0')}`;
  const put = (mark: number, content: string) => writeFile(join(folder, `${name(mark)}.json`), content);
  await put(1, '');
  await put(2, '{"schema":"postway-report/1"');
  await put(3, `${'['.repeat(100_000)}`);
  await put(4, 'x'.repeat(4_000_000));
  await put(5, renderReport(at(2)).replace('postway-report/2', 'postway-report/99'));
  await symlink('/etc/passwd', join(folder, `${name(6)}.json`));
  await symlink(`${name(7)}.json`, join(folder, `${name(7)}.json`)); // leads to itself
  await symlink('/dev/zero', join(folder, `${name(8)}.json`));
  await mkdir(join(folder, `${name(9)}.json`));
  execFileSync('mkfifo', [join(folder, `${name(10)}.json`)]);
  expect((await history.list(english)).checks.map(({ startedAt }) => startedAt)).toEqual([
    '2026-11-28T06:00:01.000Z',
  ]);
  expect(await history.open(name(9), english)).toMatchObject({ ok: false, problem: { code: 'not-found' } });

  // What is no file of ours, such as a folder, stays, and the person is told.
  expect(await history.forget('all')).toMatchObject({ ok: false, problem: { code: 'refused' } });
  expect(await readdir(folder)).toEqual([`${name(9)}.json`]);
  expect(await readFile('/etc/passwd', 'utf8')).toMatch(/root/);

  const text = renderReport(at(3));
  for (let mark = 100; mark < 260; mark += 1) await put(mark, text);
  expect((await history.list(english)).checks).toHaveLength(mostKept);
});

describe('on a disk that is full', () => {
  needs('root'); // mounts a disk of 64 kB
  test('the check that is kept is lost, and nothing else; to forget makes room again', async () => {
    const disk = await mkdtemp(join(tmpdir(), 'postway-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    onTestFinished(async () => {
      execFileSync('umount', [disk]);
      await rm(disk, { recursive: true });
    });
    const history = createHistory(join(disk, 'history'));
    const large = (second: number) =>
      at(second, { observations: [anObservation({ greeting: 'x'.repeat(500) })], discovery: aLongDiscovery });
    await history.keep(large(1));
    expect(await history.keep(large(2))).toMatchObject({ ok: false, problem: { code: 'refused' } });
    expect((await history.list(english)).checks.map(({ startedAt }) => startedAt.slice(17, 19))).toEqual([
      '01',
    ]);
    expect(await readdir(join(disk, 'history'))).toHaveLength(1);
    expect(await history.forget('all')).toMatchObject({ ok: true });
    expect(await history.keep(large(3))).toMatchObject({ ok: true });
  });
});

test.each([
  ['linux', {}, '/home/you/.local/state/postway/history'],
  ['linux', { XDG_STATE_HOME: '/state' }, '/state/postway/history'],
  ['linux', { XDG_STATE_HOME: 'relative' }, '/home/you/.local/state/postway/history'],
  ['darwin', {}, '/home/you/Library/Application Support/Postway/history'],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/Postway/history'],
])('on %s with %j it is %s', (platform, environment, expected) => {
  expect(historyFolder(platform, '/home/you', environment)).toBe(expected);
});

test('a home of its own has a history of its own', async () => {
  const { folder } = await aHistory();
  const place = { platform: 'linux', home: join(folder, '..', '..'), environment: {} };
  await historyOn(place).keep(at(1));
  expect((await historyOn(place).list(english)).checks).toHaveLength(1);
});
