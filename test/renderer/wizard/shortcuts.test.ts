import { expect, test, vi } from 'vitest';
import { nothingSaved, type Saved } from '../../../renderer/wizard/saved.ts';
import { doShortcut, type Shortcut, shortcutOf } from '../../../renderer/wizard/shortcuts.ts';
import type { StepId } from '../../../renderer/wizard/steps.ts';
import { createWizard } from '../../../renderer/wizard/store.ts';
import { createCaller } from '../../../shared/contract/caller.ts';
import { contractLink } from '../../support/contract-link.ts';
import { fakeBackend } from '../../support/fake-backend.ts';
import { blockedReport } from '../../support/sample-reports.ts';

const bare = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each<[Partial<typeof bare>, Shortcut | null]>([
  [{ key: 'F1' }, 'help'],
  [{ key: 'Escape' }, 'stop'],
  [{ key: 's', ctrlKey: true }, 'share'],
  [{ key: 'S', metaKey: true }, 'share'],
  [{ key: 's' }, null],
  [{ key: 's', ctrlKey: true, metaKey: true }, null],
  [{ key: 's', ctrlKey: true, shiftKey: true }, null],
  [{ key: 's', ctrlKey: true, altKey: true }, null],
  [{ key: 'F1', shiftKey: true }, null],
  [{ key: 'Enter' }, null],
])('%j is %s', (key, shortcut) => {
  expect(shortcutOf({ ...bare, ...key })).toBe(shortcut);
});

function wizardAt(saved: Partial<Saved>) {
  return createWizard({
    caller: createCaller(contractLink(fakeBackend().handlers).channel),
    reconnected: null,
    saved: { ...nothingSaved, ...saved },
    save: () => undefined,
    now: () => 1000,
  });
}

test.each<[Shortcut, string, Partial<Saved>, boolean, StepId]>([
  ['help', 'the first screen', {}, true, 'help'],
  ['help', 'help', { step: 'help' }, false, 'help'],
  ['share', 'a result', { step: 'verdict', report: blockedReport, checkId: 'check-1' }, true, 'share'],
  ['share', 'nothing found yet', {}, false, 'address'],
  ['stop', 'no check', { step: 'verdict', report: blockedReport, checkId: 'check-1' }, false, 'verdict'],
])('%s with %s', (shortcut, _where, saved, isDone, step) => {
  const wizard = wizardAt(saved);
  expect(doShortcut(shortcut, wizard)).toBe(isDone);
  expect(wizard.getState().step).toBe(step);
});

test('Escape stops a check that runs, once', async () => {
  const wizard = wizardAt({});
  wizard.getState().answer({ address: 'you@example.org' });
  wizard.getState().proceed();
  await vi.waitFor(() => expect(wizard.getState().step).toBe('check'));
  expect(doShortcut('stop', wizard)).toBe(true);
  expect(wizard.getState().run.phase).toBe('stopping');
  expect(doShortcut('stop', wizard)).toBe(false);
});

test('help leads back to where it was opened from, and the way back never leads through it', () => {
  const wizard = wizardAt({ step: 'verdict', report: blockedReport, checkId: 'check-1' });
  const { goTo, back } = wizard.getState();
  goTo('share');
  goTo('help');
  back();
  expect(wizard.getState().step).toBe('share');
  back();
  expect(wizard.getState().step).toBe('verdict');
});
