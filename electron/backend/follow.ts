import { fail, type Result } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';
import type { EventLog } from './event-log.ts';

/** Something under way that can be watched from its beginning, by anybody, at any time. */
export type Followed<E, R> = {
  readonly log: EventLog<E>;
  /** Never rejects. */
  readonly ended: Promise<Result<R>>;
};

/** Tells `emit` every event and resolves to the end, or to a Problem when the signal aborts. Rejects only when `emit` throws, which ends this watch and nothing else. */
export function follow<E, R>(
  { log, ended }: Followed<E, R>,
  emit: (event: E) => void,
  signal: AbortSignal,
): Promise<Result<R>> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    let stopListening = () => {};
    const end = () => {
      isOver = true;
      stopListening();
      signal.removeEventListener('abort', leave);
    };
    const leave = () => {
      end();
      resolve(fail('checkId', said('backend.watch-ended'), 'unavailable'));
    };
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });

    stopListening = log.follow((event) => {
      if (isOver) return;
      try {
        emit(event);
      } catch (error) {
        end();
        reject(error);
      }
    });
    if (isOver) return stopListening();
    void ended.then((result) => {
      end();
      resolve(result);
    }); // `ended` never rejects
  });
}
