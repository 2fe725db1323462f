import { say } from '../text/index.ts';
import type { ClientSettings, ProgramWords, Step, StepsClient, Variant } from './client.ts';
import { afterChoosing, checkBox, hostControl, loginControl, portControl, userControls } from './controls.ts';
import type { Group } from './dialog.ts';
import { type EvolutionLabel, evolutionLabels } from './labels/evolution.ts';
import { type Drawing, type DrawWith, type Labels, labelsIn } from './language.ts';
import { securityControl } from './security-control.ts';
import { inOrderOver, translatedStep } from './step.ts';
import { tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** GNOME Evolution, as version 3.46 has it. Its list of accounts is closed at first, and its button "Edit" grey. */
export const evolution: StepsClient = {
  kind: 'steps',
  id: 'evolution',
  name: 'Evolution',
  group: 'people',
  source: {
    name: 'Evolution 3.46.4 on the screen, and its message catalogues',
    url: 'https://packages.debian.org/bookworm/evolution-common',
    checked: '2026-11-28',
  },
  platforms: ['linux'],
  versions: [{ id: '3.46', name: 'Evolution 3.46' }],
  languages: ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'pl', 'ja'],
  ways: () => [],
  words: ({ language }) => wordsIn(labelsIn(evolutionLabels, language)),
  knowsOutbox: true,
  imports: [],
  limits: ['client.limit.no-file'],
  signIn: () => ({
    path: ['File', 'New', 'Mail Account'],
    choices: { google: null, 'outlook.com': null, yahoo: null },
  }),
  senderAt: (settings, { language }) => {
    const { word } = labelsIn(evolutionLabels, language);
    const way = [word('edit'), word('accounts'), word('mailAccounts'), addressWords(settings), word('edit')];
    return { path: [...way, word('identity')], label: word('emailAddress') };
  },
  receivingAt: (settings, { language }) => {
    const { word } = labelsIn(evolutionLabels, language);
    const way = [word('edit'), word('accounts'), word('mailAccounts'), addressWords(settings), word('edit')];
    return { path: [...way, word('receivingEmail')], label: word('server') };
  },
  steps: (settings, variant) => {
    const labels = labelsIn(evolutionLabels, variant.language);
    return [
      openStep(settings, variant, labels),
      serverStep(settings, variant, labels),
      tryStep(settings, 'client.step.send.plain', [
        say('client.evolution.outbox', {
          outbox: labels.word('outbox'),
          button: labels.word('sendReceive'),
        }),
      ]),
    ];
  },
};

type EvolutionLabels = Labels<EvolutionLabel>;

function openStep(settings: ClientSettings, { language }: Variant, labels: EvolutionLabels): Step {
  const { word } = labels;
  return translatedStep(labels, language, {
    id: 'open',
    title: say('client.step.open.title'),
    path: ['edit', 'accounts', 'mailAccounts', { as: addressWords(settings) }, 'edit', 'sendingEmail'],
    text: say('client.evolution.open', {
      group: word('mailAccounts'),
      edit: word('edit'),
      page: word('sendingEmail'),
    }),
  });
}

function serverStep(settings: ClientSettings, { language }: Variant, labels: EvolutionLabels): Step {
  const { word, draw } = labels;
  return translatedStep(labels, language, {
    id: 'server',
    title: say('client.step.server.title'),
    path: ['accountEditor', 'sendingEmail'],
    text: say('client.evolution.server', {
      check: word('checkTypes'),
      ok: word('ok'),
      close: word('close'),
    }),
    drawn: [draw((one) => accountEditor(one, settings))],
  });
}

const pages = [
  'identity',
  'receivingEmail',
  'receivingOptions',
  'sendingEmail',
  'defaults',
  'composing',
  'securityPage',
] as const;

/** Its pages are listed on the left; the kind of server stands above as words and cannot be changed. */
function accountEditor({ word }: DrawWith<EvolutionLabel>, settings: ClientSettings): Drawing {
  const words = wordsIn({ word });
  const needsLogin = settings.outgoing.auth !== 'none';
  const groups: Group[] = [
    {
      label: word('configuration'),
      controls: [
        hostControl(settings, word('server')),
        portControl(settings, word('port'), afterChoosing(word('encryptionMethod')), 2),
        checkBox(word('requiresLogin'), needsLogin),
      ],
    },
    {
      label: word('securityPage'),
      controls: [securityControl(settings, word('encryptionMethod'), words.security)],
    },
  ];
  if (needsLogin) {
    groups.push({
      label: word('authentication'),
      controls: [
        loginControl(settings, word('type'), words.login, 3),
        ...userControls(settings, word('username'), 3),
      ],
    });
  }
  return {
    title: word('accountEditor'),
    frame: 'window',
    tabs: pages.map((page) => ({ label: word(page), isOpen: page === 'sendingEmail' })),
    groups: inOrderOver(groups),
    buttons: [
      { kind: 'button', label: word('cancel') },
      { kind: 'button', label: word('ok'), isNext: true },
    ],
    likeness: 'sketch',
  };
}

function wordsIn({ word }: Pick<DrawWith<EvolutionLabel>, 'word'>): ProgramWords {
  return {
    security: { none: word('noEncryption'), starttls: word('starttls'), tls: word('tls') },
    login: {
      password: 'PLAIN',
      login: 'Login',
      encrypted: 'CRAM-MD5',
      ntlm: 'NTLM / SPA',
      oauth2: null,
      none: null,
    },
  };
}
