import { utilityProcess } from 'electron';
import type { BackendMessage } from '../../shared/contract/channel.ts';
import { forgetPassword } from '../../shared/contract/password-frame.ts';
import type { Language } from '../../shared/text/languages.ts';
import { type ActQuestion, actProcesses } from './act-processes.ts';
import { FromEngine, type ToEngine } from './engine-messages.ts';

/** What a page hears besides the backend's messages: whether there is an engine at the moment. */
export type EngineNews = { readonly kind: 'engine'; readonly isThere: boolean };

/** One page's way to the engine. */
export type EngineLine = { say(message: unknown): void; hangUp(): void };

export type Engine = {
  /** Opens a line for a page. `hear` gets what the engine says to it, and when the engine is lost and back. */
  line(hear: (message: BackendMessage | EngineNews) => void): EngineLine;
  /** Whether a check is under way. */
  isChecking(): boolean;
  /** Ends it for good. */
  end(): void;
};

export type EngineOptions = {
  /** The bundle that runs in the process. */
  readonly file: string;
  /** BCP 47, the best first: what the person reads. */
  readonly languages: readonly string[];
  readonly askWhereToSave: (name: string) => Promise<string | null>;
  readonly printPdf: (html: string, signal: AbortSignal) => Promise<Uint8Array>;
  /** Told which language the window speaks. */
  readonly onLanguage: (language: Language) => void;
  readonly reportBug: (error: unknown) => void;
};

/** Pause before the engine is started again, in ms: doubled each time it ends soon, up to the second. */
const restartMs = [250, 8_000] as const;
/** An engine that ran for so long, in ms, ended by an accident and not because it cannot run. */
const soundMs = 30_000;
/** How often the engine is asked whether it still answers, in ms, and how many questions may stay without an answer. */
const pulseMs = 5_000;
const mostUnanswered = 4;

/**
 * The engine's process, started and watched: when it ends, or answers nothing any more, the pages are told, it is started again, and they
 * are told that too. What it says is parsed, since hostile servers are its company. Nothing here throws or rejects.
 */
export function startEngine(options: EngineOptions): Engine {
  const lines = new Map<number, (message: BackendMessage | EngineNews) => void>();
  let lastPage = 0;
  let child: Electron.UtilityProcess | null = null;
  let waitMs: number = restartMs[0];
  let hasEnded = false;
  let runningChecks = 0;
  let restart: NodeJS.Timeout | undefined;

  const tell = (message: ToEngine): void => child?.postMessage(message);
  const tellAll = (isThere: boolean): void => {
    for (const hear of lines.values()) hear({ kind: 'engine', isThere });
  };

  const begin = (onAnswer: () => void): void => {
    const startedMs = Date.now();
    const mine = utilityProcess.fork(options.file, [...options.languages], { serviceName: 'Postway engine' });
    child = mine;
    let hasAnswered = false;
    const services = servicesFor(options, tell);
    const pulse = watchPulse(
      () => tell({ kind: 'ping' }),
      () => mine.kill(),
    );
    mine.on('message', (said: unknown) => {
      const heard = FromEngine.safeParse(said);
      if (!heard.success) return;
      if (heard.data.kind === 'pong') {
        pulse.heard();
        if (!hasAnswered) onAnswer();
        hasAnswered = true;
      } else if (heard.data.kind === 'said') {
        lines.get(heard.data.page)?.(heard.data.message as BackendMessage); // the page parses it
      } else if (heard.data.kind === 'checks') runningChecks = heard.data.running;
      else if (heard.data.kind === 'language') options.onLanguage(heard.data.language);
      else services.asked(heard.data);
    });
    mine.on('exit', (code) => {
      pulse.stop();
      services.end();
      runningChecks = 0;
      if (hasEnded) return;
      child = null;
      options.reportBug(new Error(`the engine ended with ${code}`));
      tellAll(false);
      if (Date.now() - startedMs > soundMs) waitMs = restartMs[0];
      restart = setTimeout(() => begin(() => tellAll(true)), waitMs);
      waitMs = Math.min(waitMs * 2, restartMs[1]);
    });
    tell({ kind: 'ping' });
  };
  begin(() => undefined);

  return {
    line(hear) {
      lastPage += 1;
      const page = lastPage;
      lines.set(page, hear);
      if (child === null) hear({ kind: 'engine', isThere: false });
      return {
        say(message) {
          tell({ kind: 'said', page, message }); // by copy
          forgetPassword(message);
        },
        hangUp() {
          lines.delete(page);
          tell({ kind: 'gone', page });
        },
      };
    },
    isChecking: () => runningChecks > 0,
    end() {
      hasEnded = true;
      clearTimeout(restart);
      child?.kill(); // whose end ends what it had begun
    },
  };
}

type Question = Exclude<FromEngine, { kind: 'said' | 'pong' | 'checks' | 'language' }>;
type Errand = Exclude<Question, ActQuestion>;

/** Does for the engine what only this process can. */
function servicesFor(
  { file, askWhereToSave, printPdf }: EngineOptions,
  tell: (message: ToEngine) => void,
): { asked(question: Question): void; end(): void } {
  const underWay = new Map<number, AbortController>();
  const answer = async (id: number, work: (signal: AbortSignal) => Promise<string | Uint8Array | null>) => {
    const controller = new AbortController();
    underWay.set(id, controller);
    try {
      tell({ kind: 'answer', id, value: await work(controller.signal) });
    } catch (error) {
      tell({ kind: 'refusal', id, reason: error instanceof Error ? error.message : String(error) });
    } finally {
      underWay.delete(id);
    }
  };
  const acts = actProcesses(file, tell);
  const errand = (question: Errand): void => {
    if (question.kind === 'never-mind') underWay.get(question.id)?.abort();
    else if (question.kind === 'print') void answer(question.id, (signal) => printPdf(question.html, signal));
    else void answer(question.id, () => askWhereToSave(question.name));
  };
  return {
    asked(question) {
      if (isAboutAct(question)) acts.asked(question);
      else errand(question);
    },
    end() {
      acts.end();
      for (const controller of underWay.values()) controller.abort();
    },
  };
}

function isAboutAct(question: Question): question is ActQuestion {
  return question.kind.startsWith('act-');
}

/** Asks now and then, and says when too many questions in a row got no answer: a sleeping computer asks none. */
function watchPulse(ask: () => void, onDead: () => void): { heard(): void; stop(): void } {
  let unanswered = 0;
  const timer = setInterval(() => {
    if (unanswered >= mostUnanswered) return onDead();
    unanswered += 1;
    ask();
  }, pulseMs);
  timer.unref();
  return {
    heard: () => {
      unanswered = 0;
    },
    stop: () => clearInterval(timer),
  };
}
