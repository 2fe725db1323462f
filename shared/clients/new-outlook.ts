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

/** The new Outlook for Windows, also where it took the place of Windows Mail. Its menu words change with updates. */
export const newOutlook: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'new-outlook',
  name: 'New Outlook for Windows',
  group: 'popular',
  source: {
    name: 'mailcow documentation on the new Outlook',
    url: 'https://github.com/mailcow/mailcow-dockerized-docs',
    checked: '2026-11',
  },
  platforms: ['windows'],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  steps: (settings) => [
    cloudStep('client.new-outlook.cloud'),
    openStep(['⚙', 'Accounts', 'Your accounts', 'Manage'], 'client.new-outlook.open'),
    serverStep(
      [],
      'client.new-outlook.server',
      sketchOf({
        title: 'Your accounts',
        groups: [
          {
            controls: [
              hostControl(settings, 'SMTP Outgoing Server'),
              portControl(settings, 'Port', 'client.step.port-note', 2),
              securityControl(settings, 'Secure connection type', words.security),
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
