import { say } from '../text/index.ts';
import type { ClientSettings, ProgramWords, StepsClient } from './client.ts';
import { afterChoosing, hostControl, kept, portControl } from './controls.ts';
import { incomingHost } from './incoming-controls.ts';
import { securityBox } from './security-control.ts';
import { needsNewPassword, sharedPassword, sharesLogin } from './shared-login.ts';
import { englishOnly, openStep, serverStep, sketchOf, tryStep } from './steps.ts';
import { addressWords, userWords } from './words.ts';

/** Outlook for Mac: one check box for both kinds of encryption. The layout of its newest version is not confirmed, and the text says so. */
export const outlookMac: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'outlook-mac',
  name: 'Outlook for Mac',
  shortName: 'Outlook',
  group: 'popular',
  source: {
    name: 'Microsoft Support on POP and IMAP settings in Outlook for Mac',
    url: 'https://support.microsoft.com/office/basic-pop-account-settings-for-outlook-for-mac-d25a0c43-2c81-41a0-9913-573e52af3d6f',
    checked: '2026-11-29',
  },
  platforms: ['macos'],
  words: () => words(),
  imports: [],
  limits: ['client.limit.no-file'],
  signIn: () => ({
    path: ['Tools', 'Accounts', '+'],
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null, yahoo: null },
  }),
  hasReceivingBeside: true,
  senderAt: (settings) => ({ path: ['Tools', 'Accounts', addressWords(settings)], label: 'E-mail address' }),
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
              ...(needsNewPassword(settings) && sharesLogin(settings)
                ? [kept('text', 'User name'), sharedPassword(settings, 'Password')]
                : []),
              incomingHost(settings, 'Incoming Server'),
              kept('number', 'Port'),
              { kind: 'check-box', label: box, isOn: null },
            ],
          },
          {
            controls: [
              hostControl(settings, 'Outgoing Server'),
              portControl(settings, 'Port', afterChoosing(box), 2),
              securityBox(settings, box),
            ],
          },
        ],
      }),
      loginNotes(settings),
    ),
    tryStep(settings),
  ],
};

/** Where the login for sending is kept: older windows have it behind a button, newer ones take that of receiving. */
function loginNotes(settings: ClientSettings): string[] {
  if (settings.outgoing.auth === 'none') return [];
  const login = say('client.outlook-mac.login');
  if (sharesLogin(settings)) return [login];
  return [login, say('client.outlook-mac.own-login', { user: userWords(settings.outgoing, settings) })];
}

const box = 'Use SSL to connect (recommended)';

function words(): ProgramWords {
  const isOn = say('client.words.box-on', { box });
  return {
    security: { none: say('client.words.box-off', { box }), starttls: isOn, tls: isOn },
    login: { password: 'User name and password', encrypted: null, oauth2: null, none: 'None' },
  };
}
