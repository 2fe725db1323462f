import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ClientSettings, ProgramWords, StepsClient } from './client.ts';
import {
  checkBox,
  hostControl,
  kept,
  loginControl,
  passwordControls,
  portControl,
  userControls,
} from './controls.ts';
import { incomingHost } from './incoming-controls.ts';
import { type AppleMailMacLabel, appleMailMacLabels } from './labels/apple-mail-mac.ts';
import { type Drawing, type DrawWith, labelsIn } from './language.ts';
import { securityBox } from './security-control.ts';
import { inOrderOver, translatedStep } from './step.ts';
import { tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** Mail on a Mac. What it decides by itself is switched off, because it tries ports without showing it and may end on 25. */
export const appleMailMac: StepsClient = {
  kind: 'steps',
  id: 'apple-mail-mac',
  name: said('client.name.apple-mail-mac'),
  shortName: 'Apple Mail',
  group: 'popular',
  source: {
    name: 'Apple Mac User Guide, Mail: server settings',
    url: 'https://support.apple.com/HT204208',
    checked: '2026-11',
  },
  platforms: ['macos'],
  versions: [
    { id: 'macos-13', name: said('client.version.newer', { version: 'macOS 13' }) },
    { id: 'macos-12', name: said('client.version.older', { version: 'macOS 12' }) },
  ],
  languages: ['en', 'de', 'it', 'pl', 'ja'],
  ways: () => [],
  words: ({ language }) => wordsIn(labelsIn(appleMailMacLabels, language)),
  imports: ['apple-profile'],
  limits: ['client.apple-mail.limit'],
  signIn: () => ({
    path: ['Mail', 'Add Account…'],
    choices: {
      google: 'Google',
      'microsoft-365': 'Microsoft Exchange',
      'outlook.com': 'Microsoft Exchange',
      yahoo: 'Yahoo',
      aol: 'AOL',
    },
  }),
  senderAt: (settings, { language, version }) => {
    const { word } = labelsIn(appleMailMacLabels, language);
    const menu = word(version === 'macos-12' ? 'preferences' : 'settings');
    return {
      path: [word('mail'), menu, word('accounts'), addressWords(settings), 'Account Information'],
      label: 'Email Address',
    };
  },
  steps: (settings, { language, version }) => {
    const labels = labelsIn(appleMailMacLabels, language);
    const { word, draw } = labels;
    const isOld = version === 'macos-12';
    return [
      translatedStep(labels, language, {
        id: 'open',
        title: say('client.step.open.title'),
        path: [
          'mail',
          isOld ? 'preferences' : 'settings',
          'accounts',
          { as: addressWords(settings) },
          'serverSettings',
        ],
        text: say(isOld ? 'client.apple-mail-mac.open-old' : 'client.apple-mail-mac.open', {
          tab: word('serverSettings'),
        }),
      }),
      translatedStep(labels, language, {
        id: 'server',
        title: say('client.step.server.title'),
        path: ['outgoingServer'],
        text: say('client.apple-mail-mac.server', {
          list: word('editServerList'),
          account: word('account'),
          tab: word('serverSettings'),
          save: word('save'),
        }),
        notes: isReadable(settings) ? [say('client.apple-mail-mac.insecure')] : [],
        drawn: [draw((one) => serverSettings(one, settings))],
      }),
      tryStep(settings),
    ];
  },
};

/** The password would be sent without encryption, which Mail does only when it is told so. */
function isReadable({ outgoing: { security, auth } }: ClientSettings): boolean {
  return security === 'none' && (auth === 'password-cleartext' || auth === 'unknown');
}

function serverSettings({ word }: DrawWith<AppleMailMacLabel>, settings: ClientSettings): Drawing {
  return {
    title: word('accounts'),
    frame: 'mac',
    tabs: [{ label: word('serverSettings'), isOpen: true }],
    groups: inOrderOver([
      {
        label: word('incomingServer').replace(
          'IMAP',
          settings.incoming?.protocol === 'pop3' ? 'POP' : 'IMAP',
        ),
        controls: [
          kept('text', word('userName')),
          kept('password', word('password')),
          incomingHost(settings, word('hostName')),
          { kind: 'check-box', label: word('automatic'), isOn: null },
        ],
      },
      {
        label: word('outgoingServer'),
        controls: [
          { kind: 'drop-down', label: word('account'), value: null, choices: [] },
          ...userControls(settings, word('userName')),
          ...passwordControls(settings, word('password')),
          hostControl(settings, word('hostName')),
          checkBox(word('automatic'), false, 'client.apple-mail-mac.automatic-note'),
          portControl(settings, word('port')),
          securityBox(settings, word('useTls')),
          loginControl(settings, word('authentication'), wordsIn({ word }).login),
        ],
      },
    ]),
    buttons: [{ kind: 'button', label: word('save'), isNext: true }],
    likeness: 'exact',
  };
}

/** One check box for both kinds of encryption. */
function wordsIn({ word }: Pick<DrawWith<AppleMailMacLabel>, 'word'>): ProgramWords {
  const isOn = say('client.words.box-on', { box: word('useTls') });
  return {
    security: { none: say('client.words.box-off', { box: word('useTls') }), starttls: isOn, tls: isOn },
    login: {
      password: word('password'),
      encrypted: word('encryptedPassword'),
      ntlm: 'NTLM',
      oauth2: null,
      none: word('none'),
    },
  };
}
