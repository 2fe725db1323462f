import { say } from '../text/index.ts';
import type { ProgramWords, StepsClient } from './client.ts';
import {
  englishOnly,
  hostControl,
  openStep,
  portControl,
  securityControl,
  serverStep,
  sketchOf,
  tryStep,
  userControls,
} from './steps.ts';
import { addressWords } from './words.ts';

/** FairEmail for Android. Its exact labels are not confirmed: plain words stand in their place, and the text says so. */
export const fairemail: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'fairemail',
  name: 'FairEmail',
  group: 'people',
  source: {
    name: "FairEmail's questions and answers",
    url: 'https://github.com/M66B/FairEmail',
    checked: '2026-11',
  },
  platforms: ['android'],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  steps: (settings) => [
    openStep([addressWords(settings)], 'client.fairemail.open'),
    serverStep(
      [],
      'client.fairemail.server',
      sketchOf({
        title: 'FairEmail',
        frame: 'phone',
        groups: [
          {
            controls: [
              hostControl(settings, say('client.field.server')),
              securityControl(settings, say('client.field.security'), words.security),
              portControl(settings, say('client.field.port'), 'client.step.port-note'),
              ...userControls(settings, say('client.field.username')),
            ],
          },
        ],
      }),
    ),
    tryStep(settings),
  ],
};

const words: ProgramWords = {
  security: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' },
  login: { password: null, encrypted: null, oauth2: null, none: null },
};
