import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { seenEarlier } from '../../../electron/backend/earlier-checks.ts';
import { createHistory } from '../../../electron/backend/history.ts';
import { parseCheckRequest } from '../../../electron/backend/input.ts';
import { systemFor } from '../../../electron/backend/system-for.ts';
import { wordedCheck } from '../../../electron/backend/worded-check.ts';
import type { CurrentSettings } from '../../../shared/model/check.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { aJudgedReport, anObservation, tlsFacts } from '../../support/builders.ts';
import { english } from '../../support/english.ts';

const untrusted = tlsFacts({ trusted: false, problem: 'self-signed', problems: ['self-signed'] });

function plain(change: Partial<Observation> = {}): Observation {
  const { tls: _tls, ...rest } = anObservation({ security: 'none', ...change });
  return rest;
}

/** A history that holds one check a second, the last one the newest. */
async function aHistoryOf(...checks: Observation[][]) {
  const folder = await mkdtemp(join(tmpdir(), 'postway-earlier-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const history = createHistory(folder);
  for (const [second, observations] of checks.entries()) {
    const startedAt = new Date(Date.UTC(2026, 10, 28, 6, 0, second)).toISOString();
    await history.keep(aJudgedReport({ startedAt, observations }));
  }
  return { history, folder };
}

test('where a server is met without encryption, kept checks say that it had it', async () => {
  const { history } = await aHistoryOf(
    [anObservation({ port: 465, security: 'tls' }), anObservation()],
    [anObservation(), anObservation({ host: 'smtp.example.org', address: '192.0.2.11' })],
  );
  expect(await seenEarlier(history)(aJudgedReport({ observations: [plain()] }))).toEqual([
    { host: 'mail.example.org', port: 587, security: 'starttls' },
    { host: 'smtp.example.org', port: 587, security: 'starttls' },
    { host: 'mail.example.org', port: 465, security: 'tls' },
  ]);
});

test.each<[string, Observation[]]>([
  ['of a stranger’s server', [anObservation({ host: 'smtp.example.net', address: '192.0.2.77' })]],
  ['with a certificate that proves nothing', [anObservation({ tls: untrusted })]],
  ['that failed', [anObservation({ outcome: 'reset', stage: 'tls' })]],
  ['without encryption', [plain()]],
  ['of a control', [anObservation({ role: 'reference' })]],
])('a kept attempt %s says nothing', async (_name, observations) => {
  const { history } = await aHistoryOf(observations);
  expect(await seenEarlier(history)(aJudgedReport({ observations: [plain()] }))).toEqual([]);
});

test('nothing is read where encryption is at work, and what cannot be read is passed over', async () => {
  const { history, folder } = await aHistoryOf([anObservation()]);
  await writeFile(join(folder, '20261128t070000z-abcdef.json'), '{');
  const reads = { reports: () => expect.unreachable() };
  expect(await seenEarlier(reads)(aJudgedReport({ observations: [anObservation()] }))).toEqual([]);
  expect(await seenEarlier(history)(aJudgedReport({ observations: [plain()] }))).toHaveLength(1);
});

test('a check that meets a server without encryption which had it earlier warns, and recommends no plain setting', async () => {
  const input = parseCheckRequest({ subject: 'you@practice.example' });
  if (!input.ok) expect.unreachable();
  const checked = async (earlier: CurrentSettings[]) => {
    const { system, close } = await systemFor('no-encryption');
    const check = wordedCheck(english, async () => earlier);
    return check(input.value, { system, version: '1' }, new AbortController().signal).finally(close);
  };
  const first = await checked([]);
  expect(first).toMatchObject({
    verdict: { code: 'no-encryption' },
    recommendation: { outgoing: { security: 'none' } },
  });
  const { host = '', port = 587 } = first.recommendation?.outgoing ?? {};
  const earlier = [{ host, port, security: 'starttls' as const }];
  const second = await checked(earlier);
  expect(second).toMatchObject({
    input: { earlier },
    verdict: { code: 'starttls-stripped', detail: expect.stringContaining('earlier check') },
    recommendation: null,
  });
});
