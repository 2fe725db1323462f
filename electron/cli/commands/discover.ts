import { fail, ok } from '../../../shared/model/problem.ts';
import { said } from '../../../shared/text/said.ts';
import { readCheckOptions } from '../check-options.ts';
import type { RunCommand } from '../command.ts';
import { discoveryAsData, renderDiscovery } from '../discovery-result.ts';
import { exitStatus } from '../exit-status.ts';
import { paintFor } from '../paint.ts';

/** `postway discover`: what every source says about the settings of an address, before anything is tried. */
export const runDiscoverCommand: RunCommand = async (args, { shell, services }) => {
  const input = readCheckOptions(args);
  if (!input.ok) return input;
  const { domain, address } = input.value;
  if (domain === undefined) return fail('address', said('cli.wrong.discover-server'));

  const stop = new AbortController();
  const forget = shell.onInterrupt(() => stop.abort());
  try {
    const discovery = await services.discover(input.value, stop.signal);
    const subject = address ?? domain;
    const shown = args.has('json')
      ? `${JSON.stringify(discoveryAsData(subject, discovery), null, 2)}\n`
      : renderDiscovery(subject, discovery, {
          columns: shell.stdout.columns(),
          paint: paintFor(shell.stdout, shell, args.has('no-color')),
        });
    shell.stdout.write(shown);
    if (stop.signal.aborted) return ok(exitStatus.interrupted);
    return ok(discovery.ranking.length > 0 ? exitStatus.ok : exitStatus.nothingFound);
  } finally {
    forget();
  }
};
