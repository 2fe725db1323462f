/// <reference path="../../renderer/licences.d.ts" />
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { screens } from '../../renderer/steps/index.ts';
import { WizardContext } from '../../renderer/wizard/context.ts';
import { loadSaved } from '../../renderer/wizard/saved.ts';
import { createWizard } from '../../renderer/wizard/store.ts';
import { Wizard } from '../../renderer/wizard/wizard.tsx';
import type { Client } from '../../shared/clients/client.ts';
import { clients, settingsFromReport } from '../../shared/clients/index.ts';
import { languagesOf } from '../../shared/clients/variant.ts';
import { createCaller } from '../../shared/contract/caller.ts';
import { ok } from '../../shared/model/problem.ts';
import type { Catalogue } from '../../shared/text/catalogue.ts';
import { sayIn } from '../../shared/text/index.ts';
import { contractLink } from '../support/contract-link.ts';
import { fakeBackend } from '../support/fake-backend.ts';
import { pseudoWords, untranslated } from '../support/pseudo.ts';
import { blockedReport } from '../support/sample-reports.ts';
import { type ScreenState, screenStates, shown, shownAsHeadline, storageOf } from '../support/screens.ts';
import { keptChecks } from '../support/second-look-screens.ts';

const files = import.meta.glob('../../shared/text/en/*.json', { import: 'default', eager: true });
const nobodys = pseudoWords(Object.assign({}, ...Object.values(files)) as Catalogue, 'en-XA');

// As much of a browser as React and the screens ask for, before they are loaded; everything else stays Node's.
const removeBrowser = await vi.hoisted(async () => {
  const { Window } = await import('happy-dom');
  const browser = new Window({ url: 'http://127.0.0.1/', width: 960, height: 780 });
  const wanted = [
    'document',
    'navigator',
    'sessionStorage',
    'localStorage',
    'location',
    'HTMLElement',
    'Node',
    'NodeFilter',
    'CSS',
  ] as const;
  const before = Object.getOwnPropertyDescriptors(globalThis);
  const parts = {
    ...Object.fromEntries(wanted.map((name) => [name, browser[name]])),
    window: browser,
    IS_REACT_ACT_ENVIRONMENT: true,
  };
  for (const [name, value] of Object.entries(parts))
    Object.defineProperty(globalThis, name, { value, configurable: true });
  return async () => {
    for (const name of Object.keys(parts)) {
      const own = before[name as keyof typeof before] as PropertyDescriptor | undefined;
      if (own) Object.defineProperty(globalThis, name, own);
      else Reflect.deleteProperty(globalThis, name);
    }
    await browser.happyDOM.close();
  };
});
afterAll(removeBrowser);
beforeEach(() => sayIn(nobodys));

/** What is mounted, to be taken away after a test. */
let takeAway = async () => {};
afterEach(() => takeAway());

/** Opens the window in that state, as a browser would, and presses what leads there. */
async function opened(state: ScreenState): Promise<HTMLElement> {
  const backend = state.backend?.() ?? fakeBackend();
  const link = contractLink({ ...backend.handlers, 'language.choose': async () => ok({}) });
  sessionStorage.clear();
  for (const [key, value] of Object.entries(storageOf(state))) sessionStorage.setItem(key, value);
  const wizard = createWizard({
    caller: createCaller(link.channel),
    reconnected: () => new Promise(() => undefined),
    saved: loadSaved(sessionStorage),
    save: () => undefined,
    now: () => 0,
  });
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  takeAway = async () => {
    await act(async () => root.unmount());
    document.body.replaceChildren();
  };
  await act(async () => {
    root.render(
      <WizardContext value={wizard}>
        <Wizard screens={screens} />
      </WizardContext>,
    );
    await wizard.getState().begin();
  });
  if (state.isLost) await act(async () => wizard.getState().connectionChanged(false));
  for (const name of state.press ?? []) await pressed(shown(name));
  await there(() => place.querySelector('h1'));
  const { later } = state;
  if (later && !state.unloaded)
    await there(
      () =>
        document.body.textContent?.includes(shown(later)) ||
        document.body.textContent?.includes(shownAsHeadline(later)),
    );
  return document.body;
}

/** Presses the button of that name, once it is there. */
async function pressed(name: string): Promise<void> {
  const button = await there(() =>
    [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name),
  );
  await act(async () => button.click());
}

/** Waits until it is there. Rejects after five seconds: what to do about a lost backend is told after three. */
function there<Found>(find: () => Found): Promise<NonNullable<Found>> {
  return vi.waitFor(
    async () => {
      await act(async () => undefined);
      const found = find();
      if (!found) throw new Error('not there');
      return found;
    },
    { timeout: 5000, interval: 5 },
  );
}

/**
 * What is read there, labels too. Languages are named in themselves, windows of mail programs speak their own, and what a computer, a
 * certificate or a licence holds is shown as it is.
 */
function readOn(place: HTMLElement): string {
  const copy = place.cloneNode(true) as HTMLElement;
  for (const own of copy.querySelectorAll(
    'option[lang], .drawn, .program-click, .was-read dd, .was-read-place, .server-text, code, svg',
  ))
    own.remove();
  const labels = [...copy.querySelectorAll('[aria-label], [placeholder], [alt], [title]')].flatMap((one) =>
    ['aria-label', 'placeholder', 'alt', 'title'].map((name) => one.getAttribute(name) ?? ''),
  );
  const texts: string[] = [];
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
  return [...texts, ...labels].join('\n');
}

/** What of a text nobody's language says: its words of three letters and more. */
function wordsLeft(text: string): string[] {
  return untranslated(text).match(/[A-Za-z]{3,}/g) ?? [];
}

/** What a program is called in every language: its own name, or the names that the words for it are filled with. */
function ownName({ name }: Client): unknown {
  return typeof name === 'string' ? name : name.values;
}

/** What mail programs call their own windows and fields, and what they are called themselves. */
function wordsOfPrograms(): string[] {
  const settings = settingsFromReport(blockedReport);
  if (!settings.ok) throw new Error('no settings');
  const own = clients.flatMap((client) => {
    if (client.kind !== 'steps') return [ownName(client)];
    const variants = languagesOf(client).flatMap((language) =>
      client.versions.flatMap(({ id }) =>
        client.ways(settings.value, id).map((way) => ({ language, version: id, way: way.id })),
      ),
    );
    const steps = variants.flatMap((variant) => client.steps(settings.value, variant));
    return [
      ownName(client),
      client.versions,
      steps.map(({ path, dialogs, fields }) => [path, dialogs, fields]),
    ];
  });
  return wordsLeft(JSON.stringify(own));
}

/** What is the same in every language: hosts, names, terms of the protocols, and labels of programs that a sentence quotes. */
const data = wordsLeft(
  `SMTP IMAP POP STARTTLS SSL TLS AES GCM SHA PLAIN LOGIN HTML PDF PNG SVG
  you example org mail Nov Apps Host manage sign Secured recommended
  a-rather-long-name.for-an-account@department.example.net
  ${JSON.stringify(keptChecks.map(({ subject, startedAt }) => [subject, startedAt]))} ${keptChecks.at(-1)?.headline}`,
);
const programs = wordsOfPrograms();

// Their QR codes are drawn by a browser alone.
const inBrowserOnly = ['settings-files-all', 'settings-delta-chat'];
const states = screenStates.filter(({ name }) => !inBrowserOnly.includes(name));

test.each(states.map((state) => [state.name, state] as const))(
  'no English is left on the screen %s',
  async (_, state) => {
    const stored = wordsLeft(Object.values(storageOf(state)).join(' ').replaceAll('\\n', ' '));
    const known = new Set([...data, ...programs, ...stored]);
    const text = readOn(await opened(state));
    expect(text).toContain('⟦');
    for (const field of document.querySelectorAll('[placeholder]'))
      expect(field.getAttribute('placeholder')).toMatch(/^⟦.*⟧$/);
    expect([...new Set(wordsLeft(text))].filter((word) => !known.has(word))).toEqual([]);
  },
);
