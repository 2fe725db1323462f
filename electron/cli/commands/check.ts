import { right } from '../../../shared/model/problem.ts';
import { readCheckOptions } from '../check-options.ts';
import type { RunCommand } from '../command.ts';
import { showCheck } from '../show-check.ts';

/** `postway check`: one check of the real network. */
export const runCheckCommand: RunCommand = async (args, { shell, services }) => {
  const input = readCheckOptions(args);
  if (!input.ok) return input;
  const { value } = input;
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
