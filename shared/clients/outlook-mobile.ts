import type { ProgramWords, StepsClient } from './client.ts';
import {
  cloudStep,
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

/** Outlook on iPhone and Android. */
export const outlookMobile: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'outlook-mobile',
  name: 'Outlook on iPhone and Android',
  group: 'popular',
  source: {
    name: 'OVH guide to Outlook for iOS and Android (2025)',
    url: 'https://github.com/ovh/docs',
    checked: '2026-11',
  },
  platforms: ['ios', 'android'],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  steps: (settings) => [
    cloudStep('client.outlook-mobile.cloud'),
    openStep(['⚙', 'Accounts', addressWords(settings)], 'client.outlook-mobile.open'),
    serverStep(
      [],
      'client.outlook-mobile.server',
      sketchOf({
        title: 'Accounts',
        frame: 'phone',
        groups: [
          {
            controls: [
              hostControl(settings, 'SMTP Hostname'),
              portControl(settings, 'SMTP Port'),
              securityControl(settings, 'Port Security', words.security),
              ...userControls(settings, 'SMTP Username'),
              { kind: 'password', label: 'SMTP Password', value: null },
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
