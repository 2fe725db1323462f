import type { StepsClient } from './client.ts';
import { choiceField, tickField } from './fields.ts';
import {
  hostField,
  loginField,
  openStep,
  portField,
  type SecurityWords,
  securityField,
  serverStep,
  tryStep,
  userFields,
} from './steps.ts';
import { addressWords } from './words.ts';

/** GNOME Evolution; words of version 3.46. */
export const evolution: StepsClient = {
  kind: 'steps',
  id: 'evolution',
  name: 'Evolution',
  group: 'people',
  steps: (settings) => [
    openStep(['Edit', 'Accounts', addressWords(settings), 'Edit', 'Sending Email'], 'client.evolution.open'),
    serverStep(['Sending Email'], 'client.evolution.server', [
      choiceField('Server Type:', 'SMTP'),
      hostField(settings, 'Server:'),
      portField(settings, 'Port:'),
      tickField('Server requires authentication', settings.outgoing.auth !== 'none'),
      securityField(settings, 'Encryption method:', words),
      ...(settings.outgoing.auth === 'none' ? [] : [loginField(settings, 'Type:', logins)]),
      ...userFields(settings, 'Username:'),
    ]),
    tryStep(),
  ],
};

const words: SecurityWords = {
  none: 'No encryption',
  starttls: 'STARTTLS after connecting',
  tls: 'TLS on a dedicated port',
};
const logins = { password: 'PLAIN', encrypted: 'CRAM-MD5', oauth2: 'OAuth2', none: '' };
