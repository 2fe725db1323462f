import type { StepsClient } from './client.ts';
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

/** Thunderbird for Android and K-9 Mail, which are one program under two names. */
export const thunderbirdAndroid: StepsClient = {
  kind: 'steps',
  id: 'thunderbird-android',
  name: 'Thunderbird for Android, K-9 Mail',
  group: 'people',
  steps: (settings) => [
    openStep(['Settings', addressWords(settings), 'Outgoing server'], 'client.thunderbird-android.open'),
    serverStep([], 'client.thunderbird-android.server', [
      hostField(settings, 'Server'),
      securityField(settings, 'Security', words),
      portField(settings, 'Port', 'client.step.port-note'),
      loginField(settings, 'Authentication', logins),
      ...userFields(settings, 'Username'),
    ]),
    tryStep(),
  ],
};

const words: SecurityWords = { none: 'None', starttls: 'StartTLS', tls: 'SSL/TLS' };
const logins = {
  password: 'Normal password',
  encrypted: 'Encrypted password',
  oauth2: 'OAuth 2.0',
  none: 'None',
};
