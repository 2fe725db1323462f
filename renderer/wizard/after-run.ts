import { say } from '../../shared/text/index.ts';
import type { CheckRun } from './check-run.ts';
import type { WizardState } from './state.ts';

/** When a check ends, its screen gives way to the verdict, or to the question that was answered wrongly. */
export function afterRun(state: WizardState, run: CheckRun): Partial<WizardState> {
  if (state.step !== 'check' || run.phase === state.run.phase) return { run };
  if (run.phase === 'finished') {
    const isSecond = state.before !== null && run.report?.interrupted !== true;
    return { run, step: isSecond ? 'comparison' : 'verdict', cameFrom: 'check' };
  }
  if (run.phase !== 'failed' || run.problem?.code !== 'bad-input' || state.answers.isPractice) return { run };
  const { field, message } = run.problem;
  const id = field.startsWith('current')
    ? 'current-server'
    : field === 'server' && state.answers.knowsServer
      ? 'server'
      : 'address';
  return {
    run,
    step: 'address',
    problems: { [id]: say(message) },
    isAsked: false,
    refusals: state.refusals + 1,
  };
}
