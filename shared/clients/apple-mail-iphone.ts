import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ClientSettings, ProgramWords, StepsClient } from './client.ts';
import { hostControl, loginControl, passwordControls, portControl, userControls } from './controls.ts';
import { type AppleMailIphoneLabel, appleMailIphoneLabels } from './labels/apple-mail-iphone.ts';
import { type Drawing, type DrawWith, labelsIn } from './language.ts';
import { securityBox } from './security-control.ts';
import { isIcloud } from './sign-in-provider.ts';
import { translatedStep } from './step.ts';
import { sketchOf, tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** Mail on iPhone and iPad. The way to its settings differs between versions and is not confirmed for all: the text says so. */
export const appleMailIphone: StepsClient = {
  kind: 'steps',
  id: 'apple-mail-iphone',
  name: said('client.name.apple-mail-iphone'),
  shortName: 'Apple Mail',
  group: 'popular',
  source: {
    name: "Bluehost's guide to Mail on iOS 17; OVH's guides to Mail on iOS in German and French (October 2024)",
    checked: '2026-11-29',
  },
  platforms: ['ios'],
  versions: [
    { id: 'ios-18', name: said('client.version.newer', { version: 'iOS 18' }) },
    { id: 'ios-17', name: said('client.version.older', { version: 'iOS 17' }) },
  ],
  languages: ['en', 'de', 'fr', 'es', 'pt-BR', 'ja'],
  ways: () => [],
  words: ({ language }) => wordsIn(labelsIn(appleMailIphoneLabels, language)),
  imports: ['apple-profile'],
  limits: ['client.apple-mail.limit'],
  signIn: (version, language = 'en') => ({
    path: [...wayTo(version).map(labelsIn(appleMailIphoneLabels, language).word), 'Add Account'],
    choices: {
      google: 'Google',
      'microsoft-365': 'Microsoft Exchange',
      'outlook.com': 'Outlook.com',
      yahoo: 'Yahoo',
      aol: 'AOL',
    },
  }),
  senderAt: (settings, { language, version }) => {
    const { word } = labelsIn(appleMailIphoneLabels, language);
    return {
      path: [...wayTo(version).map((key) => word(key)), addressWords(settings), word('account')],
      label: 'Email',
    };
  },
  receivingAt: (settings, { language, version }) => {
    const { word } = labelsIn(appleMailIphoneLabels, language);
    return {
      path: [...wayTo(version).map(word), addressWords(settings), word('account')],
      label: word('hostName'),
    };
  },
  steps: (settings, { language, version }) => {
    const labels = labelsIn(appleMailIphoneLabels, language);
    return [
      translatedStep<AppleMailIphoneLabel>(labels, language, {
        id: 'open',
        title: say('client.step.open.title'),
        path: [...wayTo(version), { as: addressWords(settings) }, 'account', 'smtp'],
        text: say('client.apple-mail-iphone.open'),
        notes: isIcloud(settings) ? [say('client.own.icloud.iphone')] : [],
      }),
      translatedStep<AppleMailIphoneLabel>(labels, language, {
        id: 'server',
        title: say('client.step.server.title'),
        path: ['primaryServer'],
        text: say('client.apple-mail-iphone.server'),
        drawn: [labels.draw((one) => primaryServer(one, settings))],
      }),
      tryStep(settings, 'client.step.send.plain'),
    ];
  },
};

function primaryServer({ word }: DrawWith<AppleMailIphoneLabel>, settings: ClientSettings): Drawing {
  const controls = [
    hostControl(settings, word('hostName')),
    ...userControls(settings, word('userName')),
    ...passwordControls(settings, word('password')),
    securityBox(settings, word('useSsl'), 'switch'),
    loginControl(settings, word('authentication'), wordsIn({ word }).login),
    portControl(settings, word('serverPort')),
  ];
  return sketchOf({
    title: word('primaryServer'),
    frame: 'phone',
    groups: [
      { controls: [{ kind: 'switch', label: word('server'), isOn: true }] },
      { label: word('outgoingServer'), controls },
    ],
    save: word('done'),
  });
}

function wayTo(version: string): readonly AppleMailIphoneLabel[] {
  return version === 'ios-17'
    ? ['settings', 'mail', 'accounts']
    : ['settings', 'apps', 'mail', 'mailAccounts'];
}

/** One switch for both kinds of encryption. */
function wordsIn({ word }: Pick<DrawWith<AppleMailIphoneLabel>, 'word'>): ProgramWords {
  const box = word('useSsl');
  const isOn = say('client.words.switch-on', { box });
  return {
    security: { none: say('client.words.switch-off', { box }), starttls: isOn, tls: isOn },
    login: {
      password: word('password'),
      encrypted: word('encryptedPassword'),
      ntlm: 'NTLM',
      oauth2: null,
      none: word('none'),
    },
  };
}
