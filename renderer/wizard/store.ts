import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Argument,
  Caller,
  CallName,
  ExportedFile,
  ResultOf,
  Scenario,
} from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/model/problem.ts';
import { parseReport, type Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import type { Language } from '../../shared/text/languages.ts';
import { type Answers, type FieldProblems, maxErrorChars, noAnswers, requestOf } from './answers.ts';
import { type CheckRun, checkRunner, noRun, problemOf, untilConnected } from './check-run.ts';
import { languageChooser, tellLanguage } from './choose-language.ts';
import { reading } from './reading-later.ts';
import { reportFile } from './report-file.ts';
import { nothingSaved, type Saved } from './saved.ts';
import { elsewhere, openKept, type SecondLook, twoKept } from './second-look.ts';
import { type Course, type StepId, steps } from './steps.ts';

/** What became of a file that was to be saved. `download`: the window has to do it itself. */
export type SavedFile =
  | { readonly outcome: 'saved' | 'declined'; readonly fileName: string }
  | { readonly outcome: 'download'; readonly fileName: string; readonly file: ExportedFile };

export type WizardState = SecondLook & {
  readonly step: StepId;
  /** The screen before this one; null after a reload. */
  readonly cameFrom: StepId | null;
  /** No screen has been left yet, so the focus stays where the browser put it. */
  readonly isFirst: boolean;
  readonly answers: Answers;
  readonly problems: FieldProblems;
  /** Counts Continues that were refused. */
  readonly refusals: number;
  readonly run: CheckRun;
  /** The report on the screen was opened from a file. */
  readonly isOpened: boolean;
  /** What that file claimed otherwise than its own measurements say, in a sentence; `null` where it did not. */
  readonly difference: string | null;
  /** What was wrong with a file that was to be opened. */
  readonly openProblem: string | null;
  readonly program: string;
  /** What was said about this copy of the program: its version, its language, the way to go. */
  readonly variant: Saved['variant'];
  readonly ticked: readonly string[];
  readonly app: ResultOf<'app.describe'> | null;
  /** `null` until they are known. */
  readonly scenarios: readonly Scenario[] | null;
  readonly isConnected: boolean;
  /** What is spoken. */
  readonly language: string;
  /** The mail programs of this computer, what their messages mean, and logins after a check. */
  readonly computer: Pick<
    Caller,
    | 'explain.text'
    | 'history.list'
    | 'history.forget'
    | 'history.set'
    | 'network.other'
    | 'window.keep'
    | Extract<CallName, `computer.${string}` | `act.${string}`>
  >;

  /** Keeps an answer as it is typed. */
  answer(change: Partial<Answers>): void;
  proceed(): void;
  back(): void;
  goTo(step: StepId): void;
  /** Plays a practice situation. */
  startPractice(practice: Scenario): void;
  cancel(): void;
  checkAgain(): void;
  /** Shows a report from its text, judged anew. */
  openReport(text: string): Promise<void>;
  /** Offers the report for saving. Rejects when saving failed. */
  saveReport(): Promise<SavedFile>;
  /** Offers a file for saving. Rejects when saving failed. */
  saveFile(file: ExportedFile): Promise<SavedFile>;
  /** Offers the page of settings as a PDF, in the desktop app. Rejects when saving failed. */
  savePage(settings: Argument<'page.save'>): Promise<SavedFile>;
  /** Offers a report as a PDF, made by the desktop app. Rejects when saving failed. */
  saveSheet(report: Report): Promise<SavedFile>;
  /** Keeps the report of the check on the screen with what was done after it. */
  keepReport(report: Report): void;
  startAgain(): void;
  chooseProgram(id: string): void;
  chooseVariant(change: Saved['variant']): void;
  tick(id: string, isTicked: boolean): void;
  connectionChanged(isConnected: boolean): void;
  /** Tries at once to reach a lost backend, which is tried now and then anyway. */
  reconnect(): void;
  /** Speaks that language from now on, a report on the screen too; what was typed stays. Never rejects. */
  chooseLanguage(language: Language): Promise<void>;
  /** Asks the backend about itself and for the practice situations, and goes on watching a check that runs. */
  begin(): Promise<void>;
};

export type WizardParts = {
  readonly caller: Caller;
  /** Resolves when the backend can be reached again; null where a lost backend does not come back. */
  readonly reconnected: (() => Promise<void>) | null;
  /** Tries at once instead of a little later; absent where the backend comes back by itself. */
  readonly retry?: (() => void) | undefined;
  readonly saved: Saved;
  readonly save: (saved: Saved) => void;
  /** This computer's clock, in ms. */
  readonly now: () => number;
  /** Told when another language is spoken. */
  readonly onLanguage?: (language: Language) => void;
};

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
      set({ step, ...change, cameFrom: beside(get().step), isFirst: false, problems: {}, openProblem: null });
    const refuse = (problems: FieldProblems) => set({ problems, refusals: get().refusals + 1 });
    const fromAddress = async () => {
      const { firstProblems, inOrder, looksLikeError } = await reading();
      const { answers } = get();
      if (looksLikeError(answers.address)) return takeError(answers.address);
      const problems = firstProblems(answers);
      if (Object.keys(problems).length > 0) return refuse(problems);
      showCheck({ ...inOrder(answers), isPractice: false });
    };

    /** An error message where the address belongs: the check is told of it, and the address is still wanted. */
    const takeError = async (text: string) => {
      const told = await caller['explain.text']({ text }).catch(() => null);
      const errorText = (told?.masked ?? text).slice(0, maxErrorChars);
      set({ answers: { ...get().answers, address: '', errorText } });
      refuse({ address: say('wizard.error.address-too') });
    };

    const reopen = async (report: Report): Promise<Result<ResultOf<'report.reopen'>>> => {
      try {
        return ok(await caller['report.reopen'](report));
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    };

    /** The same question again keeps its check; another one starts anew. */
    const showCheck = (answers: Answers) => {
      const request = requestOf(answers);
      const { run } = get();
      const isSame = run.asked === JSON.stringify(request) && run.phase !== 'failed';
      show('check', { answers, isOpened: false });
      if (!isSame) startCheck();
    };
    const startCheck = (before: Report | null = null, request = requestOf(get().answers)) => {
      set({ ticked: [], isOpened: false, before });
      runner.begin(request);
    };
    const showReport = (report: Report, change: Partial<WizardState> = {}) => {
      runner.forget({ ...noRun, phase: 'finished', report });
      show('verdict', { isOpened: true, difference: null, before: null, ticked: [], ...change });
    };

    return {
      ...fromSaved(saved),
      cameFrom: null,
      isFirst: true,
      problems: {},
      refusals: 0,
      openProblem: null,
      app: null,
      scenarios: null,
      isConnected: true,
      language: say.language,
      computer: caller,

      answer: (change) => set({ answers: { ...get().answers, ...change } }),
      proceed: () => {
        const { step, answers } = get();
        switch (step) {
          case 'address':
            return void fromAddress().catch(() => refuse({ address: say('backend.gone') }));
          case 'practice':
            return answers.practice ? showCheck({ ...answers, isPractice: true }) : undefined;
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
        const to = steps[get().step].back(courseOf(get()));
        if (to) show(to);
      },
      goTo: (step) => show(step),
      startPractice: (practice) => showCheck({ ...get().answers, practice, isPractice: true }),
      cancel: () => runner.cancel(),
      checkAgain: () => {
        const { run, before } = get();
        const wasAsked = run.phase === 'failed' && before !== null;
        show('check');
        if (wasAsked) startCheck(before, elsewhere(before, get()));
        else startCheck();
      },
      checkElsewhere: (otherNetwork, scenario) => {
        const { run, answers } = get();
        if (run.report === null) return;
        show('check', {
          otherNetwork,
          answers: scenario ? { ...answers, isPractice: true, practice: scenario } : answers,
        });
        startCheck(run.report, elsewhere(run.report, get()));
      },
      openKept: async (id) => {
        const opened = await openKept(caller, id);
        if (opened.ok) showReport(opened.value);
        return opened.ok ? null : opened.problem;
      },
      compareKept: async (one, other) => {
        const opened = await twoKept(caller, one, other);
        if (!opened.ok) return opened.problem;
        const { older, newer } = opened.value;
        showReport(newer, { step: 'comparison', before: older, otherNetwork: 'unknown' });
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
      saveReport: async () => {
        const { report } = get().run;
        if (report === null) throw new Error('there is no report to save');
        return get().saveFile(reportFile(report));
      },
      saveFile: async (file) => {
        try {
          const { saved: isSaved } = await caller['file.save'](file);
          return { outcome: isSaved ? 'saved' : 'declined', fileName: file.fileName };
        } catch (error) {
          if (problemOf(error).code === 'unavailable')
            return { outcome: 'download', fileName: file.fileName, file };
          throw error;
        }
      },
      savePage: async (settings) => {
        const { saved: isSaved } = await caller['page.save'](settings);
        return { outcome: isSaved ? 'saved' : 'declined', fileName: say('wizard.files.pdf-file') };
      },
      saveSheet: async (report) => {
        const { saved: isSaved } = await caller['report.save'](report);
        return { outcome: isSaved ? 'saved' : 'declined', fileName: say('wizard.files.pdf-file') };
      },
      keepReport: (report) => {
        if (get().run.report?.startedAt === report.startedAt) set({ run: { ...get().run, report } });
      },
      startAgain: () => {
        runner.forget();
        show('address', { answers: noAnswers, isOpened: false, before: null, ticked: [] });
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
        set({ step: 'practice', answers: { ...get().answers, practice: wanted } });
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

/** What decides the course, from the state. */
export function courseOf({ answers, isOpened, run, cameFrom }: WizardState): Course {
  return { isPractice: answers.isPractice, isOpened, hasReport: run.report !== null, cameFrom };
}

/** When a check ends, its screen gives way to the verdict, or to the question that was answered wrongly. */
function afterRun(state: WizardState, run: CheckRun): Partial<WizardState> {
  if (state.step !== 'check' || run.phase === state.run.phase) return { run };
  if (run.phase === 'finished') {
    const isSecond = state.before !== null && run.report?.interrupted !== true;
    return { run, step: isSecond ? 'comparison' : 'verdict', cameFrom: 'check', isFirst: false };
  }
  if (run.phase !== 'failed' || run.problem?.code !== 'bad-input' || state.answers.isPractice) {
    return { run, isFirst: false };
  }
  const { field, message } = run.problem;
  const id = field.startsWith('current')
    ? 'current-server'
    : field === 'server' && state.answers.knowsServer
      ? 'server'
      : 'address';
  return {
    run,
    step: 'address',
    isFirst: false,
    problems: { [id]: say(message) },
    refusals: state.refusals + 1,
  };
}

function fromSaved({ version: _version, checkId, asked, startedAtMs, report, ...kept }: Saved) {
  const phase: CheckRun['phase'] = report ? 'finished' : checkId ? 'running' : 'none';
  return {
    ...kept,
    run: { ...noRun, phase, checkId, asked, startedAtMs, report },
  };
}

function toSaved(state: WizardState): Saved {
  const { step, answers, isOpened, otherNetwork, difference, program, variant, ticked, before, run } = state;
  const { checkId, asked, startedAtMs, report } = run;
  return {
    version: 1,
    step,
    answers,
    checkId,
    startedAtMs,
    asked,
    isOpened,
    otherNetwork,
    difference,
    program,
    variant,
    ticked: [...ticked],
    report,
    before,
  };
}
