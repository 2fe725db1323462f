import type { StepsClient } from './client.ts';
import {
  cloudStep,
  hostField,
  openStep,
  portField,
  type SecurityWords,
  securityField,
  serverStep,
  tryStep,
  userFields,
} from './steps.ts';

/** The new Outlook for Windows, also where it took the place of Windows Mail. Its menu words change with updates. */
export const newOutlook: StepsClient = {
  kind: 'steps',
  id: 'new-outlook',
  name: 'New Outlook for Windows',
  group: 'popular',
  steps: (settings) => [
    cloudStep('client.new-outlook.cloud'),
    openStep(['⚙', 'Accounts', 'Your accounts', 'Manage'], 'client.new-outlook.open'),
    serverStep([], 'client.new-outlook.server', [
      hostField(settings, 'SMTP Outgoing Server'),
      portField(settings, 'Port', 'client.step.port-note'),
      securityField(settings, 'Secure connection type', words),
      ...userFields(settings, 'SMTP Username'),
    ]),
    tryStep(),
  ],
};

const words: SecurityWords = { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' };
