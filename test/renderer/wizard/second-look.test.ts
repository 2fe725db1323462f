import { expect, test, vi } from 'vitest';
import { loadSaved, nothingSaved, savingTo } from '../../../renderer/wizard/saved.ts';
import { twoResults } from '../../../renderer/wizard/second-look.ts';
import { createWizard } from '../../../renderer/wizard/store.ts';
import { createCaller } from '../../../shared/contract/caller.ts';
import type { Report } from '../../../shared/model/report.ts';
import { contractLink } from '../../support/contract-link.ts';
import { fakeBackend, someScenarios } from '../../support/fake-backend.ts';
import { practiceReport } from '../../support/sample-reports.ts';
import { atHome, backendWithHistory, overHotspot } from '../../support/second-look-screens.ts';

function aWorkstation() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** A window with that report on its screen. */
function wizardAfter(report: Report | null, backend = fakeBackend(), isOpened = false) {
  const place = aWorkstation();
  const wizard = createWizard({
    caller: createCaller(contractLink(backend.handlers).channel),
    reconnected: null,
    saved: {
      ...nothingSaved,
      step: report ? 'verdict' : 'earlier',
      report,
      isOpened,
      answers: { ...nothingSaved.answers, address: isOpened ? 'somebody@example.net' : 'you@example.org' },
    },
    save: savingTo(place),
    now: () => 0,
  });
  return { get: wizard.getState, backend, reload: () => loadSaved(place) };
}

test('a second look asks the same again, and shows both side by side; a reload keeps them', async () => {
  const { get, backend, reload } = wizardAfter(atHome);
  get().goTo('other-network');
  get().checkElsewhere('seen');
  expect(get().step).toBe('check');
  await vi.waitFor(() => expect(get().run.checkId).not.toBeNull());
  expect(backend.requests()).toEqual([{ subject: 'you@example.org' }]);
  backend.finish(overHotspot);
  await vi.waitFor(() => expect(get().step).toBe('comparison'));
  expect(get()).toMatchObject({ before: atHome, run: { report: overHotspot }, otherNetwork: 'seen' });
  expect(reload()).toMatchObject({ step: 'comparison', otherNetwork: 'seen' });
  expect(reload().before?.startedAt).toBe(atHome.startedAt);

  get().proceed();
  expect(get().step).toBe('verdict');
  get().back();
  expect(get().step).toBe('comparison');
  // Back to what was found first, with its own check, and on to the first screen: the two do not lead to each other for ever.
  get().back();
  expect(get()).toMatchObject({ step: 'verdict', run: { report: atHome }, after: overHotspot });
  expect(reload().after?.startedAt).toBe(overHotspot.startedAt);
  get().goTo('comparison');
  expect(twoResults(get())).toEqual({ older: atHome, newer: overHotspot });
  get().seeResult('newer');
  expect(get()).toMatchObject({ step: 'verdict', run: { report: overHotspot }, before: atHome, after: null });
  get().back();
  get().seeResult('older');
  expect(get().run.report).toEqual(atHome);
  get().back();
  get().back();
  for (const step of ['check', 'address']) {
    get().back();
    expect(get().step).toBe(step);
  }
});

test('what was opened is asked as its report has it, not as the fields of this window do', async () => {
  const { get, backend } = wizardAfter(atHome, fakeBackend(), true);
  get().checkElsewhere('said');
  await vi.waitFor(() =>
    expect(backend.requests()).toEqual([
      { subject: 'you@example.org', isDomainSure: true, current: atHome.input.current },
    ]),
  );
});

test('a second look that fails is tried again as one; a plain new check is none', async () => {
  const { get, backend } = wizardAfter(atHome);
  backend.refuse({ code: 'internal', field: '', message: { key: 'backend.internal' } });
  get().checkElsewhere('said');
  await vi.waitFor(() => expect(get().run.phase).toBe('failed'));
  backend.refuse(null);
  get().checkAgain();
  await vi.waitFor(() => expect(get().run.checkId).not.toBeNull());
  backend.finish(overHotspot);
  await vi.waitFor(() => expect(get().step).toBe('comparison'));

  get().checkAgain();
  await vi.waitFor(() => expect(get().run.checkId).not.toBeNull());
  backend.finish(overHotspot);
  await vi.waitFor(() => expect(get().step).toBe('verdict'));
  expect(get().before).toBeNull();
});

test('one that was stopped compares nothing', async () => {
  const { get, backend } = wizardAfter(atHome);
  get().checkElsewhere('seen');
  await vi.waitFor(() => expect(get().run.checkId).not.toBeNull());
  backend.finish({ ...overHotspot, interrupted: true });
  await vi.waitFor(() => expect(get().step).toBe('verdict'));
});

test('in practice the other network is another situation, and never the real one', async () => {
  const { get, backend } = wizardAfter(practiceReport);
  get().checkElsewhere('seen', someScenarios[0]);
  await vi.waitFor(() =>
    expect(backend.requests()).toEqual([{ subject: 'you@practice.example', practice: 'everything-open' }]),
  );
});

test('each of two practice results has its own situation: a new check after the first plays the first', async () => {
  const { get, backend } = wizardAfter(practiceReport);
  const first = someScenarios[1] ?? null;
  get().answer({ isPractice: true, practice: first });
  get().checkElsewhere('seen', someScenarios[0]);
  await vi.waitFor(() => expect(get().run.checkId).not.toBeNull());
  backend.finish(overHotspot);
  await vi.waitFor(() => expect(get().step).toBe('comparison'));
  expect(get().answers.practice).toEqual(someScenarios[0]);
  get().seeResult('older');
  expect(get().answers.practice).toEqual(first);
  get().seeResult('newer');
  expect(get().answers.practice).toEqual(someScenarios[0]);
});

test('a kept check is opened; two are compared in the order of time, whichever was chosen first', async () => {
  const { get } = wizardAfter(null, backendWithHistory());
  expect(await get().openKept('20261127t234200z-5f0c2a')).toBeNull();
  expect(get()).toMatchObject({ step: 'verdict', isOpened: true, before: null });
  get().back();
  expect(get().step).toBe('earlier');

  expect(await get().compareKept('20261128t101500z-0a1b2c', '20261127t234200z-5f0c2a')).toBeNull();
  expect(get()).toMatchObject({ step: 'comparison', isOpened: true, otherNetwork: 'unknown' });
  expect([get().before?.startedAt, get().run.report?.startedAt]).toEqual([
    atHome.startedAt,
    overHotspot.startedAt,
  ]);
  get().back();
  expect(get().step).toBe('earlier');
});

test('a kept check that is gone is told, and the screen stays', async () => {
  const { get } = wizardAfter(null, backendWithHistory());
  expect(await get().openKept('20261126t080000z-ffffff')).toMatchObject({ code: 'not-found' });
  expect(await get().compareKept('20261128t101500z-0a1b2c', '20261126t080000z-ffffff')).toMatchObject({
    code: 'not-found',
  });
  expect(get().step).toBe('earlier');
});
