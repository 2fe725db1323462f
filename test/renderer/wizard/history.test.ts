import { expect, test } from 'vitest';
import { followHistory, type HistoryPlace } from '../../../renderer/wizard/history.ts';
import { nothingSaved } from '../../../renderer/wizard/saved.ts';
import { createWizard } from '../../../renderer/wizard/store.ts';
import { createCaller } from '../../../shared/contract/caller.ts';
import { contractLink } from '../../support/contract-link.ts';
import { fakeBackend } from '../../support/fake-backend.ts';
import { blockedReport } from '../../support/sample-reports.ts';

/** A browser's list of visited places, and its Back and Forward. */
function aBrowser() {
  const entries: unknown[] = [];
  let at = -1;
  let listener: (event: { readonly state: unknown }) => void = () => undefined;
  const place: HistoryPlace = {
    history: {
      pushState: (state) => {
        at += 1;
        entries.splice(at, entries.length, structuredClone(state));
      },
      replaceState: (state) => {
        at = Math.max(at, 0);
        entries[at] = structuredClone(state);
      },
    },
    addEventListener: (_type, heard) => {
      listener = heard;
    },
  };
  const go = (by: number) => {
    at += by;
    listener({ state: entries[at] });
  };
  return { place, back: () => go(-1), forward: () => go(1), count: () => entries.length };
}

function aWindow() {
  const browser = aBrowser();
  const wizard = createWizard({
    caller: createCaller(contractLink(fakeBackend().handlers).channel),
    reconnected: null,
    saved: { ...nothingSaved, step: 'verdict', report: blockedReport },
    save: () => undefined,
    now: () => 1000,
  });
  followHistory(wizard, browser.place);
  const where = () => {
    const { step, answers, ticked } = wizard.getState();
    return { step, program: answers.mailProgram, ticked: [...ticked], arrived: answers.arrived };
  };
  return { browser, wizard, where, get: wizard.getState };
}

test('Back goes from one click in a mail program to the one before, and then to the choice of a program', () => {
  const { browser, where, get } = aWindow();
  get().goTo('coach');
  get().answer({ mailProgram: 'outlook' });
  get().tick('outlook.one', true);
  get().tick('outlook.two', true);
  browser.back();
  expect(where()).toMatchObject({ step: 'coach', program: 'outlook', ticked: ['outlook.one'] });
  browser.back();
  expect(where()).toMatchObject({ step: 'coach', program: 'outlook', ticked: [] });
  browser.forward();
  expect(where()).toMatchObject({ step: 'coach', program: 'outlook', ticked: ['outlook.one'] });
  browser.back();
  browser.back();
  expect(where()).toMatchObject({ step: 'coach', program: '' });
  browser.back();
  expect(where().step).toBe('verdict');
});

test('Back goes from an answer to "Did it arrive?" to the question', () => {
  const { browser, where, get } = aWindow();
  get().goTo('coach');
  get().goTo('arrived');
  get().answer({ arrived: 'error' });
  browser.back();
  expect(where()).toMatchObject({ step: 'arrived', arrived: '' });
  browser.forward();
  expect(where()).toMatchObject({ step: 'arrived', arrived: 'error' });
  browser.back();
  browser.back();
  expect(where().step).toBe('coach');
});

test('what is typed or ticked on screens that ask one thing makes no place to go back to', () => {
  const { browser, get } = aWindow();
  get().goTo('settings');
  const before = browser.count();
  get().tick('outlook.one', true);
  get().answer({ errorText: '0x800CCC0E' });
  expect(browser.count()).toBe(before);
});

test('Back to a screen whose report is gone brings nothing else of it back', () => {
  const { browser, where, get } = aWindow();
  get().goTo('arrived');
  get().answer({ arrived: 'error' });
  get().startAgain();
  browser.back();
  expect(where()).toMatchObject({ step: 'address', arrived: '' });
});

test('Back leads from the question which copy of the program it is to the clicks', () => {
  const { browser, get } = aWindow();
  get().goTo('coach');
  get().answer({ mailProgram: 'outlook' });
  get().answer({ looksDifferent: true });
  browser.back();
  expect(get()).toMatchObject({ step: 'coach', answers: { looksDifferent: false, mailProgram: 'outlook' } });
  browser.forward();
  expect(get().answers.looksDifferent).toBe(true);
});
