import { say } from '../text/index.ts';
import type { StepsClient } from './client.ts';
import {
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

/** FairEmail for Android. Its exact labels are not confirmed: plain words stand in their place, and the text says so. */
export const fairemail: StepsClient = {
  kind: 'steps',
  id: 'fairemail',
  name: 'FairEmail',
  group: 'people',
  steps: (settings) => [
    openStep([addressWords(settings)], 'client.fairemail.open'),
    serverStep([], 'client.fairemail.server', [
      hostField(settings, say('client.field.server')),
      securityField(settings, say('client.field.security'), words),
      portField(settings, say('client.field.port'), 'client.step.port-note'),
      ...userFields(settings, say('client.field.username')),
    ]),
    tryStep(),
  ],
};

const words: SecurityWords = { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' };
