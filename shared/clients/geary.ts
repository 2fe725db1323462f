import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { ClientSettings, ProgramWords, StepsClient } from './client.ts';
import { changeMarks, hostControl, passwordControls, userControls } from './controls.ts';
import type { Control } from './dialog.ts';
import { type GearyLabel, gearyLabels } from './labels/geary.ts';
import { type Drawing, type DrawWith, labelsIn } from './language.ts';
import { bracketedHost } from './required.ts';
import { securityControl } from './security-control.ts';
import { keepsSharedLogin } from './shared-login.ts';
import { inOrder, toSet, translatedStep } from './step.ts';
import { tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** GNOME's Geary, as version 43 has it. It has no box for the port: the security brings it, and another one is typed behind the host. */
export const geary: StepsClient = {
  kind: 'steps',
  id: 'geary',
  name: 'Geary',
  group: 'people',
  source: {
    name: 'Geary 43.0 on the screen, and its message catalogues',
    url: 'https://packages.debian.org/bookworm/geary',
    checked: '2026-11-28',
  },
  platforms: ['linux'],
  versions: [{ id: '43', name: 'Geary 43' }],
  languages: ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'pl', 'ja'],
  ways: () => [],
  words: ({ language }) => wordsIn(labelsIn(gearyLabels, language)),
  imports: [],
  limits: ['client.limit.no-file'],
  signInOtherwise: 'client.sign-in.own.geary',
  senderAt: (settings, { language }) => {
    const { word } = labelsIn(gearyLabels, language);
    return { path: ['≡', word('accounts'), addressWords(settings)], label: word('emailAddresses') };
  },
  steps: (settings, { language }) => {
    const labels = labelsIn(gearyLabels, language);
    const { word, draw } = labels;
    return [
      translatedStep(labels, language, {
        id: 'open',
        title: say('client.step.open.title'),
        path: [{ as: '≡' }, 'accounts', { as: addressWords(settings) }, 'serverSettings'],
        text: say('client.geary.open', { page: word('serverSettings') }),
      }),
      translatedStep(labels, language, {
        id: 'server',
        title: say('client.step.server.title'),
        path: ['serverSettings', 'sending'],
        text: serverText({ group: word('sending'), apply: word('apply') }, settings),
        drawn: [draw((one) => serverSettings(one, settings))],
      }),
      tryStep(settings, 'client.step.send.plain'),
    ];
  },
};

function serverSettings({ word }: DrawWith<GearyLabel>, settings: ClientSettings): Drawing {
  const words = wordsIn({ word });
  return {
    title: word('serverSettings'),
    frame: 'window',
    tabs: [],
    groups: [
      {
        label: word('sending'),
        controls: inOrder([
          hostAndPort(settings, word('smtpServer')),
          securityControl(settings, word('security'), words.security),
          ...login({ word }, settings),
        ]),
      },
    ],
    buttons: [{ kind: 'button', label: word('apply'), isNext: true }],
    likeness: 'sketch',
  };
}

function serverText(
  labels: { readonly group: string; readonly apply: string },
  { outgoing }: ClientSettings,
): string {
  const key = isPortTyped(outgoing) ? 'client.geary.server-typed' : 'client.geary.server';
  return say(key, { ...labels, port: String(outgoing.port) });
}

function isPortTyped({ port, security }: Server): boolean {
  return port !== { none: 25, starttls: 587, tls: 465 }[security];
}

/** The usual port of a kind of encryption goes unsaid. */
function hostAndPort(settings: ClientSettings, label: string): Control {
  const { host, port } = settings.outgoing;
  const control = hostControl(settings, label);
  const hostMarks = changeMarks(settings, 'host');
  const portMarks = changeMarks(settings, 'port');
  const isTyped = isPortTyped(settings.outgoing);
  const marks = hostMarks.isChanged || !isTyped ? hostMarks : portMarks;
  return {
    ...control,
    value: isTyped ? `${bracketedHost(settings.outgoing)}:${port}` : host,
    ...toSet({ ...marks, note: isTyped ? 'client.geary.port-typed' : undefined }),
  };
}

function login({ word }: Pick<DrawWith<GearyLabel>, 'word'>, settings: ClientSettings): Control[] {
  const choices = [word('noLogin'), word('sameLogin'), word('ownLogin')];
  const isNone = settings.outgoing.auth === 'none';
  const isShared = keepsSharedLogin(settings);
  const value = isNone ? word('noLogin') : word(isShared ? 'sameLogin' : 'ownLogin');
  const choice: Control = { kind: 'drop-down', label: word('login'), value, choices, ...toSet() };
  if (isNone || isShared) return [choice];
  return [
    choice,
    ...userControls(settings, word('loginName')),
    ...passwordControls(settings, word('password')),
  ];
}

function wordsIn({ word }: Pick<DrawWith<GearyLabel>, 'word'>): ProgramWords {
  return {
    security: { none: word('none'), starttls: word('starttls'), tls: word('tls') },
    login: { password: word('sameLogin'), encrypted: null, oauth2: null, none: word('noLogin') },
  };
}
