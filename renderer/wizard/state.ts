import type {
  Argument,
  Caller,
  CallName,
  ExportedFile,
  ResultOf,
  Scenario,
} from '../../shared/contract/contract.ts';
import type { Report } from '../../shared/model/report.ts';
import type { Language } from '../../shared/text/languages.ts';
import type { Answers, FieldProblems } from './answers.ts';
import type { CheckRun } from './check-run.ts';
import type { Saved } from './saved.ts';
import type { SecondLook } from './second-look.ts';
import type { Course, StepId } from './steps.ts';

/** What became of a file that was to be saved. `download`: the window has to do it itself. */
export type SavedFile =
  | { readonly outcome: 'saved' | 'declined'; readonly fileName: string }
  | { readonly outcome: 'download'; readonly fileName: string; readonly file: ExportedFile };

export type WizardState = SecondLook & {
  readonly step: StepId;
  /** The screen before this one; null after a reload. */
  readonly cameFrom: StepId | null;
  /** No screen has been shown yet, so the focus stays where the browser put it. */
  readonly isFirst: boolean;
  readonly answers: Answers;
  readonly problems: FieldProblems;
  /** What they say is a question, not a fault: nothing wrong was typed, only something else. */
  readonly isAsked: boolean;
  /** Counts Continues that were refused. */
  readonly refusals: number;
  readonly run: CheckRun;
  /** The report on the screen was opened from a file. */
  readonly isOpened: boolean;
  /** What that file claimed otherwise than its own measurements say, in a sentence; `null` where it did not. */
  readonly difference: string | null;
  /** What an earlier check of these servers found in the way, in a sentence. */
  readonly foundBefore: string | null;
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

  /** A screen is shown: the heading of the next one takes the focus. */
  shown(): void;
  /** Keeps an answer as it is typed. */
  answer(change: Partial<Answers>): void;
  proceed(): void;
  back(): void;
  goTo(step: StepId): void;
  /** Plays a practice situation. */
  startPractice(practice: Scenario, isMended?: boolean): void;
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
  saveSheet(sheet: Argument<'report.save'>): Promise<SavedFile>;
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

/** What decides the course, from the state. */
export function courseOf({ answers, isOpened, run, cameFrom, ticked }: WizardState): Course {
  const isSame = run.report?.recommendation?.change?.length === 0 && ticked.length === 0;
  return { isPractice: answers.isPractice, isOpened, hasReport: run.report !== null, cameFrom, isSame };
}
