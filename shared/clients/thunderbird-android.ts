import type { ProgramWords, StepsClient } from './client.ts';
import {
  afterChoosing,
  hostControl,
  loginControl,
  passwordControls,
  portControl,
  userControls,
} from './controls.ts';
import { securityControl } from './security-control.ts';
import { englishOnly, openStep, serverStep, sketchOf, tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** Thunderbird for Android and K-9 Mail, which are one program under two names. */
export const thunderbirdAndroid: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'thunderbird-android',
  name: 'Thunderbird for Android, K-9 Mail',
  group: 'people',
  source: {
    name: 'Source of Thunderbird for Android',
    url: 'https://github.com/thunderbird/thunderbird-android',
    checked: '2026-11',
  },
  platforms: ['android'],
  words: () => words,
  imports: ['thunderbird-android-qr', 'k9'],
  limits: [],
  signIn: () => ({
    path: ['Settings', 'Add account'],
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null, yahoo: null, aol: null },
  }),
  senderAt: (settings) => ({
    path: ['Settings', addressWords(settings), 'Sending mail', 'Manage identities'],
  }),
  receivingAt: (settings) => ({
    path: ['Settings', addressWords(settings), 'Incoming server'],
    label: 'Server',
  }),
  steps: (settings) => [
    openStep(['Settings', addressWords(settings), 'Outgoing server'], 'client.thunderbird-android.open'),
    serverStep(
      [],
      'client.thunderbird-android.server',
      sketchOf({
        title: 'Outgoing server',
        frame: 'phone',
        groups: [
          {
            controls: [
              hostControl(settings, 'Server'),
              securityControl(settings, 'Security', words.security),
              portControl(settings, 'Port', afterChoosing('Security')),
              loginControl(settings, 'Authentication', words.login),
              ...userControls(settings, 'Username'),
              ...passwordControls(settings, 'Password'),
            ],
          },
        ],
      }),
    ),
    tryStep(settings),
  ],
};

const words: ProgramWords = {
  security: { none: 'None', starttls: 'StartTLS', tls: 'SSL/TLS' },
  login: {
    password: 'Normal password',
    encrypted: 'Encrypted password',
    oauth2: 'OAuth 2.0',
    none: 'None',
  },
};
