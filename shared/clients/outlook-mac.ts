import { say } from '../text/index.ts';
import type { ProgramWords, StepsClient } from './client.ts';
import {
  englishOnly,
  hostControl,
  kept,
  openStep,
  portControl,
  securityBox,
  serverStep,
  sharesLogin,
  sketchOf,
  tryStep,
} from './steps.ts';
import { addressWords, userWords } from './words.ts';

/** Outlook for Mac: one check box for both kinds of encryption. The layout of its newest version is not confirmed, and the text says so. */
export const outlookMac: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'outlook-mac',
  name: 'Outlook for Mac',
  group: 'popular',
  source: {
    name: 'Microsoft Support on POP and IMAP settings in Outlook for Mac',
    checked: '2026-11',
  },
  platforms: ['macos'],
  words: () => words(),
  imports: [],
  limits: ['client.limit.no-file'],
  signIn: () => ({
    path: ['Tools', 'Accounts', '+'],
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null, yahoo: null },
  }),
  steps: (settings) => [
    openStep(['Tools', 'Accounts', addressWords(settings)], 'client.outlook-mac.open'),
    serverStep(
      [],
      'client.outlook-mac.server',
      sketchOf({
        title: 'Accounts',
        frame: 'mac',
        groups: [
          {
            controls: [
              kept('text', 'Incoming Server'),
              kept('number', 'Port'),
              { kind: 'check-box', label: box, isOn: null },
            ],
          },
          {
            controls: [
              hostControl(settings, 'Outgoing Server'),
              portControl(settings, 'Port', 'client.step.port-note', 2),
              securityBox(settings, box),
            ],
          },
        ],
      }),
      sharesLogin(settings) || settings.outgoing.auth === 'none'
        ? []
        : [say('client.outlook-mac.own-login', { user: userWords(settings.outgoing) })],
    ),
    tryStep(settings),
  ],
};

const box = 'Use SSL to connect (recommended)';

function words(): ProgramWords {
  const isOn = say('client.words.box-on', { box });
  return {
    security: { none: say('client.words.box-off', { box }), starttls: isOn, tls: isOn },
    login: { password: 'User name and password', encrypted: null, oauth2: null, none: 'None' },
  };
}
