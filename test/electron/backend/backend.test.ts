import { expect, test } from 'vitest';
import { createBackend } from '../../../electron/backend/backend.ts';
import { parseCheckRequest } from '../../../electron/backend/input.ts';
import { ownChecks } from '../../../electron/backend/own-checks.ts';
import { createCaller } from '../../../shared/contract/caller.ts';
import type { CheckEvent } from '../../../shared/model/check.ts';
import { contractLink } from '../../support/contract-link.ts';

const describe = { version: '1.2.3', platform: 'linux', isDesktop: false, practice: null };

test('a window checks in the practice network: events as they come, then the report, all as the contract has it', async () => {
  const bugs: unknown[] = [];
  const backend = createBackend({ describe, reportBug: (bug) => bugs.push(bug) });
  const link = contractLink(backend.handlers);
  const caller = createCaller(link.channel);
  const { scenarios } = await caller['practice.list']({});
  const scenario = scenarios.find(({ id }) => id === 'port-25-blocked');
  if (!scenario) expect.unreachable();

  const { checkId } = await caller['check.start']({ subject: scenario.address, practice: scenario.id });
  const events: CheckEvent[] = [];
  const report = await caller['check.watch']({ checkId }, (event) => events.push(event));

  expect(report).toMatchObject({
    practice: true,
    tool: { version: '1.2.3' },
    verdict: { code: 'port-25-blocked' },
    recommendation: { outgoing: { port: 587, security: 'starttls' } },
  });
  const kinds = new Set(events.map(({ type }) => type));
  expect([...kinds].sort()).toEqual(['discovered', 'observed', 'planned', 'progress', 'usable']);
  expect([...bugs, ...link.bugs]).toEqual([]);
  await backend.close();
});

test('closing the backend ends a check that runs with what is known', async () => {
  const backend = createBackend({ describe, reportBug: () => undefined });
  const caller = createCaller(contractLink(backend.handlers).channel);
  const { checkId } = await caller['check.start']({
    subject: 'you@practice.example',
    practice: 'port-25-blocked',
  });
  const report = caller['check.watch']({ checkId }, () => undefined);
  await backend.close();
  expect(await report).toMatchObject({ interrupted: true, practice: true });
});

test('the command line’s one check runs without a window and ends when it is told to', async () => {
  const input = parseCheckRequest({ subject: 'you@practice.example' });
  if (!input.ok) expect.unreachable();
  const bugs: unknown[] = [];
  const checks = ownChecks({ version: '1.2.3', history: null, reportBug: (bug) => bugs.push(bug) });
  const stop = new AbortController();
  const events: CheckEvent[] = [];
  const stopped = (event: CheckEvent): void => {
    events.push(event);
    stop.abort();
  };
  const known = { interrupted: true, practice: true, tool: { version: '1.2.3' } };
  expect(await checks.make(input.value, 'everything-open', stopped, stop.signal)).toMatchObject({
    ok: true,
    value: known,
  });
  expect(events.length).toBeGreaterThan(0);
  const ignore = (): void => {};
  expect(await checks.make(input.value, 'everything-open', ignore, AbortSignal.abort())).toMatchObject({
    ok: true,
    value: known,
  });
  expect(bugs).toEqual([]);
  expect(await checks.make(input.value, 'war', ignore, stop.signal)).toMatchObject({
    ok: false,
    problem: { code: 'internal' },
  });
  expect(String(bugs)).toContain('"war"');
  await checks.close();
});
