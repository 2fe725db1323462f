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
} from './steps.ts';
import { addressWords } from './words.ts';

/** eM Client for Windows and Mac. */
export const emclient: StepsClient = {
  kind: 'steps',
  id: 'emclient',
  name: 'eM Client',
  group: 'people',
  steps: (settings) => [
    openStep(['Menu', 'Accounts…', addressWords(settings), 'SMTP'], 'client.emclient.open'),
    serverStep(['SMTP'], 'client.emclient.server', [
      hostField(settings, 'Host'),
      portField(settings, 'Port', 'client.step.port-note'),
      securityField(settings, 'Security policy', words, 'client.emclient.security-note'),
      loginField(settings, 'Authentication', logins),
    ]),
    tryStep(),
  ],
};

/** The exact words are not confirmed; the note beside them says so. */
const words: SecurityWords = {
  none: "Don't use secure connection",
  starttls: 'Force usage of SSL/TLS',
  tls: 'Use SSL/TLS on special port (legacy)',
};
const logins = {
  password: 'identity credentials',
  encrypted: 'identity credentials',
  none: 'no authentication',
};
