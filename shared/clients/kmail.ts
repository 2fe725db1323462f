import type { StepsClient } from './client.ts';
import { tickField } from './fields.ts';
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

/** KDE KMail; words of version 22.12. */
export const kmail: StepsClient = {
  kind: 'steps',
  id: 'kmail',
  name: 'KMail',
  group: 'people',
  steps: (settings) => [
    openStep(['Settings', 'Configure KMail', 'Accounts', 'Sending', 'Modify'], 'client.kmail.open'),
    serverStep([], 'client.kmail.server', [
      hostField(settings, 'Outgoing server'),
      portField(settings, 'Port', 'client.step.port-note'),
      tickField('Server requires authentication', settings.outgoing.auth !== 'none'),
      ...userFields(settings, 'Username'),
      securityField(settings, 'Encryption', words, notes[settings.outgoing.security]),
    ]),
    tryStep(),
  ],
};

/** Version 22.12 says "TLS" for STARTTLS; newer windows say what they mean. */
const words: SecurityWords = { none: 'None', starttls: 'TLS', tls: 'SSL' };
const notes = {
  none: 'client.step.plain-note',
  starttls: 'client.kmail.starttls-note',
  tls: 'client.kmail.tls-note',
} as const;
