import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ClientSettings, ProgramWords, Step, StepsClient, Variant } from './client.ts';
import { hostControl, kept, portControl, userControls } from './controls.ts';
import { accountHubLabels } from './labels/account-hub.ts';
import { type ThunderbirdLabel, thunderbirdLabels } from './labels/thunderbird.ts';
import { type Drawing, type DrawWith, labelsIn } from './language.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { wantsNtlm } from './offered.ts';
import { securityControl } from './security-control.ts';
import { needsNewPassword } from './shared-login.ts';
import { toSet, translatedStep } from './step.ts';
import { tryStep } from './steps.ts';
import { accountHubSteps } from './thunderbird-account-hub.ts';
import { addressWords } from './words.ts';

/** Thunderbird on a computer: its page of outgoing servers and the one dialog for each (read from version 153). */
export const thunderbird: StepsClient = {
  kind: 'steps',
  id: 'thunderbird',
  name: 'Thunderbird',
  group: 'popular',
  source: {
    name: 'Thunderbird 153.8 on the screen, its language packs, and the source of its window for new accounts',
    checked: '2026-11-28',
  },
  platforms: ['windows', 'macos', 'linux'],
  versions: [{ id: 'current', name: said('client.version.newer', { version: 'Thunderbird 128' }) }],
  languages: ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'pl', 'ja'],
  ways: () => [
    { id: 'edit', name: said('client.thunderbird.way.edit') },
    { id: 'add', name: said('client.thunderbird.way.add') },
  ],
  words: ({ language }) => wordsIn(labelsIn(thunderbirdLabels, language)),
  knowsOutbox: true,
  imports: ['thunderbird-zip'],
  limits: ['client.thunderbird.limit'],
  signIn: (_, language = 'en') => ({
    path: ['≡', ...addingAccount.map(labelsIn(accountHubLabels, language).word)],
    isTranslated: true,
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null, yahoo: null, aol: null },
    note: 'client.thunderbird.sign-in-exists',
  }),
  senderAt: (settings, { language }) => {
    const { word } = labelsIn(thunderbirdLabels, language);
    return {
      path: ['≡', word('accountSettings'), addressWords(settings)],
      label: word('emailAddress'),
    };
  },
  steps: (settings, variant) =>
    variant.way === 'add' ? accountHubSteps(settings, variant) : editSteps(settings, variant),
};

const addingAccount = ['accountSettings', 'addAccount', 'mailAccount'] as const;

function editSteps(settings: ClientSettings, variant: Variant): readonly Step[] {
  const { word } = labelsIn(thunderbirdLabels, variant.language);
  return [
    openServer(settings, variant),
    enterSettings(settings, variant),
    ...receivingToo(settings, variant),
    tryStep(settings, 'client.step.send.plain', [
      ...(needsNewPassword(settings)
        ? [say('client.thunderbird.new-password', { button: word('newPassword') })]
        : []),
      say('client.thunderbird.outbox', {
        outbox: word('outbox'),
        file: word('file'),
        send: word('sendUnsent'),
      }),
    ]),
  ];
}

function openServer(settings: ClientSettings, { language }: Variant): Step {
  const labels = labelsIn(thunderbirdLabels, language);
  const { word, draw } = labels;
  return translatedStep(labels, language, {
    id: 'open',
    title: say('client.thunderbird.open.title'),
    path: [{ as: '≡' }, 'accountSettings', { as: addressWords(settings) }, 'editOutgoingServer'],
    text: say('client.thunderbird.open.text', {
      settings: word('accountSettings'),
      tools: word('toolsMenu'),
      menu: word('editMenu'),
      edit: word('editOutgoingServer'),
    }),
    notes: [say('client.thunderbird.open.note', { outgoing: word('outgoingServer') })],
    drawn: [draw((one) => accountPage(one, settings))],
  });
}

function enterSettings(settings: ClientSettings, { language }: Variant): Step {
  const labels = labelsIn(thunderbirdLabels, language);
  const { word, draw } = labels;
  return translatedStep(labels, language, {
    id: 'server',
    title: say('client.thunderbird.server.title'),
    path: ['smtpServer'],
    text: say('client.thunderbird.server.text', {
      title: word('smtpServer'),
      security: word('connectionSecurity').replace(/\s?:$/, ''),
      ok: word('ok'),
    }),
    drawn: [draw((one) => serverDialog(one, settings))],
  });
}

/** Where receiving shows a certificate for another name, that name is typed on a page of its own, which no click for sending opens. */
function receivingToo(settings: ClientSettings, { language }: Variant): Step[] {
  const misnamed = misnamedReceiving(settings);
  if (!misnamed) return [];
  const labels = labelsIn(thunderbirdLabels, language);
  return [
    translatedStep(labels, language, {
      id: 'receiving',
      title: say('client.step.receiving.title'),
      path: [{ as: '≡' }, 'accountSettings', { as: addressWords(settings) }, 'serverSettings'],
      text: say('client.step.receiving-too', misnamed),
      drawn: [labels.draw((one) => receivingPage(one, misnamed.host))],
    }),
  ];
}

function receivingPage({ word }: DrawWith<ThunderbirdLabel>, host: string): Drawing {
  const controls = [
    { kind: 'text', label: word('incomingServerName'), value: host, ...toSet({ turn: 1 }) },
  ] as const;
  return {
    title: word('accountSettings'),
    frame: 'window',
    tabs: [],
    groups: [{ label: word('serverSettings'), controls }],
    buttons: [],
    likeness: 'sketch',
  };
}

/**
 * The account's own page. The page of outgoing servers leads to the same window, but lets a person pick another account's server, and still
 * shows the old values after OK (seen with version 153).
 */
function accountPage({ word }: DrawWith<ThunderbirdLabel>, settings: ClientSettings): Drawing {
  return {
    title: word('accountSettings'),
    frame: 'window',
    tabs: [],
    groups: [
      {
        controls: [
          {
            kind: 'list',
            label: word('accountSettings'),
            columns: [],
            row: addressWords(settings),
            ...toSet(),
          },
        ],
      },
      { isAside: true, controls: [{ kind: 'button', label: word('editOutgoingServer'), isNext: true }] },
    ],
    buttons: [],
    likeness: 'sketch',
  };
}

/** The dialog. Choosing the security may change the port, so it has an earlier turn although it stands lower. */
function serverDialog({ word }: DrawWith<ThunderbirdLabel>, settings: ClientSettings): Drawing {
  const { security } = settings.outgoing;
  const words = wordsIn({ word });
  const login = loginWord(settings, word);
  const choices = [
    word('noAuth'),
    word(security === 'none' ? 'insecurePassword' : 'normalPassword'),
    word('encryptedPassword'),
    'Kerberos / GSSAPI',
    'NTLM',
  ];
  const user = userControls(settings, word('userName'), 5);
  return {
    title: word('smtpServer'),
    frame: 'window',
    tabs: [],
    groups: [
      {
        label: word('settings'),
        controls: [
          kept('text', word('description')),
          hostControl(settings, word('serverName'), 1),
          {
            ...portControl(settings, word('port'), 'client.thunderbird.server.port-note', 3),
            beside: { kind: 'words', label: `${word('defaultPort')} ${security === 'tls' ? 465 : 587}` },
          },
        ],
      },
      {
        label: word('security'),
        controls: [
          securityControl(settings, word('connectionSecurity'), words.security, { turn: 2 }),
          {
            kind: 'drop-down',
            label: word('authMethod'),
            value: login,
            choices,
            ...toSet({ turn: 4 }),
          },
          // With "No authentication" the field is greyed out.
          ...(user.length > 0 ? user : [{ ...kept('text', word('userName')), isDisabled: true } as const]),
        ],
      },
    ],
    buttons: [
      { kind: 'button', label: word('cancel') },
      { kind: 'button', label: word('ok'), isNext: true },
    ],
    likeness: 'exact',
  };
}

function wordsIn({ word }: Pick<DrawWith<ThunderbirdLabel>, 'word'>): ProgramWords {
  return {
    security: { none: word('none'), starttls: 'STARTTLS', tls: 'SSL/TLS' },
    login: {
      password: word('normalPassword'),
      encrypted: word('encryptedPassword'),
      ntlm: 'NTLM',
      oauth2: null,
      none: word('noAuth'),
    },
  };
}

/** The drop-down's own words; a password without encryption gets a name that warns. */
function loginWord(settings: ClientSettings, word: (key: ThunderbirdLabel) => string): string {
  if (wantsNtlm(settings)) return 'NTLM';
  const { auth, security } = settings.outgoing;
  switch (auth) {
    case 'none':
      return word('noAuth');
    case 'password-encrypted':
      return word('encryptedPassword');
    case 'password-cleartext':
    case 'oauth2': // has steps of its own
    case 'unknown':
      return word(security === 'none' ? 'insecurePassword' : 'normalPassword');
    default:
      return auth satisfies never;
  }
}
