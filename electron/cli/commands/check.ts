import type { CheckInput } from '../../../shared/model/check.ts';
import { fail, ok } from '../../../shared/model/problem.ts';
import { advised } from '../../../shared/recommend/asker/advise.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import { readCheckOptions } from '../check-options.ts';
import type { RunCommand } from '../command.ts';
import { type Shown, showCheck } from '../show-check.ts';
import { readFor, whoAsks } from '../who-asks.ts';

/** The rules of explaining are loaded only for somebody who has an error text. */
async function withErrorText(input: CheckInput, text: string): Promise<CheckInput> {
  const suspicion = await import('../../backend/suspicion.ts');
  return suspicion.withErrorText(input, text);
}

/** `postway check`: one check of the real network. */
export const runCheckCommand: RunCommand = async (args, context) => {
  const { shell, services } = context;
  if (args.has('list')) {
    const { checkList } = await import('../check-list.ts');
    return checkList(args, context);
  }
  const onlyWithList = ['jobs', 'resume'].find((option) => args.has(option));
  if (onlyWithList !== undefined)
    return fail(`--${onlyWithList}`, said('cli.wrong.only-with', { other: '--list' }));
  const input = readCheckOptions(args);
  if (!input.ok) return input;
  const kind = readFor(args);
  if (!kind.ok) return kind;
  const error = args.value('error');
  const value = error === undefined ? input.value : await withErrorText(input.value, error);
  const asker = await whoAsks(kind.value, error, shell);
  const shown: Shown = {
    subject: value.address ?? value.domain ?? value.server ?? '',
    asJson: args.has('json'),
    isColourOff: args.has('no-color'),
    check: async (onEvent, signal) => {
      const report = await services.check(value, null, onEvent, signal);
      return asker === null ? report : advised(report, asker, say);
    },
  };
  if (!args.has('again')) return ok(await showCheck(shown, shell));
  const { checkAgain } = await import('../check-again.ts');
  return ok(await checkAgain(shown, context));
};
