import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ResultOf, Scenario } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/model/problem.ts';
import { parseReport, type Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { afterRun } from './after-run.ts';
import { type Answers, type FieldProblems, maxErrorChars, noAnswers, requestOf } from './answers.ts';
import { checkRunner, noRun, problemOf, untilConnected } from './check-run.ts';
import { languageChooser, tellLanguage } from './choose-language.ts';
import { foundBefore } from './found-before.ts';
import { reading } from './reading-later.ts';
import { nothingSaved } from './saved.ts';
import { fromSaved, toSaved } from './saved-state.ts';
import { savingActions } from './saving.ts';
import { elsewhere, onScreen, openKept, twoKept } from './second-look.ts';
import { courseOf, type WizardParts, type WizardState } from './state.ts';
import { type StepId, steps } from './steps.ts';

/** The window's whole state, begun from what an earlier load left. */
export function createWizard({
  caller,
  reconnected,
  retry = () => undefined,
  saved,
  save,
  now,
  onLanguage,
}: WizardParts): StoreApi<WizardState> {
  const store = createStore<WizardState>((set, get) => {
    const runner = checkRunner({
      caller,
      reconnected,
      now,
      get: () => get().run,
      set: (run) => set(afterRun(get(), run)),
    });
    const show = (step: StepId, change: Partial<WizardState> = {}) =>
      set({ step, cameFrom: beside(get().step), ...change, problems: {}, openProblem: null });
    const refuse = (problems: FieldProblems, isAsked = false) =>
      set({ problems, isAsked, refusals: get().refusals + 1 });
    const fromAddress = async () => {
      const { firstProblems, inOrder, isStillAsked, looksLikeError } = await reading();
      const { answers } = get();
      const { address } = answers;
      if (looksLikeError(address)) {
        const told = await caller['explain.text']({ text: address }).catch(() => null);
        // An error message where the address belongs: the check is told of it, and the address is still wanted.
        if (told?.meaning) {
          set({ answers: { ...get().answers, address: '', errorText: told.masked.slice(0, maxErrorChars) } });
          return refuse({ address: say('wizard.error.address-too') }, true);
        }
      }
      const problems = firstProblems(answers);
      if (Object.keys(problems).length > 0) return refuse(problems, isStillAsked(answers, problems));
      showCheck({ ...inOrder(answers), isPractice: false });
    };

    const reopen = async (report: Report): Promise<Result<ResultOf<'report.reopen'>>> => {
      try {
        return ok(await caller['report.reopen'](report));
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    };

    /** The same question again keeps the check that runs; once it has ended, whoever asks again wants to know what is so now. */
    const showCheck = (answers: Answers, isMended = false) => {
      const request = requestOf(answers);
      const { run } = get();
      const isSame = run.asked === JSON.stringify(request) && run.phase === 'running';
      show('check', { answers, isOpened: false });
      if (!isSame) startCheck(null, request, isMended);
    };
    const startCheck = (
      before: Report | null = null,
      request = requestOf(get().answers),
      isMended = false,
    ) => {
      const found = foundBefore(get(), request, before !== null || isMended);
      set({ ticked: [], isOpened: false, before, after: null, foundBefore: found });
      runner.begin(request);
    };
    const showReport = (report: Report, change: Partial<WizardState> = {}) => {
      runner.forget({ ...noRun, phase: 'finished', report });
      show('verdict', { isOpened: true, difference: null, before: null, after: null, ticked: [], ...change });
    };

    return {
      ...fromSaved(saved),
      cameFrom: null,
      isFirst: true,
      problems: {},
      isAsked: false,
      refusals: 0,
      openProblem: null,
      app: null,
      scenarios: null,
      isConnected: true,
      language: say.language,
      computer: caller,

      shown: () => {
        if (get().isFirst) set({ isFirst: false });
      },
      answer: (change) => set({ answers: { ...get().answers, ...change } }),
      proceed: () => {
        const { step, answers } = get();
        switch (step) {
          case 'address':
            return void fromAddress().catch(() => refuse({ address: say('backend.gone') }));
          case 'practice':
            return answers.practice ? showCheck(inPractice(answers, answers.practice)) : undefined;
          case 'check':
          case 'verdict':
          case 'coach':
          case 'arrived':
          case 'settings':
          case 'comparison': {
            const { next } = steps[step];
            return next ? show(next) : undefined;
          }
        }
      },
      back: () => {
        const { step, isOpened } = get();
        const to = steps[step].back(courseOf(get()));
        // From the two side by side back to where they came from: to what was found first.
        if (step === 'comparison' && !isOpened) set(onScreen(get(), 'older'));
        // Two screens that lead back to each other would have no way out.
        if (to) show(to, { cameFrom: null });
      },
      goTo: (step) => show(step),
      startPractice: (practice, isMended) => showCheck(inPractice(get().answers, practice), isMended),
      cancel: () => runner.cancel(),
      checkAgain: () => {
        const { run, before } = get();
        const wasAsked = run.phase === 'failed' && before !== null;
        show('check');
        if (wasAsked) startCheck(before, elsewhere(before, get()));
        else startCheck();
        // What was pasted for practice is no part of a real check.
        const { answers } = get();
        if (answers.isPractice) set({ answers: { ...answers, errorText: '' } });
      },
      checkElsewhere: (otherNetwork, scenario) => {
        const { run, answers } = get();
        if (run.report === null) return;
        show('check', {
          otherNetwork,
          aside: { checkId: run.checkId, practice: answers.practice },
          answers: scenario ? { ...answers, isPractice: true, practice: scenario } : answers,
        });
        startCheck(run.report, elsewhere(run.report, get()));
      },
      seeResult: (which) => show('verdict', onScreen(get(), which)),
      openKept: async (id) => {
        const opened = await openKept(caller, id);
        if (opened.ok) showReport(opened.value);
        return opened.ok ? null : opened.problem;
      },
      compareKept: async (one, other) => {
        const opened = await twoKept(caller, one, other);
        if (!opened.ok) return opened.problem;
        const { older, newer } = opened.value;
        showReport(newer, { step: 'comparison', before: older, otherNetwork: 'unknown', aside: null });
        return null;
      },
      openReport: async (text) => {
        const saved = parseReport(text);
        const reopened = saved.ok ? await reopen(saved.value) : saved;
        if (!reopened.ok) {
          const { field, message } = reopened.problem;
          set({ openProblem: say('wizard.open.refused', { field, message }) });
          return;
        }
        const { report, difference } = reopened.value;
        showReport(report, { difference });
      },
      ...savingActions({ caller, get }),
      keepReport: (report) => {
        if (get().run.report?.startedAt === report.startedAt) set({ run: { ...get().run, report } });
      },
      startAgain: () => {
        runner.forget();
        show('address', { answers: noAnswers, isOpened: false, before: null, after: null, ticked: [] });
      },
      chooseProgram: (program) => set({ program }),
      chooseVariant: (change) => set({ variant: { ...get().variant, ...change } }),
      tick: (id, isTicked) => {
        const others = get().ticked.filter((one) => one !== id);
        set({ ticked: isTicked ? [...others, id] : others });
      },
      connectionChanged: (isConnected) => {
        const isBack = isConnected && !get().isConnected;
        set({ isConnected });
        if (isBack) tellLanguage(caller).catch(() => undefined); // lost once more: told when it is back
      },
      reconnect: retry,
      chooseLanguage: languageChooser({ caller, get, set, onLanguage }),
      begin: async () => {
        const { run } = get();
        if (run.phase === 'running') runner.resume(run);
        const known = await untilConnected(reconnected, async () => {
          // First of all: the practice situations come in words.
          await tellLanguage(caller);
          return Promise.all([caller['app.describe']({}), caller['practice.list']({})]);
        });
        if (known === null) return;
        const [app, { scenarios }] = known;
        set({ app, scenarios });
        if (app.practice === null || saved !== nothingSaved || get().step !== 'address') return;
        const wanted = scenarios.find(({ id }) => id === app.practice) ?? null;
        set({ step: 'practice', isFirst: true, answers: { ...get().answers, practice: wanted } });
      },
    };
  });
  store.subscribe((state) => save(toSaved(state)));
  return store;
}

/** Help is beside the course: the way back never leads through it. */
function beside(step: StepId): StepId | null {
  return step === 'help' ? null : step;
}

/** A message that was typed for a real check says nothing of what is played. */
function inPractice(answers: Answers, practice: Scenario): Answers {
  return { ...answers, practice, isPractice: true, errorText: answers.isPractice ? answers.errorText : '' };
}
