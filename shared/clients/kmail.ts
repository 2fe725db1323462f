import { say } from '../text/index.ts';
import type { ClientSettings, ProgramWords, StepsClient } from './client.ts';
import {
  afterChoosing,
  checkBox,
  hostControl,
  loginControl,
  passwordControls,
  portControl,
  userControls,
} from './controls.ts';
import type { Group } from './dialog.ts';
import { type KmailLabel, kmailLabels } from './labels/kmail.ts';
import { type Drawing, type DrawWith, labelsIn } from './language.ts';
import { securityRadios } from './security-control.ts';
import { inOrderOver, translatedStep } from './step.ts';
import { tryStep } from './steps.ts';

/** KDE KMail, as version 22.12 has it: one window with two tabs. */
export const kmail: StepsClient = {
  kind: 'steps',
  id: 'kmail',
  name: 'KMail',
  group: 'people',
  source: {
    name: 'KMail 22.12.3 on the screen, and its message catalogues',
    url: 'https://packages.debian.org/bookworm/libkf5mailtransport-data',
    checked: '2026-11-28',
  },
  platforms: ['linux'],
  versions: [{ id: '22.12', name: 'KMail 22.12' }],
  languages: ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'pl', 'ja'],
  ways: () => [],
  words: ({ language }) => wordsIn(labelsIn(kmailLabels, language)),
  knowsOutbox: true,
  imports: [],
  limits: ['client.limit.no-file'],
  signInOtherwise: 'client.sign-in.own.kmail',
  senderAt: (_, { language }) => {
    const { word } = labelsIn(kmailLabels, language);
    return {
      path: [word('settings'), word('configure'), word('identities'), word('modify')],
      label: word('emailAddress'),
    };
  },
  steps: (settings, { language }) => {
    const labels = labelsIn(kmailLabels, language);
    const { word, draw } = labels;
    return [
      translatedStep(labels, language, {
        id: 'open',
        title: say('client.step.open.title'),
        path: ['settings', 'configure', 'accounts', 'sending', 'modify'],
        text: say('client.kmail.open', {
          accounts: word('accounts'),
          tab: word('sending'),
          modify: word('modify'),
        }),
      }),
      translatedStep(labels, language, {
        id: 'server',
        title: say('client.kmail.server.title'),
        path: ['configureAccount', 'general'],
        text: say('client.kmail.server', { advanced: word('advanced') }),
        drawn: [draw((one) => generalTab(one, settings))],
      }),
      translatedStep(labels, language, {
        id: 'encryption',
        title: say('client.kmail.encryption.title'),
        path: ['configureAccount', 'advanced'],
        text: say('client.kmail.encryption'),
        drawn: [draw((one) => advancedTab(one, settings))],
      }),
      tryStep(settings, 'client.step.send.plain', [
        say('client.kmail.outbox', { command: word('sendQueued') }),
      ]),
    ];
  },
};

type Draw = DrawWith<KmailLabel>;

function generalTab(draw: Draw, settings: ClientSettings): Drawing {
  const { word } = draw;
  const user = userControls(settings, word('login'));
  return tab(draw, 'general', [
    {
      controls: [
        hostControl(settings, word('server')),
        checkBox(word('requiresLogin'), user.length > 0),
        ...user,
        ...passwordControls(settings, word('password')),
        { kind: 'check-box', label: word('storePassword'), isOn: null },
      ],
    },
  ]);
}

function advancedTab(draw: Draw, settings: ClientSettings): Drawing {
  const { word } = draw;
  const words = wordsIn(draw);
  return tab(draw, 'advanced', [
    {
      label: word('encryption'),
      controls: securityRadios(settings, words.security, ['none', 'tls', 'starttls']),
    },
    {
      controls: [
        portControl(settings, word('port'), afterChoosing(word('encryption'))),
        ...(settings.outgoing.auth === 'none'
          ? []
          : [loginControl(settings, word('authentication'), words.login)]),
      ],
    },
  ]);
}

function tab({ word }: Draw, open: 'general' | 'advanced', groups: readonly Group[]): Drawing {
  const isLast = open === 'advanced';
  return {
    title: word('configureAccount'),
    frame: 'window',
    tabs: [
      { label: word('general'), isOpen: !isLast },
      { label: word('advanced'), isOpen: isLast, ...(!isLast && { isNext: true }) },
    ],
    groups: inOrderOver(groups),
    // The words of these two are KDE's own, in every program the same.
    buttons: [{ kind: 'button', label: 'OK', ...(isLast && { isNext: true }) }],
    likeness: 'sketch',
  };
}

function wordsIn({ word }: Pick<Draw, 'word'>): ProgramWords {
  return {
    security: { none: word('none'), starttls: word('starttls'), tls: word('tls') },
    login: {
      password: 'PLAIN',
      login: 'LOGIN',
      encrypted: 'CRAM-MD5',
      ntlm: 'NTLM',
      oauth2: null,
      none: null,
    },
  };
}
