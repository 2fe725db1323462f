import { say } from '../text/index.ts';
import type { ClientSettings, ProgramWords, Step, StepsClient } from './client.ts';
import { stepOf } from './step.ts';
import {
  cloudStep,
  englishOnly,
  hostControl,
  incomingControls,
  openStep,
  passwordControls,
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
    name: 'Guides of several hosters to the new Outlook; its labels are not confirmed',
    checked: '2026-11',
  },
  platforms: ['windows'],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  signIn: () => ({
    path: ['⚙', 'Accounts', 'Your accounts', 'Add account'],
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null, yahoo: null },
  }),
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
            label: 'SMTP',
            controls: [
              hostControl(settings, 'SMTP Outgoing Server'),
              portControl(settings, 'Port', 'client.step.port-note', 2),
              securityControl(settings, 'Secure connection type', words.security),
              ...userControls(settings, 'SMTP Username'),
              ...passwordControls(settings, 'SMTP Password'),
            ],
          },
        ],
      }),
    ),
    ...againStep(settings),
    tryStep(settings),
  ],
};

/** Where the fields for sending cannot be changed, the account is added once more, with all it needs. POP3 mail may be nowhere else. */
function againStep(settings: ClientSettings): Step[] {
  const { incoming } = settings;
  if (incoming === null) return [];
  const title = say('client.again.title');
  if (incoming.protocol === 'pop3') {
    return [stepOf({ id: 'again', title, path: [], text: say('client.again.pop3') })];
  }
  const dialog = sketchOf({
    title: 'Add account',
    groups: [
      {
        label: 'IMAP',
        controls: incomingControls(
          settings,
          {
            host: 'IMAP Incoming Server',
            port: 'Port',
            security: 'Secure connection type',
            user: null,
            password: 'Password',
          },
          words.security,
        ),
      },
    ],
  });
  return [
    stepOf({
      id: 'again',
      title,
      path: ['⚙', 'Accounts', 'Your accounts', 'Add account', 'Choose provider', 'IMAP', 'Show more'],
      text: say('client.new-outlook.again'),
      notes: [say('client.again.pop3-warning')],
      dialogs: [dialog],
    }),
  ];
}

const words: ProgramWords = {
  security: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' },
  login: { password: null, encrypted: null, oauth2: null, none: null },
};
