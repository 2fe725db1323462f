import { nodeSystem } from '../engine/node-system.ts';
import type { ChecksOptions } from './checks.ts';

/**
 * The real network, or with an id the practice network in that scenario, whose servers are loaded only then, so that a real check begins
 * sooner. Rejects when there is no such scenario.
 */
export const systemFor: ChecksOptions['systemFor'] = async (scenarioId) => {
  if (scenarioId === undefined) return { system: nodeSystem(), close: async () => undefined };
  const [{ findScenario }, { practiceSystem }] = await Promise.all([
    import('../practice/scenarios.ts'),
    import('../practice/practice-system.ts'),
  ]);
  const scenario = findScenario(scenarioId);
  if (!scenario) throw new Error(`there is no scenario "${scenarioId}"`);
  return practiceSystem(scenario);
};
