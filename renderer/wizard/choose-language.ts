import type { Caller } from '../../shared/contract/contract.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { type Language, languages } from '../../shared/text/languages.ts';
import { speak } from '../../shared/text/speak.ts';
import type { WizardState } from './state.ts';

type LanguageParts = {
  readonly caller: Pick<Caller, 'language.choose' | 'practice.list' | 'report.reword'>;
  readonly get: () => WizardState;
  readonly set: (change: Partial<WizardState>) => void;
  /** Told when another language is spoken. */
  readonly onLanguage?: ((language: Language) => void) | undefined;
};

/** Tells the backend which language is spoken. Rejects when it cannot be told. */
export async function tellLanguage(caller: Pick<Caller, 'language.choose'>): Promise<void> {
  await caller['language.choose']({ language: languages.find((one) => one === say.language) ?? 'en' });
}

/**
 * Speaks another language: the window at once, then what came from the backend in words. Never rejects: words that cannot be loaded
 * leave everything as it is, and a backend that is lost is told when it is back. Of several choices the last one holds.
 */
export function languageChooser(parts: LanguageParts): (language: Language) => Promise<void> {
  const { set, onLanguage } = parts;
  let turn: Promise<unknown> = Promise.resolve();
  const speakIt = async (language: Language) => {
    await speak(language, ['window']);
    // What was found before is known in its words alone.
    set({ language, problems: {}, openProblem: null, foundBefore: null });
    onLanguage?.(language);
  };
  return async (language) => {
    const mine = turn.then(() => speakIt(language));
    turn = mine.catch(() => undefined);
    try {
      await mine;
      await sayAnew(parts, language);
    } catch {
      // What could not be asked for stays as it was.
    }
  };
}

/** What the backend put into words: the practice situations, and the reports on the screen. */
async function sayAnew({ caller, get, set }: LanguageParts, language: Language): Promise<void> {
  await tellLanguage(caller);
  const inNewWords = async (report: Report | null) => report && (await caller['report.reword'](report));
  const { run, before, after } = get();
  const [{ scenarios }, report, other, later] = await Promise.all([
    caller['practice.list']({}),
    inNewWords(run.report),
    inNewWords(before),
    inNewWords(after),
  ]);
  if (get().language !== language) return; // another one was chosen meanwhile
  const { answers, keepReport } = get();
  const practice = scenarios.find(({ id }) => id === answers.practice?.id) ?? answers.practice;
  set({ scenarios, answers: { ...answers, practice } });
  if (get().before === before && get().after === after) set({ before: other, after: later });
  if (report) keepReport(report);
}
