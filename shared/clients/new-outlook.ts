import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ClientSettings, ProgramWords, Step, StepsClient } from './client.ts';
import { afterChoosing, hostControl, passwordControls, portControl, userControls } from './controls.ts';
import type { Control, Dialog, Group } from './dialog.ts';
import { incomingControls, incomingHost } from './incoming-controls.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { securityControl } from './security-control.ts';
import { signedInByCloud } from './sign-in-provider.ts';
import { stepOf } from './step.ts';
import { cloudStep, englishOnly, serverStep, sketchOf, tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** The new Outlook for Windows, also where it took the place of Windows Mail. Its menu words change with updates. */
export const newOutlook: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'new-outlook',
  name: said('client.name.new-outlook'),
  shortName: 'Outlook',
  group: 'popular',
  sendsFrom: 'cloud',
  source: {
    name: "Guides of several hosters to the new Outlook, for its labels; InfoCert's guide, for the turn of its windows",
    url: 'https://help.infocert.it/Home/Guida/guida-alla-configurazione-legalmail---microsoft-365',
    checked: '2026-11-28',
  },
  platforms: ['windows'],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  signIn: () => ({
    path: ['⚙', 'Accounts', 'Your accounts', 'Add account'],
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null, yahoo: null },
  }),
  ownAccount: signedInByCloud,
  senderAt: () => 'account',
  hasReceivingBeside: true,
  steps: (settings) => [
    cloudStep('client.new-outlook.cloud'),
    stepOf({
      id: 'open',
      title: say('client.step.open.title'),
      path: ['⚙', 'Accounts', 'Your accounts', 'Manage'],
      text: say('client.new-outlook.open'),
      dialogs: [accountsPage(settings)],
    }),
    serverStep(
      [],
      'client.new-outlook.server',
      sketchOf({
        title: addressWords(settings),
        groups: [...receivingGroup(settings), { label: 'SMTP', controls: sendingControls(settings) }],
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
  return [
    stepOf({
      id: 'again',
      title,
      path: ['⚙', 'Accounts', 'Your accounts', 'Add account', 'Choose provider', 'IMAP', 'Show more'],
      text: say.together([say('client.again.outbox'), say('client.new-outlook.again')]),
      notes: [say('client.again.pop3-warning')],
      dialogs: [addWindow(settings)],
    }),
  ];
}

/** The part for receiving stands above, and is left away where it stays as it is. */
function receivingGroup(settings: ClientSettings): Group[] {
  if (misnamedReceiving(settings) === undefined) return [];
  return [{ label: 'IMAP', controls: [incomingHost(settings, 'IMAP Incoming Server')] }];
}

/** The page of the settings that lists the accounts; each has its own button. */
function accountsPage(settings: ClientSettings): Dialog {
  return sketchOf({
    title: 'Your accounts',
    groups: [
      {
        controls: [
          {
            kind: 'list',
            label: 'Your accounts',
            columns: [],
            row: addressWords(settings),
          },
          { kind: 'button', label: 'Manage', isNext: true },
        ],
      },
      { controls: [{ kind: 'button', label: 'Add account' }] },
    ],
  });
}

/** The window in which an account is added by hand, receiving above sending. */
function addWindow(settings: ClientSettings): Dialog {
  return sketchOf({
    title: 'IMAP',
    groups: [
      {
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
      { controls: sendingControls({ ...settings, change: null }) },
    ],
    save: 'Continue',
  });
}

function sendingControls(settings: ClientSettings): readonly Control[] {
  return [
    ...userControls(settings, 'SMTP Username'),
    ...passwordControls(settings, 'SMTP Password'),
    hostControl(settings, 'SMTP Outgoing Server'),
    portControl(settings, 'Port', afterChoosing('Secure connection type'), 2),
    securityControl(settings, 'Secure connection type', words.security),
  ];
}

const words: ProgramWords = {
  security: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' },
  login: { password: null, encrypted: null, oauth2: null, none: null },
};
