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
import { addressWords } from './words.ts';

/** Outlook on iPhone and Android. */
export const outlookMobile: StepsClient = {
  kind: 'steps',
  id: 'outlook-mobile',
  name: 'Outlook on iPhone and Android',
  group: 'popular',
  steps: (settings) => [
    cloudStep('client.outlook-mobile.cloud'),
    openStep(['⚙', 'Accounts', addressWords(settings)], 'client.outlook-mobile.open'),
    serverStep([], 'client.outlook-mobile.server', [
      hostField(settings, 'SMTP Hostname'),
      portField(settings, 'SMTP Port'),
      securityField(settings, 'Port Security', words),
      ...userFields(settings, 'SMTP Username'),
    ]),
    tryStep(),
  ],
};

const words: SecurityWords = { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' };
