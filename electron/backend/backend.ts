import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../shared/contract/contract.ts';
import { thisComputer } from '../computer/place.ts';
import { check } from '../engine/check.ts';
import { nodeSystem } from '../engine/node-system.ts';
import { practiceSystem } from '../practice/practice-system.ts';
import { findScenario, practiceScenarios } from '../practice/scenarios.ts';
import { type ChecksOptions, createChecks } from './checks.ts';
import { createHandlers, type HandlersOptions } from './handlers.ts';

export type BackendOptions = Pick<ChecksOptions, 'reportBug'> &
  Pick<HandlersOptions, 'describe' | 'askWhereToSave' | 'printPdf'> &
  Partial<Pick<HandlersOptions, 'place'>>;

export type Backend = {
  readonly handlers: Handlers;
  /** Ends every check and waits until their sockets are closed. */
  close(): Promise<void>;
};

/** Everything behind the window, over the real engine and the practice network; the app and the browser window differ in options. */
export function createBackend({ reportBug, place = thisComputer(), ...options }: BackendOptions): Backend {
  const { version } = options.describe;
  const checks = createChecks({ version, check, systemFor, newId: randomUUID, reportBug });
  const handlers = createHandlers({ checks, practiceScenarios, place, ...options });
  return { handlers, close: () => checks.close() };
}

/** The real network, or with an id the practice network in that scenario. */
export const systemFor: ChecksOptions['systemFor'] = async (scenarioId) => {
  if (scenarioId === undefined) return { system: nodeSystem(), close: async () => undefined };
  const scenario = findScenario(scenarioId);
  if (!scenario) throw new Error(`there is no scenario "${scenarioId}"`);
  return practiceSystem(scenario);
};
