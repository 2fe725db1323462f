import { say } from '../text/index.ts';
import type { StepsClient } from './client.ts';
import {
  cloudStep,
  hostField,
  portField,
  type SecurityWords,
  securityField,
  serverStep,
  tryStep,
  userFields,
} from './steps.ts';

/**
 * Yahoo Mail and others that can send through the person's own server. Their pages differ and change, so nothing is said about where to
 * click: only what to look for, in words that they share.
 */
export const webmail: StepsClient = {
  kind: 'steps',
  id: 'webmail',
  name: 'Yahoo Mail and other webmail that sends through your server',
  group: 'people',
  steps: (settings) => [
    cloudStep('client.webmail.cloud'),
    serverStep([], 'client.webmail.server', [
      hostField(settings, say('client.field.server')),
      portField(settings, say('client.field.port'), 'client.webmail.port-note'),
      securityField(settings, say('client.field.security'), words(), 'client.webmail.security-note'),
      ...userFields(settings, say('client.field.username')),
    ]),
    tryStep(),
  ],
};

const words = (): SecurityWords => ({
  none: say('client.security.none'),
  starttls: say('client.security.starttls'),
  tls: say('client.security.tls'),
});
