import type { StepsClient } from './client.ts';
import { hostField, openStep, portField, securityTick, serverStep, tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** Outlook for Mac: one check box for both kinds of encryption. The layout of its newest version is not confirmed, and the text says so. */
export const outlookMac: StepsClient = {
  kind: 'steps',
  id: 'outlook-mac',
  name: 'Outlook for Mac',
  group: 'popular',
  steps: (settings) => [
    openStep(['Tools', 'Accounts', addressWords(settings)], 'client.outlook-mac.open'),
    serverStep([], 'client.outlook-mac.server', [
      hostField(settings, 'Outgoing Server'),
      portField(settings, 'Port', 'client.step.port-note'),
      securityTick(settings, 'Use SSL to connect (recommended)'),
    ]),
    tryStep(),
  ],
};
