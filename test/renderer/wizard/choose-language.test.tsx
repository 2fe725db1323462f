import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { AddressStep } from '../../../renderer/steps/address.tsx';
import { noAnswers } from '../../../renderer/wizard/answers.ts';
import { WizardContext } from '../../../renderer/wizard/context.ts';
import { nothingSaved, type Saved } from '../../../renderer/wizard/saved.ts';
import { StepId } from '../../../renderer/wizard/steps.ts';
import { createWizard } from '../../../renderer/wizard/store.ts';
import { Wizard } from '../../../renderer/wizard/wizard.tsx';
import { createCaller } from '../../../shared/contract/caller.ts';
import { CallFailed } from '../../../shared/contract/contract.ts';
import { reworded } from '../../../shared/judge/reopen.ts';
import { ok } from '../../../shared/model/problem.ts';
import type { Report } from '../../../shared/model/report.ts';
import type { Catalogue } from '../../../shared/text/catalogue.ts';
import { sayIn } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import type { Say } from '../../../shared/text/words.ts';
import { contractLink } from '../../support/contract-link.ts';
import { english } from '../../support/english.ts';
import { fakeBackend, someScenarios } from '../../support/fake-backend.ts';
import { pseudoWords, untranslated } from '../../support/pseudo.ts';
import { blockedReport } from '../../support/sample-reports.ts';

const files = import.meta.glob('../../../shared/text/en/*.json', { import: 'default', eager: true });
const nobodys = pseudoWords(Object.assign({}, ...Object.values(files)) as Catalogue, 'en-XA');

/** The first screen alone: the others are loaded later, in a browser. */
const screens = Object.fromEntries(StepId.options.map((step) => [step, AddressStep])) as Readonly<
  Record<StepId, typeof AddressStep>
>;

// Every test begins in a language that nobody speaks.
beforeEach(() => sayIn(nobodys));

function anewIn(words: Say, report: Report): Report {
  return reworded(report, words);
}

function wizardWith(saved: Partial<Saved> = {}) {
  const told: string[] = [];
  const kept: string[] = [];
  const link = contractLink({
    ...fakeBackend().handlers,
    'language.choose': async ({ language }) => {
      told.push(language);
      return ok({});
    },
  });
  const caller = createCaller(link.channel);
  const wizard = createWizard({
    caller,
    reconnected: null,
    saved: { ...nothingSaved, ...saved },
    save: () => undefined,
    now: () => 1000,
    onLanguage: (language) => kept.push(language),
  });
  return { wizard, get: wizard.getState, caller, told, kept };
}

function drawn(wizard: ReturnType<typeof wizardWith>['wizard']): string {
  return renderToStaticMarkup(
    <WizardContext value={wizard}>
      <Wizard screens={screens} />
    </WizardContext>,
  );
}

/** What is read on the window, without its tags; labels count as read, the names of languages in themselves do not. */
function readOn(wizard: ReturnType<typeof wizardWith>['wizard']): string {
  const markup = drawn(wizard).replace(/<option\b[^>]*>[^<]*<\/option>/g, ' ');
  const labels = [...markup.matchAll(/(?:aria-label|placeholder|alt|title)="([^"]*)"/g)].map(
    ([, text]) => text,
  );
  return [markup.replace(/<[^>]*>/g, ' '), ...labels].join(' ');
}

test('the first screen has no word outside of its catalogue, and is spoken anew at once', async () => {
  const { wizard, get, told, kept } = wizardWith();
  expect(readOn(wizard)).toContain('⟦');
  const unspoken = untranslated(readOn(wizard)).replace(/\S+@\S+/g, ''); // the example of an address
  expect(unspoken.match(/[A-Za-z]{3,}/g) ?? []).toEqual([]);
  await get().chooseLanguage('en');
  expect(get().language).toBe('en');
  expect(readOn(wizard)).not.toContain('⟦');
  expect(readOn(wizard)).toContain('Your mail address');
  expect({ told, kept }).toEqual({ told: ['en'], kept: ['en'] });
});

test('every language is there to choose, named in itself and marked as such', () => {
  const options = [...drawn(wizardWith().wizard).matchAll(/<option[^>]*lang="([^"]*)"[^>]*>([^<]*)</g)];
  expect(options.map(([, tag, name]) => `${tag} ${name}`)).toEqual([
    'en English',
    'de Deutsch',
    'fr français',
    'es español',
    'pt-BR português (Brasil)',
    'ja 日本語',
  ]);
});

test('nothing that was typed is lost, and what the backend said is said anew', async () => {
  const [, situation] = someScenarios;
  const practice = situation ? { ...situation, name: '⟦Nétwörk⟧' } : null;
  const answers = { ...noAnswers, address: 'half typed', server: 'mail.example.org', practice };
  const suspicion = {
    matched: '0x800CCC0E',
    causes: [],
    outcome: 'open' as const,
    text: '⟦kêpt⟧',
    words: said('backend.unknown-check'),
  };
  const report = { ...anewIn(nobodys, blockedReport), suspicion };
  const before = anewIn(nobodys, { ...blockedReport, startedAt: '2026-01-01T00:00:00.000Z' });
  const { get } = wizardWith({ step: 'verdict', answers, report, before, ticked: ['a.b'] });
  expect(JSON.stringify(get().run.report?.findings)).toContain('⟦');
  await get().chooseLanguage('en');
  expect(get()).toMatchObject({
    step: 'verdict',
    ticked: ['a.b'],
    answers: { ...answers, practice: situation },
  });
  for (const one of [get().run.report, get().before])
    expect(JSON.stringify(one?.findings)).not.toContain('⟦');
  expect(get().run.report?.findings).toEqual(anewIn(english, blockedReport).findings);
  expect(get().before?.startedAt).toBe(before.startedAt);
  expect(get().run.report?.suspicion).toEqual(suspicion);
});

test('while the backend is lost the window speaks all the same, and tells it when it is back', async () => {
  const { get, caller, told } = wizardWith();
  const lost = new CallFailed({
    field: 'connection',
    message: said('backend.unknown-check'),
    code: 'unavailable',
  });
  const choose = vi.spyOn(caller, 'language.choose').mockRejectedValue(lost);
  get().connectionChanged(false);
  await get().chooseLanguage('en');
  expect(get().language).toBe('en');
  expect(told).toEqual([]);
  choose.mockRestore();
  get().connectionChanged(true);
  await vi.waitFor(() => expect(told).toEqual(['en']));
});
