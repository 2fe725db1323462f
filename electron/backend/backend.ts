import type { Handlers } from '../../shared/contract/contract.ts';
import { say } from '../../shared/text/index.ts';
import { thisComputer } from '../computer/workstation.ts';
import { prepareThread } from '../engine/thread/thread.ts';
import { practiceScenarios } from '../practice/scenarios.ts';
import type { PerformAct } from './act-task.ts';
import { createActs } from './acts.ts';
import type { ChecksOptions } from './checks.ts';
import { createHandlers, type HandlersOptions } from './handlers.ts';
import { historyOn } from './history.ts';
import { ownChecks } from './own-checks.ts';
import { choicesOn, type KeptChoices } from './window-choices.ts';

export type BackendOptions = Pick<ChecksOptions, 'reportBug' | 'onRunning'> &
  Pick<HandlersOptions, 'describe' | 'askWhereToSave' | 'printPdf' | 'onLanguage'> &
  Partial<Pick<HandlersOptions, 'workstation'>> & {
    /** Does a login in the real network; absent: this process. */
    readonly performAct?: PerformAct;
  };

export type Backend = {
  readonly handlers: Handlers;
  /** What was chosen for the window. */
  readonly choices: KeptChoices;
  /** Ends every check and what was done after it, and waits until their sockets are closed. */
  close(): Promise<void>;
};

/** Everything behind the window, over the real engine and the practice network; the app and the browser window differ in options. */
export function createBackend({
  reportBug,
  onRunning,
  workstation = thisComputer(),
  performAct,
  ...options
}: BackendOptions): Backend {
  const { version, practice } = options.describe;
  if (practice === null) prepareThread(); // long before the first check
  const history = historyOn(workstation);
  const checks = ownChecks({ version, reportBug, history, ...(onRunning && { onRunning }) });
  const acts = createActs({ checks, history, reportBug, ...(performAct && { perform: performAct }) });
  const handlers = createHandlers({
    checks,
    acts: acts.handlers,
    practiceScenarios: () => practiceScenarios(say),
    workstation,
    history,
    ...options,
  });
  return {
    handlers,
    choices: choicesOn(workstation),
    async close() {
      await Promise.all([acts.close(), checks.close()]);
    },
  };
}
