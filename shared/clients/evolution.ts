import type { ProgramWords, StepsClient } from './client.ts';
import { toSet } from './step.ts';
import {
  checkBox,
  englishOnly,
  hostControl,
  loginControl,
  openStep,
  portControl,
  securityControl,
  serverStep,
  sketchOf,
  tryStep,
  userControls,
} from './steps.ts';
import { addressWords } from './words.ts';

/** GNOME Evolution; words of version 3.46. */
export const evolution: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'evolution',
  name: 'Evolution',
  group: 'people',
  source: {
    name: 'Evolution 3.46.4 on the screen',
    checked: '2026-11',
  },
  platforms: ['linux'],
  versions: [{ id: '3.46', name: 'Evolution 3.46' }],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  steps: (settings) => [
    openStep(['Edit', 'Accounts', addressWords(settings), 'Edit', 'Sending Email'], 'client.evolution.open'),
    serverStep(
      ['Sending Email'],
      'client.evolution.server',
      sketchOf({
        title: 'Sending Email',
        groups: [
          {
            controls: [
              { kind: 'drop-down', label: 'Server Type:', value: 'SMTP', choices: ['SMTP'], ...toSet() },
            ],
          },
          {
            label: 'Configuration',
            controls: [
              hostControl(settings, 'Server:'),
              portControl(settings, 'Port:', 'client.step.port-note', 2),
              checkBox('Server requires authentication', settings.outgoing.auth !== 'none'),
            ],
          },
          {
            label: 'Security',
            controls: [securityControl(settings, 'Encryption method:', words.security)],
          },
          ...(settings.outgoing.auth === 'none'
            ? []
            : [
                {
                  label: 'Authentication',
                  controls: [
                    loginControl(settings, 'Type:', words.login),
                    ...userControls(settings, 'Username:'),
                  ],
                },
              ]),
        ],
      }),
    ),
    tryStep(settings),
  ],
};

const words: ProgramWords = {
  security: {
    none: 'No encryption',
    starttls: 'STARTTLS after connecting',
    tls: 'TLS on a dedicated port',
  },
  login: { password: 'PLAIN', encrypted: 'CRAM-MD5', oauth2: 'OAuth2', none: null },
};
