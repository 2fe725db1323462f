import type { CheckInput } from '../../../shared/model/check.ts';
import { right } from '../../../shared/model/problem.ts';
import { advised } from '../../../shared/recommend/asker/advise.ts';
import { say } from '../../../shared/text/index.ts';
import { readCheckOptions } from '../check-options.ts';
import type { RunCommand } from '../command.ts';
import { showCheck } from '../show-check.ts';
import { readFor, whoAsks } from '../who-asks.ts';

/** The rules of explaining are loaded only for somebody who has an error text. */
async function withErrorText(input: CheckInput, text: string): Promise<CheckInput> {
  const suspicion = await import('../../backend/suspicion.ts');
  return suspicion.withErrorText(input, text);
}

/** `postway check`: one check of the real network. */
export const runCheckCommand: RunCommand = async (args, { shell, services }) => {
  const input = readCheckOptions(args);
  if (!input.ok) return input;
  const kind = readFor(args);
  if (!kind.ok) return kind;
  const error = args.value('error');
  const value = error === undefined ? input.value : await withErrorText(input.value, error);
  const asker = await whoAsks(kind.value, error, shell);
  return right(
    await showCheck(
      {
        subject: value.address ?? value.domain ?? value.server ?? '',
        asJson: args.has('json'),
        isColourOff: args.has('no-color'),
        check: async (onEvent, signal) => {
          const report = await services.check(value, null, onEvent, signal);
          return asker === null ? report : advised(report, asker, say);
        },
      },
      shell,
    ),
  );
};
