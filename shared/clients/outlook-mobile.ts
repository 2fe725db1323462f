import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ClientSettings, ProgramWords, Step, StepsClient } from './client.ts';
import { hostControl, passwordControls, portControl, userControls } from './controls.ts';
import type { Control } from './dialog.ts';
import { incomingControls, incomingHost } from './incoming-controls.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { securityControl } from './security-control.ts';
import { signedInByCloud } from './sign-in-provider.ts';
import { stepOf } from './step.ts';
import { cloudStep, englishOnly, openStep, serverStep, sketchOf, tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** Outlook on iPhone and Android. On Android nothing of an account's servers can be changed: it is deleted there and added again. */
export const outlookMobile: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'outlook-mobile',
  name: said('client.name.outlook-mobile'),
  shortName: 'Outlook',
  group: 'popular',
  sendsFrom: 'cloud',
  source: {
    name: 'OVH guide to Outlook for iOS and Android (2025); Euronic on deleting and adding again on Android',
    url: 'https://euronic.help/en/articles/4418297-changing-the-email-servers-outlook',
    checked: '2026-11-28',
  },
  platforms: ['ios', 'android'],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  signIn: () => ({
    path: ['⚙', 'Add Account', 'Add Email Account'],
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null, yahoo: null },
  }),
  ownAccount: signedInByCloud,
  senderAt: () => 'account',
  steps: (settings) => [
    cloudStep('client.outlook-mobile.cloud'),
    openStep(['⚙', 'Accounts', addressWords(settings)], 'client.outlook-mobile.open'),
    serverStep(
      [],
      'client.outlook-mobile.server',
      sketchOf({
        title: 'Accounts',
        frame: 'phone',
        groups: [{ controls: [...receivingControls(settings), ...sendingControls(settings)] }],
      }),
    ),
    ...againStep(settings),
    tryStep(settings),
  ],
};

/** Both servers stand on the one screen; that for receiving is left away where it stays as it is. */
function receivingControls(settings: ClientSettings): readonly Control[] {
  return misnamedReceiving(settings) === undefined ? [] : [incomingHost(settings, 'IMAP Hostname')];
}

/** The app has IMAP accounts only, whose mail stays with the provider. */
function againStep(settings: ClientSettings): Step[] {
  if (settings.incoming === null) return [];
  if (settings.incoming.protocol === 'pop3') {
    return [
      stepOf({
        id: 'again',
        title: say('client.again.title'),
        path: [],
        text: say('client.outlook-mobile.again-pop3'),
      }),
    ];
  }
  const dialog = sketchOf({
    title: 'Advanced settings',
    frame: 'phone',
    groups: [
      {
        controls: incomingControls(
          settings,
          {
            host: 'IMAP Hostname',
            port: 'IMAP Port',
            security: 'Port Security',
            user: 'IMAP Username',
            password: 'IMAP Password',
          },
          words.security,
        ),
      },
      // A new account changes nothing that is there.
      { controls: sendingControls({ ...settings, change: null }) },
    ],
  });
  return [
    stepOf({
      id: 'again',
      title: say('client.again.title'),
      path: ['Delete Account', 'Add Email Account', addressWords(settings), 'IMAP', 'Advanced settings'],
      text: say.together([say('client.again.outbox'), say('client.outlook-mobile.again')]),
      dialogs: [dialog],
    }),
  ];
}

function sendingControls(settings: ClientSettings): readonly Control[] {
  return [
    hostControl(settings, 'SMTP Hostname'),
    portControl(settings, 'SMTP Port'),
    securityControl(settings, 'Port Security', words.security),
    ...userControls(settings, 'SMTP Username'),
    ...passwordControls(settings, 'SMTP Password'),
  ];
}

const words: ProgramWords = {
  security: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' },
  login: { password: null, encrypted: null, oauth2: null, none: null },
};
