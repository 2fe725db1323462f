import type { Scenario } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/model/problem.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import type { ActRequest } from '../../backend/acting.ts';
import { parseCheckRequest } from '../../backend/input.ts';
import { actAfter } from '../act.ts';
import type { RunCommand } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';
import { exitStatus } from '../exit-status.ts';
import { safeText } from '../safe-text.ts';
import { showCheck } from '../show-check.ts';
import { showWindow } from '../show-window.ts';
import { wordOf } from '../word-of.ts';

/** `postway practice`: the wizard, or with `--check` one check, in the practice network. */
export const runPracticeCommand: RunCommand = async (args, { shell, services }) => {
  const scenarios = await services.scenarios();
  if (args.has('list')) {
    const option = ['check', 'login', 'send-test', 'json', 'open'].find((one) => args.has(one));
    const other = args.positionals[0] ?? (option && `--${option}`);
    if (other !== undefined) return fail('--list', said('cli.wrong.clash', { other: safeText(other, 60) }));
    const width = Math.max(...scenarios.map(({ id }) => id.length));
    shell.stdout.write(scenarios.map(({ id, name }) => `${id.padEnd(width)}  ${name}\n`).join(''));
    return ok(exitStatus.ok);
  }
  const scenario = findScenario(args.positionals[0], scenarios);
  if (!scenario.ok) return scenario;

  const acts = (['login', 'send-test'] as const).filter((one) => args.has(one));
  if (acts.length > 1) return fail('--login', said('cli.wrong.clash', { other: '--send-test' }));
  if (!args.has('check') && acts.length === 0) {
    if (args.has('json')) return fail('--json', said('cli.wrong.json-without-check'));
    shell.stderr.write(
      `${say('cli.practice.window', { name: scenario.value.name, address: scenario.value.address })}\n`,
    );
    const window = {
      port: 0,
      practice: scenario.value.id,
      language: args.value('language'),
      isOpenForced: args.has('open'),
    };
    return ok(await showWindow(window, { shell, services }));
  }
  const { current } = scenario.value;
  const input = parseCheckRequest({ subject: scenario.value.address, ...(current && { current }) });
  if (!input.ok) throw new Error(`scenario "${scenario.value.id}": ${say(input.problem.message)}`);
  const { id, address, story } = scenario.value;
  shell.stderr.write(`${say('cli.practice.story', { story })}\n`);
  if (acts.length > 0) {
    const request: ActRequest = args.has('login')
      ? { kind: 'login', address, waitMs: 0 }
      : { kind: 'message', address, waitMs: 5_000 };
    const check = (signal: AbortSignal) => services.check(input.value, id, () => {}, signal);
    return actAfter(async (signal) => ok(await check(signal)), request, args, { shell, services });
  }
  return ok(
    await showCheck(
      {
        subject: address,
        asJson: args.has('json'),
        isColourOff: args.has('no-color'),
        check: (onEvent, signal) => services.check(input.value, id, onEvent, signal),
      },
      shell,
    ),
  );
};

function findScenario(id: string | undefined, scenarios: readonly Scenario[]): Result<Scenario> {
  const found =
    id === undefined ? scenarios[0] : scenarios.find((scenario) => wordOf(id, [scenario.id]) !== undefined);
  if (found) return ok(found);
  const ids = scenarios.map((scenario) => scenario.id);
  const meant = didYouMean(id ?? '', ids);
  const written = safeText(id ?? '', 60);
  return fail(
    'scenario',
    meant === undefined
      ? said('cli.wrong.scenario', { found: written, scenarios: ids.join(', ') })
      : said('cli.wrong.scenario-meant', { found: written, meant }),
  );
}
