import { say } from '../text/index.ts';
import type { ProgramWords, StepsClient } from './client.ts';
import { afterChoosing, hostControl, passwordControls, portControl, userControls } from './controls.ts';
import { securityControl } from './security-control.ts';
import { englishOnly, openStep, serverStep, sketchOf, tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** FairEmail for Android: the server for sending belongs to an "identity". Its fields have hints in place of labels, so plain words stand here. */
export const fairemail: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'fairemail',
  name: 'FairEmail',
  group: 'people',
  source: {
    name: 'Texts of FairEmail (strings.xml)',
    url: 'https://github.com/M66B/FairEmail',
    checked: '2026-11',
  },
  platforms: ['android'],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  signIn: () => ({
    path: ['Settings', 'Wizard'],
    choices: { google: 'Gmail', 'microsoft-365': 'Office 365 (OAuth)', 'outlook.com': 'Outlook (OAuth)' },
  }),
  senderAt: (settings) => ({
    path: ['Settings', 'Manual setup and account options', 'Identities', addressWords(settings)],
  }),
  steps: (settings) => [
    openStep(
      ['Settings', 'Manual setup and account options', 'Identities', addressWords(settings)],
      'client.fairemail.open',
    ),
    serverStep(
      [],
      'client.fairemail.server',
      sketchOf({
        title: 'Edit identity',
        frame: 'phone',
        groups: [
          {
            controls: [
              hostControl(settings, say('client.field.server')),
              securityControl(settings, say('client.field.security'), words.security),
              portControl(settings, say('client.field.port'), afterChoosing(say('client.field.security'))),
              ...userControls(settings, say('client.field.username')),
              ...passwordControls(settings, say('client.field.login')),
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
