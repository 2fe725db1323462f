import { over } from '../aborting.ts';
import type { Clock } from '../system.ts';

/** Answers to questions that several ask: whoever asks while somebody else does, or soon after, gets the same one. */
export type Once<T> = {
  /** Resolves to `ifAborted` as soon as the asker's own signal aborts. The work ends when nobody waits for it any more. */
  ask(key: string, work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal, ifAborted: T): Promise<T>;
  /** Whoever asks from now on asks anew. */
  forget(): void;
};

type Manners<T> = {
  /** For how long an answer serves others, in ms. 0: only those who asked before it came. */
  readonly freshMs: (answer: T) => number;
  /** So many answers are kept; with each new one the oldest goes. */
  readonly most: number;
  readonly clock: Pick<Clock, 'now'>;
};

type Question<T> = {
  readonly answer: Promise<T>;
  readonly stop: AbortController;
  askers: number;
  /** Infinite while the answer is to come. */
  untilMs: number;
};

/** Nothing has been asked yet. */
export function once<T>({ freshMs, most, clock }: Manners<T>): Once<T> {
  const questions = new Map<string, Question<T>>();

  function begin(key: string, work: (signal: AbortSignal) => Promise<T>): Question<T> {
    const stop = new AbortController();
    const question: Question<T> = {
      answer: work(stop.signal).then(
        (answer) => {
          question.untilMs = clock.now() + freshMs(answer);
          if (question.untilMs <= clock.now()) drop(key, question);
          return answer;
        },
        (bug: unknown) => {
          drop(key, question);
          throw bug;
        },
      ),
      stop,
      askers: 0,
      untilMs: Number.POSITIVE_INFINITY,
    };
    questions.set(key, question);
    const [oldest] = questions.keys();
    if (questions.size > most && oldest !== undefined) questions.delete(oldest);
    return question;
  }

  function drop(key: string, question: Question<T>): void {
    if (questions.get(key) === question) questions.delete(key);
  }

  return {
    forget: () => questions.clear(),
    async ask(key, work, signal, ifAborted) {
      const known = questions.get(key);
      const question = known !== undefined && known.untilMs > clock.now() ? known : begin(key, work);
      question.askers += 1;
      try {
        return await unlessAborted(question.answer, signal, ifAborted);
      } finally {
        question.askers -= 1;
        if (question.askers === 0 && question.untilMs === Number.POSITIVE_INFINITY) {
          drop(key, question);
          question.stop.abort(over);
        }
      }
    },
  };
}

/** The same, or `ifAborted` as soon as the signal aborts. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal, ifAborted: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => resolve(ifAborted);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
