import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { computerHandlers } from '../../../electron/backend/computer.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { fail, ok } from '../../../shared/model/problem.ts';
import type { Report } from '../../../shared/model/report.ts';
import { said } from '../../../shared/text/said.ts';
import { aReport } from '../../support/builders.ts';
import { english, told } from '../../support/english.ts';
import { aWorkstation, type Home, somePrefs, thunderbirdHome } from '../../support/thunderbird-home.ts';
import { virtualClock } from '../../support/virtual-clock.ts';

const { signal } = new AbortController();
let home: Home;
beforeEach(async () => {
  home = await thunderbirdHome();
});
afterEach(() => home.remove());

function handlers({ report = aReport() as Report, isPractice = false, workstation = home.workstation } = {}) {
  const watch = async (checkId: string) =>
    checkId === 'check-1' ? ok(report) : fail<Report>('checkId', said('backend.unknown-check'), 'not-found');
  return computerHandlers(workstation, { watch }, isPractice);
}
async function found(from = handlers()) {
  const result = await from['computer.find']({}, signal);
  if (!result.ok) throw new Error(english(result.problem.message));
  return contract['computer.find'].result.parse(result.value);
}
async function idOf(from = handlers()): Promise<string> {
  return (await found(from)).accounts[0]?.id ?? '';
}
const prefsNow = () => readFile(home.prefsFile, 'utf8');

test('finds accounts when asked, as the contract has them', async () => {
  const { accounts, places } = await found();
  expect(accounts).toMatchObject([{ address: 'you@example.org', readFrom: home.prefsFile }]);
  expect(places).toContain(home.prefsFile);
});

test('a search that never ends, as on a network drive that is gone, is given up', async () => {
  const clock = virtualClock();
  const run = () => new Promise<never>(() => {});
  const window = handlers({ workstation: aWorkstation(home.home, { platform: 'win32', run, clock }) });
  expect(await clock.run(window['computer.find']({}, signal))).toMatchObject({
    ok: false,
    problem: { code: 'unavailable' },
  });
  expect(clock.sleepers()).toBe(0);
});

test('looks, changes and takes back, naming the account and the check by their ids alone', async () => {
  const window = handlers();
  const accountId = await idOf(window);
  const looked = await window['computer.preview']({ accountId, checkId: 'check-1' }, signal);
  if (!looked.ok) throw new Error(english(looked.problem.message));
  const preview = contract['computer.preview'].result.parse(looked.value);
  expect(preview).toMatchObject({ isOpen: false, canUndo: false, file: home.prefsFile, alsoUsedBy: [] });
  expect(preview.changes).toEqual([
    { label: 'Port', from: '25', to: '587', name: 'mail.smtpserver.smtp1.port' },
    { label: 'Connection security', from: 'None', to: 'STARTTLS', name: 'mail.smtpserver.smtp1.try_ssl' },
  ]);
  expect(await prefsNow()).toBe(somePrefs);

  const applied = await window['computer.apply']({ previewId: preview.previewId }, signal);
  expect(applied).toMatchObject({ ok: true, value: { backup: expect.stringContaining(home.profile) } });
  expect(await prefsNow()).toContain('port", 587)');
  expect(await window['computer.preview']({ accountId, checkId: 'check-1' }, signal)).toMatchObject({
    ok: true,
    value: { changes: [], canUndo: true },
  });
  expect(await window['computer.undo']({ accountId }, signal)).toEqual(ok({ isWhole: true }));
  expect(await prefsNow()).toBe(somePrefs);
});

describe('refused, with nothing changed', () => {
  afterEach(async () => expect(await prefsNow()).toBe(somePrefs));

  test('an account, a check or a preview that nobody knows', async () => {
    const window = handlers();
    const accountId = await idOf(window);
    const code = { ok: false, problem: { code: 'not-found' } };
    expect(await window['computer.preview']({ accountId, checkId: 'check-2' }, signal)).toMatchObject(code);
    const stranger = '0000000000000000';
    expect(
      await window['computer.preview']({ accountId: stranger, checkId: 'check-1' }, signal),
    ).toMatchObject(code);
    expect(await window['computer.apply']({ previewId: 'none' }, signal)).toMatchObject(code);
    expect(await window['computer.undo']({ accountId }, signal)).toMatchObject(code);
  });

  test('the result of a practice check', async () => {
    const window = handlers({ report: aReport({ practice: true }) });
    const preview = await window['computer.preview'](
      { accountId: await idOf(window), checkId: 'check-1' },
      signal,
    );
    expect(told(preview)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('practice') },
    });
  });

  test.each([
    [
      'another address',
      { address: 'somebody@example.org', domain: 'example.org' },
      /for somebody@example.org, not for you@/,
    ],
    ['the same name elsewhere', { address: 'you@example.net' }, /for you@example.net/],
    ['the domain alone', { domain: 'example.org' }, /for (mail\.)?example\.org, not for you@/],
    ['a server alone', { server: 'mail.example.org' }, /for (mail\.)?example\.org, not for you@/],
  ])('the result of a check of %s', async (_name, input, words) => {
    const window = handlers({ report: aReport({ input }) });
    const preview = await window['computer.preview'](
      { accountId: await idOf(window), checkId: 'check-1' },
      signal,
    );
    expect(told(preview)).toMatchObject({
      ok: false,
      problem: { code: 'refused', field: 'accountId', message: expect.stringMatching(words) },
    });
  });

  test('in a window for practice nothing is even looked at', async () => {
    const workstation = {
      ...aWorkstation('/nowhere'),
      get home(): string {
        throw new Error('somebody looked');
      },
    };
    const window = handlers({ isPractice: true, workstation });
    const accountId = '0000000000000000';
    for (const answer of [
      await window['computer.find']({}, signal),
      await window['computer.preview']({ accountId, checkId: 'check-1' }, signal),
      await window['computer.apply']({ previewId: 'x' }, signal),
      await window['computer.undo']({ accountId }, signal),
    ]) {
      expect(answer).toMatchObject({ ok: false, problem: { code: 'refused', field: 'practice' } });
    }
  });

  test('while Thunderbird is open', async () => {
    await symlink('127.0.1.1:+4711', join(home.profile, 'lock'));
    const window = handlers({ workstation: aWorkstation(home.home, { isAlive: () => true }) });
    const looked = await window['computer.preview'](
      { accountId: await idOf(window), checkId: 'check-1' },
      signal,
    );
    expect(looked).toMatchObject({ ok: true, value: { isOpen: true } });
    const previewId = looked.ok ? looked.value.previewId : '';
    expect(await window['computer.apply']({ previewId }, signal)).toMatchObject({
      ok: false,
      problem: { field: 'thunderbird' },
    });
  });
});

test('a file that changed after it was looked at is not changed on the strength of that look', async () => {
  const window = handlers();
  const looked = await window['computer.preview'](
    { accountId: await idOf(window), checkId: 'check-1' },
    signal,
  );
  const previewId = looked.ok ? looked.value.previewId : '';
  await writeFile(home.prefsFile, `${somePrefs}// since\n`);
  expect(await window['computer.apply']({ previewId }, signal)).toMatchObject({ ok: false });
  expect(await prefsNow()).toBe(`${somePrefs}// since\n`);
});
