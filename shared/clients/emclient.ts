import { say } from '../text/index.ts';
import type { ClientSettings, ProgramWords, StepsClient } from './client.ts';
import {
  afterChoosing,
  hostControl,
  loginControl,
  passwordControls,
  portControl,
  userControls,
} from './controls.ts';
import type { Control } from './dialog.ts';
import { securityControl } from './security-control.ts';
import { keepsSharedLogin } from './shared-login.ts';
import { englishOnly, openStep, serverStep, sketchOf, tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** eM Client for Windows and Mac. */
export const emclient: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'emclient',
  name: 'eM Client',
  group: 'people',
  source: {
    name: 'eM Client manual, account settings',
    url: 'https://www.emclient.com',
    checked: '2026-11',
  },
  platforms: ['windows', 'macos'],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  signIn: () => ({
    path: ['Menu', 'Accounts…', '+ Add Account'],
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null, yahoo: null },
  }),
  receivingAt: (settings) => ({ path: ['Menu', 'Accounts…', addressWords(settings), 'IMAP'], label: 'Host' }),
  steps: (settings) => [
    openStep(['Menu', 'Accounts…', addressWords(settings), 'SMTP'], 'client.emclient.open'),
    serverStep(
      ['SMTP'],
      'client.emclient.server',
      sketchOf({
        title: 'Accounts',
        tabs: [{ label: 'SMTP', isOpen: true }],
        groups: [
          {
            controls: [
              hostControl(settings, 'Host'),
              portControl(settings, 'Port', afterChoosing('Security policy'), 2),
              securityControl(settings, 'Security policy', words.security, {
                note: 'client.emclient.security-note',
              }),
              ...login(settings),
            ],
          },
        ],
      }),
    ),
    tryStep(settings),
  ],
};

/** A user name of its own for sending has a place of its own. */
function login(settings: ClientSettings): Control[] {
  const isShared = keepsSharedLogin(settings) || settings.outgoing.auth === 'none';
  const password = isShared ? words.login.password : 'own login';
  const control = loginControl(settings, 'Authentication', { ...words.login, password }, 3);
  if (isShared) return [control];
  return [
    control,
    ...userControls(settings, say('client.field.username'), 3),
    ...passwordControls(settings, say('client.field.login'), { turn: 3 }),
  ];
}

/** The exact words are not confirmed; the note beside them says so. */
const words: ProgramWords = {
  security: {
    none: "Don't use secure connection",
    starttls: 'Force usage of SSL/TLS',
    tls: 'Use SSL/TLS on special port (legacy)',
  },
  login: {
    password: 'identity credentials',
    encrypted: null,
    oauth2: null,
    none: 'no authentication',
  },
};
