import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { refusedBefore } from '../../../electron/backend/earlier-logins.ts';
import { createHistory } from '../../../electron/backend/history.ts';
import type { Act } from '../../../shared/model/act.ts';
import type { Report } from '../../../shared/model/report.ts';
import { aJudgedReport } from '../../support/builders.ts';
import { refusedAct } from '../../support/sample-acts.ts';

const nowMs = Date.UTC(2026, 10, 28, 12);
const { host } = refusedAct.endpoint;

const ago = (minutes: number, change: Partial<Act> = {}): Act => ({
  ...refusedAct,
  incomingLogin: 'unknown',
  startedAt: new Date(nowMs - minutes * 60_000).toISOString(),
  ...change,
});
const checked = (minutes: number, change: Partial<Report> = {}): Report =>
  aJudgedReport({ startedAt: new Date(nowMs - minutes * 60_000).toISOString(), ...change });

async function aHistory() {
  const folder = await mkdtemp(join(tmpdir(), 'postway-logins-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return createHistory(join(folder, 'history'));
}

test('each run begins with a check of its own, and the refusals of all of them are counted', async () => {
  const history = await aHistory();
  for (const minutes of [30, 20, 10]) {
    const report = checked(minutes);
    await history.keep(report);
    await history.keepActs({ ...report, acts: [ago(minutes)] });
  }
  expect(await refusedBefore(checked(0), host, history, nowMs)).toBe(3);
  expect(await refusedBefore(checked(0, { acts: [ago(10), ago(1)] }), host, history, nowMs)).toBe(4);
});

test('another address, another server, what was yesterday, and what stands before a login that worked do not count', async () => {
  const history = await aHistory();
  const kept: readonly (readonly [number, Act, Partial<Report>])[] = [
    [2000, ago(2000), {}],
    [300, ago(300), {}],
    [200, ago(200, { stage: 'done', outcome: 'ok' }), {}],
    [100, ago(100), {}],
    [90, ago(90), { input: { address: 'other@example.org', domain: 'example.org' } }],
  ];
  for (const [minutes, act, change] of kept) {
    const report = checked(minutes, change);
    await history.keep(report);
    await history.keepActs({ ...report, acts: [act] });
  }
  expect(await refusedBefore(checked(0), host, history, nowMs)).toBe(1);
  expect(await refusedBefore(checked(0), 'mail.example.net', history, nowMs)).toBe(0);
  expect(await refusedBefore(checked(0, { practice: true }), host, history, nowMs)).toBe(0);
});

test('a report in a file of one’s own does not make what was done with its kept twin undone', async () => {
  const history = await aHistory();
  const report = checked(60);
  await history.keep(report);
  for (const minutes of [30, 20, 10]) await history.keepActs({ ...report, acts: [ago(minutes)] });
  expect(await refusedBefore(report, host, history, nowMs)).toBe(3);
});
