import type { Scenario } from '../../shared/contract/contract.ts';
import { useWizard } from '../wizard/context.ts';

/** The practice situation in which nothing is blocked: another network, or this one after a sign-in. */
const openScenario = 'everything-open';

export function usePlayedNetwork(): Scenario | undefined {
  return useWizard(({ scenarios }) => scenarios?.find(({ id }) => id === openScenario));
}
