import type { CheckInput } from '../../../shared/model/check.ts';
import { right } from '../../../shared/model/problem.ts';
import { readCheckOptions } from '../check-options.ts';
import type { RunCommand } from '../command.ts';
import { showCheck } from '../show-check.ts';

/** The rules of explaining are loaded only for somebody who has an error text. */
async function withErrorText(input: CheckInput, text: string): Promise<CheckInput> {
  const suspicion = await import('../../backend/suspicion.ts');
  return suspicion.withErrorText(input, text);
}

/** `postway check`: one check of the real network. */
export const runCheckCommand: RunCommand = async (args, { shell, services }) => {
  const input = readCheckOptions(args);
  if (!input.ok) return input;
  const error = args.value('error');
  const value = error === undefined ? input.value : await withErrorText(input.value, error);
  return right(
    await showCheck(
      {
        subject: value.address ?? value.domain ?? value.server ?? '',
        asJson: args.has('json'),
        isColourOff: args.has('no-color'),
        check: (onEvent, signal) => services.check(value, null, onEvent, signal),
      },
      shell,
    ),
  );
};
