import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ProgramWords, StepsClient } from './client.ts';
import {
  hostControl,
  loginControl,
  openStep,
  passwordControls,
  portControl,
  securityBox,
  serverStep,
  sketchOf,
  tryStep,
  userControls,
} from './steps.ts';
import { addressWords } from './words.ts';

/** Mail on iPhone and iPad. The way to its settings differs between versions and is not confirmed for all: the text says so. */
export const appleMailIphone: StepsClient = {
  kind: 'steps',
  id: 'apple-mail-iphone',
  name: said('client.name.apple-mail-iphone'),
  shortName: 'Apple Mail',
  group: 'popular',
  source: {
    name: 'Bluehost guide to Mail on iOS 17',
    checked: '2026-11',
  },
  platforms: ['ios'],
  versions: [
    { id: 'ios-18', name: said('client.version.newer', { version: 'iOS 18' }) },
    { id: 'ios-17', name: said('client.version.older', { version: 'iOS 17' }) },
  ],
  languages: ['en'],
  ways: () => [],
  words: () => words(),
  imports: ['apple-profile'],
  limits: ['client.apple-mail.limit'],
  signIn: (version) => ({
    path: ['Settings', ...accountsPath(version), 'Add Account'],
    choices: {
      google: 'Google',
      'microsoft-365': 'Microsoft Exchange',
      'outlook.com': 'Outlook.com',
      yahoo: 'Yahoo',
      aol: 'AOL',
    },
  }),
  steps: (settings, { version }) => [
    openStep(
      ['Settings', ...accountsPath(version), addressWords(settings), 'Account', 'SMTP'],
      'client.apple-mail-iphone.open',
    ),
    serverStep(
      ['Primary Server'],
      'client.apple-mail-iphone.server',
      sketchOf({
        title: 'Primary Server',
        frame: 'phone',
        groups: [
          { controls: [{ kind: 'switch', label: 'Server', isOn: true }] },
          {
            label: 'Outgoing Mail Server',
            controls: [
              hostControl(settings, 'Host Name'),
              ...userControls(settings, 'User Name'),
              ...passwordControls(settings, 'Password'),
              securityBox(settings, 'Use SSL', 'switch'),
              loginControl(settings, 'Authentication', words().login),
              portControl(settings, 'Server Port'),
            ],
          },
        ],
        save: 'Done',
      }),
    ),
    tryStep(settings, 'client.step.send.plain'),
  ],
};

function accountsPath(version: string): readonly string[] {
  return version === 'ios-17' ? ['Mail', 'Accounts'] : ['Apps', 'Mail', 'Mail Accounts'];
}

/** One switch for both kinds of encryption. */
function words(): ProgramWords {
  const isOn = say('client.words.switch-on', { box: 'Use SSL' });
  return {
    security: { none: say('client.words.switch-off', { box: 'Use SSL' }), starttls: isOn, tls: isOn },
    login: { password: 'Password', encrypted: 'MD5 Challenge-Response', oauth2: null, none: 'None' },
  };
}
