import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import { androidMailWords, outgoingForm } from './android-mail.ts';
import type { ClientSettings, Step, StepsClient, Variant } from './client.ts';
import { type AndroidMailLabel, androidMailLabels } from './labels/android-mail.ts';
import { type Drawing, type DrawWith, labelsIn } from './language.ts';
import { providerOf } from './sign-in-provider.ts';
import { translatedStep } from './step.ts';
import { englishOnly, tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** The Gmail app with an account of another provider: the phone itself connects, not Google's computers. */
export const gmailApp: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'gmail-app',
  name: said('client.name.gmail-app'),
  shortName: 'Gmail',
  group: 'popular',
  source: {
    name: "Android's source of this form: packages/apps/Email (February 2025); OVH's guide to the Gmail app on Android 13 (December 2023)",
    url: 'https://github.com/aosp-mirror/platform_packages_apps_email',
    checked: '2026-11-28',
  },
  platforms: ['android'],
  languages: ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'pl', 'ja'],
  words: ({ language }) => androidMailWords(labelsIn(androidMailLabels, language)),
  imports: [],
  limits: ['client.limit.no-file'],
  signIn: (_, language = 'en') => ({
    path: ['≡', labelsIn(androidMailLabels, language).word('settings'), 'Add account'],
    choices: { google: 'Google', 'microsoft-365': null, 'outlook.com': null, yahoo: null, aol: null },
  }),
  ownAccount: (settings) => (providerOf(settings) === 'google' ? 'client.own.gmail-app' : undefined),
  senderAt: () => 'account',
  receivingAt: (settings, { language }) => {
    const { word } = labelsIn(androidMailLabels, language);
    return { path: ['≡', word('settings'), addressWords(settings), word('incomingSettings')] };
  },
  steps: (settings, variant) => [
    openSettings(settings, variant),
    enterSettings(settings, variant),
    tryStep(settings, 'client.step.send.plain'),
  ],
};

function openSettings(settings: ClientSettings, { language }: Variant): Step {
  const labels = labelsIn(androidMailLabels, language);
  return translatedStep(labels, language, {
    id: 'open',
    title: say('client.step.open.title'),
    path: [{ as: '≡' }, 'settings', { as: addressWords(settings) }, 'outgoingSettings'],
    text: say('client.gmail-app.open'),
    drawn: [labels.draw((one) => accountScreen(one, settings))],
  });
}

function enterSettings(settings: ClientSettings, { language }: Variant): Step {
  const labels = labelsIn(androidMailLabels, language);
  return translatedStep(labels, language, {
    id: 'server',
    title: say('client.step.server.title'),
    path: [],
    text: say('client.gmail-app.form', { done: labels.word('done') }),
    notes: [say('client.program.no-accept-all')],
    drawn: [labels.draw((one) => formScreen(one, settings))],
  });
}

/** The end of the account's settings, where the two lines about servers are. */
function accountScreen({ word }: DrawWith<AndroidMailLabel>, settings: ClientSettings): Drawing {
  return {
    title: addressWords(settings),
    frame: 'phone',
    tabs: [],
    groups: [
      {
        label: word('serverSettings'),
        controls: [
          { kind: 'button', label: word('incomingSettings') },
          { kind: 'button', label: word('outgoingSettings'), isNext: true },
        ],
      },
    ],
    buttons: [],
    likeness: 'exact',
  };
}

function formScreen(draw: DrawWith<AndroidMailLabel>, settings: ClientSettings): Drawing {
  return {
    title: draw.word('outgoingHeadline'),
    frame: 'phone',
    tabs: [],
    groups: [{ controls: outgoingForm(draw, settings) }],
    buttons: [{ kind: 'button', label: draw.word('done'), isNext: true }],
    likeness: 'exact',
  };
}
