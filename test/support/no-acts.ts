import type { Acts } from '../../electron/backend/acts.ts';
import { fail } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';

const refuse = async () => fail('checkId', said('act.wrong.no-server'), 'refused');

/** A backend in which nobody logs in. */
export const noActs: Acts['handlers'] = {
  'act.plan': refuse,
  'act.start': refuse,
  'act.watch': refuse,
  'act.cancel': refuse,
};
