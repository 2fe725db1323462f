import type { Step } from '../../shared/clients/client.ts';
import { deviceStepId } from '../../shared/clients/device-step.ts';
import { clientSteps, findClient, settingsFromReport } from '../../shared/clients/index.ts';
import { nearestVariant } from '../../shared/clients/variant.ts';
import { useWizard } from '../wizard/context.ts';

/** What stops a device besides a wrong value, where one was led through: said when it did not work, and no click before that. */
export function useDeviceTrouble(): Step | undefined {
  const report = useWizard((state) => state.run.report);
  const client = findClient(useWizard((state) => state.answers.mailProgram));
  const settings = report && settingsFromReport(report);
  if (client?.kind !== 'steps' || !settings?.ok) return undefined;
  const steps = clientSteps(client, settings.value, nearestVariant(client, settings.value, {}));
  return steps.ok ? steps.value.find(({ id }) => id === deviceStepId) : undefined;
}
