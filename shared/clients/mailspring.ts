import type { ClientSettings, StepField, StepsClient } from './client.ts';
import { choiceField, tickField } from './fields.ts';
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

/** Mailspring: the port comes first, because choosing it changes the security. */
export const mailspring: StepsClient = {
  kind: 'steps',
  id: 'mailspring',
  name: 'Mailspring',
  group: 'people',
  steps: (settings) => [
    openStep(['Preferences', 'Accounts', addressWords(settings)], 'client.mailspring.open'),
    serverStep(['Outgoing Mail (SMTP)'], 'client.mailspring.server', [
      hostField(settings, 'Server'),
      ...portFields(settings),
      securityField(settings, 'Security', words),
      tickField('Allow insecure SSL', false),
      ...userFields(settings, 'Username'),
    ]),
    tryStep(),
  ],
};

const words: SecurityWords = { none: 'None', starttls: 'STARTTLS', tls: 'SSL / TLS' };

/** Choosing one of these three sets the security by itself; with "Custom" it stays as it is. */
function portFields(settings: ClientSettings): StepField[] {
  const { port } = settings.outgoing;
  const listed = [25, 465, 587].includes(port);
  const choice = choiceField('Port', listed ? String(port) : 'Custom', { changed: settings, field: 'port' });
  return listed ? [choice] : [choice, portField(settings, 'Custom')];
}
