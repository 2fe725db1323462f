import { fail, ok } from '../../../shared/model/problem.ts';
import { withoutMailAddresses } from '../../../shared/parse/mail-addresses.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import { historyOn } from '../../backend/history.ts';
import type { RunCommand } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { safeText } from '../safe-text.ts';

/** `postway history`: the checks that were made on this computer. */
export const runHistoryCommand: RunCommand = async (args, { shell, services }) => {
  const history = historyOn(await services.workstation());
  if (args.has('on') && args.has('off')) return fail('--on', said('cli.wrong.clash', { other: '--off' }));
  const changing = ['forget', 'on', 'off'].find((option) => args.has(option));
  if (args.has('json') && changing !== undefined) {
    return fail('--json', said('cli.wrong.clash', { other: `--${changing}` }));
  }
  if (args.has('mask') && changing !== undefined) {
    return fail('--mask', said('cli.wrong.clash', { other: `--${changing}` }));
  }
  const id = args.value('forget');
  if (id !== undefined) {
    const done = await history.forget(id);
    if (!done.ok) return fail('--forget', done.problem.message);
    shell.stdout.write(`${say('cli.history.forgotten', { count: done.value.forgotten })}\n`);
  }
  if (args.has('on') || args.has('off')) {
    const done = await history.setOn(args.has('on'));
    if (!done.ok) {
      shell.stderr.write(`postway history: ${safeText(say(done.problem.message))}\n`);
      return ok(exitStatus.nothingFound);
    }
    shell.stdout.write(`${say(args.has('on') ? 'cli.history.on' : 'cli.history.off')}\n`);
    return ok(exitStatus.ok);
  }
  if (id !== undefined) return ok(exitStatus.ok);
  const [{ checks: kept, damaged }, isKept] = await Promise.all([history.list(say), history.isOn()]);
  const checks = args.has('mask') ? kept.map(withoutAddress) : kept;
  if (args.has('json')) {
    shell.stdout.write(`${JSON.stringify({ isKept, checks, damaged }, null, 2)}\n`);
    return ok(exitStatus.ok);
  }
  const lines = checks.map(({ id: name, subject, headline }) => `${name}  ${subject}  ${headline}`);
  if (checks.length + damaged.length === 0) lines.push(say('cli.history.none'));
  lines.push(...damaged.map((id) => say('history.damaged', { id })));
  if (!isKept) lines.push(say('cli.history.is-off'));
  shell.stdout.write(lines.map((line) => `${safeText(line, 600)}\n`).join(''));
  return ok(exitStatus.ok);
};

/** For a list that is shown to others: which checks there were, and not of whose address. */
function withoutAddress<One extends { readonly subject: string; readonly headline: string }>(one: One): One {
  const masked = (text: string): string => withoutMailAddresses(text, say('letter.masked.address'));
  return { ...one, subject: masked(one.subject), headline: masked(one.headline) };
}
