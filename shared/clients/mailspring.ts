import type { ClientSettings, ProgramWords, StepsClient } from './client.ts';
import {
  changeMarks,
  checkBox,
  hostControl,
  passwordControls,
  portControl,
  userControls,
} from './controls.ts';
import type { Control } from './dialog.ts';
import { securityControl } from './security-control.ts';
import { toSet } from './step.ts';
import { englishOnly, openStep, serverStep, sketchOf, tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** Mailspring: the port comes first, because choosing it changes the security. */
export const mailspring: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'mailspring',
  name: 'Mailspring',
  group: 'people',
  source: {
    name: 'Source of Mailspring (page-account-settings-imap.tsx)',
    url: 'https://github.com/Foundry376/Mailspring',
    checked: '2026-11',
  },
  platforms: ['windows', 'macos', 'linux'],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  hasReceivingBeside: true,
  receivingAt: (settings) => ({ path: ['Preferences', 'Accounts', addressWords(settings)], label: 'Server' }),
  signIn: () => ({
    path: ['Preferences', 'Accounts', '+ Add Account'],
    choices: {
      google: 'Gmail or G Suite',
      'microsoft-365': 'Office 365',
      'outlook.com': 'Outlook.com / Hotmail',
    },
  }),
  steps: (settings) => [
    openStep(['Preferences', 'Accounts', addressWords(settings)], 'client.mailspring.open'),
    serverStep(
      ['Outgoing Mail (SMTP)'],
      'client.mailspring.server',
      sketchOf({
        title: 'Set up Account',
        groups: [
          {
            label: 'Outgoing Mail (SMTP)',
            controls: [
              hostControl(settings, 'Server'),
              ...portControls(settings),
              securityControl(settings, 'Security', words.security),
              checkBox('Allow insecure SSL', false),
              ...userControls(settings, 'Username'),
              ...passwordControls(settings, 'Password'),
            ],
          },
        ],
        save: 'Connect Account',
      }),
    ),
    tryStep(settings),
  ],
};

const words: ProgramWords = {
  security: { none: 'None', starttls: 'STARTTLS', tls: 'SSL / TLS' },
  login: { password: null, encrypted: null, oauth2: null, none: null },
};

/** Choosing one of these three sets the security by itself; with "Custom" it stays as it is, and the port is typed. */
function portControls(settings: ClientSettings): Control[] {
  const value = String(settings.outgoing.port);
  const isListed = listed.includes(value);
  const choice: Control = {
    kind: 'drop-down',
    label: 'Port',
    value: isListed ? value : 'Custom',
    choices: [...listed, 'Custom'],
    ...toSet(isListed ? changeMarks(settings, 'port') : {}),
  };
  return isListed ? [choice] : [choice, portControl(settings, 'Custom')];
}

const listed: readonly string[] = ['25', '465', '587'];
