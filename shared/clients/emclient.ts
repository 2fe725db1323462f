import type { ProgramWords, StepsClient } from './client.ts';
import {
  englishOnly,
  hostControl,
  loginControl,
  openStep,
  portControl,
  securityControl,
  serverStep,
  sketchOf,
  tryStep,
} from './steps.ts';
import { addressWords } from './words.ts';

/** eM Client for Windows and Mac. */
export const emclient: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'emclient',
  name: 'eM Client',
  group: 'people',
  platforms: ['windows', 'macos'],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  steps: (settings) => [
    openStep(['Menu', 'Accounts…', addressWords(settings), 'SMTP'], 'client.emclient.open'),
    serverStep(
      ['SMTP'],
      'client.emclient.server',
      sketchOf({
        title: 'Accounts',
        tabs: [{ label: 'SMTP', isOpen: true }],
        groups: [
          {
            controls: [
              hostControl(settings, 'Host'),
              portControl(settings, 'Port', 'client.step.port-note'),
              securityControl(settings, 'Security policy', words.security, {
                note: 'client.emclient.security-note',
              }),
              loginControl(settings, 'Authentication', words.login),
            ],
          },
        ],
      }),
    ),
    tryStep(),
  ],
};

/** The exact words are not confirmed; the note beside them says so. */
const words: ProgramWords = {
  security: {
    none: "Don't use secure connection",
    starttls: 'Force usage of SSL/TLS',
    tls: 'Use SSL/TLS on special port (legacy)',
  },
  login: {
    password: 'identity credentials',
    encrypted: 'identity credentials',
    oauth2: null,
    none: 'no authentication',
  },
};
