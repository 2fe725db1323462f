import type { Handlers } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import type { History } from './history.ts';

type HistoryCall = Extract<keyof Handlers, `history.${string}`>;

/** What a window asks of the checks that were kept. */
export function historyHandlers(history: History): Pick<Handlers, HistoryCall> {
  return {
    'history.list': async () => {
      const [{ checks }, isKept] = await Promise.all([history.list(say), history.isOn()]);
      return ok({ checks: [...checks], isKept });
    },
    'history.open': async ({ id }) => {
      const opened = await history.open(id, say);
      return opened.ok ? ok({ report: opened.value }) : opened;
    },
    'history.forget': ({ id }) => history.forget(id),
    'history.set': ({ isKept }) => history.setOn(isKept),
  };
}
