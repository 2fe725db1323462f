import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Checks } from '../../../electron/backend/checks.ts';
import { createHandlers, type HandlersOptions } from '../../../electron/backend/handlers.ts';
import { historyOn } from '../../../electron/backend/history.ts';
import type { CheckInput } from '../../../shared/model/check.ts';
import { ok } from '../../../shared/model/problem.ts';
import { aReport, aServer } from '../../support/builders.ts';
import { noActs } from '../../support/no-acts.ts';
import { aWorkstation } from '../../support/thunderbird-home.ts';

const scenario = {
  id: 'port-25-blocked',
  group: 'To begin with',
  name: 'Port 25',
  story: 'Blocked.',
  address: 'you@practice.example',
};
const describe = { version: '1.2.3', platform: 'linux', isDesktop: false, practice: null };

function handlersWith(change: Partial<HandlersOptions> = {}) {
  const started: [CheckInput, string | undefined][] = [];
  const cancelled: string[] = [];
  const checks: Checks = {
    start(input, scenarioId) {
      started.push([input, scenarioId]);
      return ok({ checkId: 'c1' });
    },
    watch: async () => ok(aReport()),
    make: async () => ok(aReport()),
    cancel(checkId) {
      cancelled.push(checkId);
      return ok({});
    },
    close: async () => {},
  };
  const practiceScenarios = () => [{ ...scenario, world: 'not for the window' }];
  const handlers = createHandlers({
    checks,
    acts: noActs,
    describe,
    practiceScenarios,
    workstation: aWorkstation('/nowhere'),
    history: historyOn(aWorkstation('/nowhere')),
    ...change,
  });
  return { handlers, started, cancelled };
}

const signal = new AbortController().signal;
const file = { fileName: '../settings.txt', mediaType: 'text/plain', text: 'Port 587\n' };

test('describes itself and lists the practice scenarios, with nothing more than the contract has', async () => {
  const { handlers } = handlersWith();
  expect(await handlers['app.describe']({}, signal)).toEqual(ok(describe));
  expect(await handlers['practice.list']({}, signal)).toEqual(ok({ scenarios: [scenario] }));
});

test('starts what was typed, in the real network', async () => {
  const { handlers, started } = handlersWith();
  expect(await handlers['check.start']({ subject: 'you@example.org' }, signal)).toEqual(
    ok({ checkId: 'c1' }),
  );
  expect(started).toEqual([[expect.objectContaining({ address: 'you@example.org' }), undefined]]);
});

test('what was typed wrongly starts nothing and names the field', async () => {
  const { handlers, started } = handlersWith();
  expect(await handlers['check.start']({ subject: 'you@' }, signal)).toMatchObject({
    ok: false,
    problem: { field: 'subject' },
  });
  expect(started).toEqual([]);
});

test('a practice check runs in its scenario; an unknown scenario runs nowhere', async () => {
  const { handlers, started } = handlersWith();
  await handlers['check.start']({ subject: scenario.address, practice: scenario.id }, signal);
  expect(started[0]?.[1]).toBe(scenario.id);
  expect(await handlers['check.start']({ subject: scenario.address, practice: 'war' }, signal)).toMatchObject(
    {
      ok: false,
      problem: { code: 'not-found', field: 'practice' },
    },
  );
  expect(started).toHaveLength(1);
});

test('a window opened for practice never checks the real network', async () => {
  const { handlers, started } = handlersWith({ describe: { ...describe, practice: scenario.id } });
  await handlers['check.start']({ subject: 'you@example.org' }, signal);
  expect(started[0]?.[1]).toBe(scenario.id);
});

test('watching and cancelling reach the checks', async () => {
  const { handlers, cancelled } = handlersWith();
  expect(await handlers['check.watch']({ checkId: 'c1' }, () => {}, signal)).toMatchObject({ ok: true });
  await handlers['check.cancel']({ checkId: 'c1' }, signal);
  expect(cancelled).toEqual(['c1']);
});

test('without a dialog, saving is left to the browser', async () => {
  const { handlers } = handlersWith();
  expect(await handlers['file.save'](file, signal)).toMatchObject({
    ok: false,
    problem: { code: 'unavailable' },
  });
});

test('saves where the person chose; the window’s file name is only suggested, without its path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'postway-save-'));
  try {
    const suggested: string[] = [];
    const { handlers } = handlersWith({
      askWhereToSave: async (name) => {
        suggested.push(name);
        return join(folder, 'mine.txt');
      },
    });
    expect(await handlers['file.save'](file, signal)).toEqual(ok({ saved: true }));
    expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe(file.text);
    expect(suggested).toEqual(['settings.txt']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what came as base64 is saved as the bytes that it stands for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'postway-save-'));
  try {
    const { handlers } = handlersWith({ askWhereToSave: async () => join(folder, 'a.zip') });
    const zip = { ...file, text: 'UEsFBv8A', encoding: 'base64' as const };
    expect(await handlers['file.save'](zip, signal)).toEqual(ok({ saved: true }));
    expect([...(await readFile(join(folder, 'a.zip')))]).toEqual([0x50, 0x4b, 5, 6, 0xff, 0]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('who changes their mind saves nothing; a place that cannot be written is told', async () => {
  const { handlers: undecided } = handlersWith({ askWhereToSave: async () => null });
  expect(await undecided['file.save'](file, signal)).toEqual(ok({ saved: false }));
  const { handlers } = handlersWith({ askWhereToSave: async () => '/nowhere/at/all.txt' });
  expect(await handlers['file.save'](file, signal)).toMatchObject({
    ok: false,
    problem: { code: 'refused' },
  });
});

const settings = {
  outgoing: aServer(),
  incoming: null,
  mailAddress: 'you@example.org',
  displayName: '</h1><script>',
};

test('a page is made here from the settings, printed when its place is chosen, and saved as it came from the printer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'postway-save-'));
  try {
    const printed: string[] = [];
    const printPdf = async (html: string) => {
      printed.push(html);
      return Uint8Array.of(0x25, 0x50, 0xff);
    };
    const { handlers } = handlersWith({ askWhereToSave: async () => join(folder, 'a.pdf'), printPdf });
    expect(await handlers['page.save'](settings, signal)).toEqual(ok({ saved: true }));
    expect([...(await readFile(join(folder, 'a.pdf')))]).toEqual([0x25, 0x50, 0xff]);
    expect(printed).toEqual([expect.stringContaining('&lt;/h1&gt;&lt;script&gt;')]);
    const { handlers: undecided } = handlersWith({ askWhereToSave: async () => null, printPdf });
    expect(await undecided['page.save'](settings, signal)).toEqual(ok({ saved: false }));
    expect(printed).toHaveLength(1);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('no page is made where nothing prints, nor from a value that no page can hold', async () => {
  expect(await handlersWith().handlers['page.save'](settings, signal)).toMatchObject({
    problem: { code: 'unavailable' },
  });
  const { handlers } = handlersWith({
    askWhereToSave: async () => '/x',
    printPdf: async () => new Uint8Array(),
  });
  expect(await handlers['page.save']({ ...settings, displayName: 'a\u202eb' }, signal)).toMatchObject({
    problem: { code: 'refused', field: 'displayName' },
  });
});

test('a report is printed from its words alone; without a printer the browser does it', async () => {
  const printed: string[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'postway-save-'));
  try {
    const { handlers } = handlersWith({
      askWhereToSave: async () => join(folder, 'a.pdf'),
      printPdf: async (html) => {
        printed.push(html);
        return Uint8Array.of(0x25);
      },
    });
    const report = aReport({ input: { address: '<script>alert(1)</script>@example.org' } });
    const together = {
      older: '2026-11-27T10:00:00Z',
      newer: '2026-11-28T10:00:00Z',
      headline: 'It is <b>the network</b>.',
    };
    expect(await handlers['report.save']({ report, together }, signal)).toEqual(ok({ saved: true }));
    expect(printed[0]).toContain('&lt;script&gt;');
    expect(printed[0]).toMatch(
      /2026-11-27 10:00:00.*2026-11-28 10:00:00.*It is &lt;b&gt;the network&lt;\/b&gt;\./,
    );
    expect(await handlers['report.save']({ report, together: null }, signal)).toEqual(ok({ saved: true }));
    expect(printed[1]).not.toContain('the network');
    const { handlers: browser } = handlersWith();
    expect(await browser['report.save']({ report, together: null }, signal)).toMatchObject({
      problem: { code: 'unavailable' },
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
