import { say } from '../text/index.ts';
import type { ClientSettings, ProgramWords, StepsClient } from './client.ts';
import {
  checkBox,
  hostControl,
  kept,
  passwordControls,
  portControl,
  unusualLogin,
  userControls,
} from './controls.ts';
import type { Control, Group } from './dialog.ts';
import { type ClawsLabel, clawsLabels } from './labels/claws.ts';
import { type Drawing, type DrawWith, labelsIn } from './language.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { securityRadios } from './security-control.ts';
import { needsNewPassword, sharedPassword, sharesLogin } from './shared-login.ts';
import { inOrderOver, translatedStep } from './step.ts';
import { tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/** Claws Mail 4.1: four of its account's pages, one after the other. */
export const claws: StepsClient = {
  kind: 'steps',
  id: 'claws',
  name: 'Claws Mail',
  group: 'people',
  source: {
    name: 'Claws Mail 4.1.1 on the screen, and its message catalogues',
    url: 'https://packages.debian.org/bookworm/claws-mail-i18n',
    checked: '2026-11-28',
  },
  platforms: ['linux', 'windows'],
  versions: [{ id: '4.1', name: 'Claws Mail 4.1' }],
  languages: ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'pl', 'ja'],
  ways: () => [],
  words: ({ language }) => wordsIn(labelsIn(clawsLabels, language)),
  knowsOutbox: true,
  imports: [],
  hasReceivingBeside: true,
  limits: ['client.claws.limit'],
  signInOtherwise: 'client.sign-in.own.claws',
  senderAt: (settings, { language }) => {
    const { word } = labelsIn(clawsLabels, language);
    const way = [word('configuration'), word('editAccounts'), addressWords(settings), word('edit')];
    return { path: [...way, word('basic')], label: word('mailAddress') };
  },
  steps: (settings, { language }) => {
    const labels = labelsIn(clawsLabels, language);
    const { word, draw } = labels;
    const isMethodSet = unusualLogin(settings, '', wordsIn(labels).login).length > 0;
    return [
      translatedStep(labels, language, {
        id: 'open',
        title: say('client.step.open.title'),
        path: ['configuration', 'editAccounts', { as: addressWords(settings) }, 'edit'],
        text: say('client.claws.open', { edit: word('edit') }),
      }),
      translatedStep(labels, language, {
        id: 'server',
        title: say('client.claws.server.title'),
        path: ['basic'],
        text: receivingWords(settings),
        drawn: [draw((one) => page(one, 'basic', [{ controls: serversOn(one, settings) }], settings))],
      }),
      translatedStep(labels, language, {
        id: 'login',
        title: say(
          settings.outgoing.auth === 'none' ? 'client.outlook.login.title-none' : 'client.step.login.title',
        ),
        path: ['send'],
        text: say.together([
          say(isMethodSet ? 'client.claws.login-unusual' : 'client.claws.login', { method: word('method') }),
          ...(settings.outgoing.auth === 'none'
            ? []
            : [
                say(sharesLogin(settings) ? 'client.claws.same-login' : 'client.claws.own-login', {
                  user: word('userId'),
                  password: word('password'),
                }),
              ]),
        ]),
        drawn: [draw((one) => page(one, 'send', [{ controls: loginOn(one, settings) }], settings))],
      }),
      translatedStep(labels, language, {
        id: 'encryption',
        title: say('client.step.encryption.title'),
        path: [{ as: 'TLS' }, 'sendSmtp'],
        text: say('client.claws.encryption', { frame: word('sendSmtp') }),
        drawn: [draw((one) => page(one, 'TLS', [encryptionOn(one, settings)], settings))],
      }),
      translatedStep(labels, language, {
        id: 'port',
        title: say('client.step.port.title'),
        path: ['advanced'],
        text: say('client.claws.port', { ok: word('ok'), close: word('close') }),
        drawn: [
          draw((one) =>
            page(one, 'advanced', [{ controls: [portControl(settings, one.word('smtpPort'))] }], settings),
          ),
        ],
      }),
      tryStep(settings, 'client.step.send.plain', [
        ...(settings.outgoing.security === 'none'
          ? []
          : [
              say('client.claws.certificate', {
                accept: word('acceptAndSave'),
                cancel: word('cancelConnection'),
              }),
            ]),
        say('client.claws.queue', { queue: word('queue') }),
      ]),
    ];
  },
};

type Draw = DrawWith<ClawsLabel>;

/** Both servers stand on the one page. */
function receivingWords(settings: ClientSettings): string {
  const misnamed = misnamedReceiving(settings);
  return misnamed ? say('client.step.receiving-too', misnamed) : '';
}

/** The login for receiving stands here too, and sending uses it. */
function serversOn({ word }: Draw, settings: ClientSettings): Control[] {
  const host = hostControl(settings, word('smtpServer'));
  if (!needsNewPassword(settings) || !sharesLogin(settings)) return [host];
  return [host, kept('text', word('userId')), sharedPassword(settings, word('password'))];
}

/** Empty fields mean the login for receiving; a user name without its password makes Claws Mail ask at every message. */
function loginOn({ word }: Draw, settings: ClientSettings): Control[] {
  const isOwn = !sharesLogin(settings);
  return [
    checkBox(word('smtpAuth'), settings.outgoing.auth !== 'none'),
    ...unusualLogin(settings, word('method'), wordsIn({ word }).login),
    ...(isOwn
      ? [...userControls(settings, word('userId')), ...passwordControls(settings, word('password'))]
      : [kept('text', word('userId')), kept('password', word('password'))]),
  ];
}

function encryptionOn({ word }: Draw, settings: ClientSettings): Group {
  return {
    label: word('sendSmtp'),
    controls: securityRadios(settings, wordsIn({ word }).security, ['none', 'tls', 'starttls']),
  };
}

const pages = [
  'basic',
  'receive',
  'send',
  'compose',
  'templates',
  'privacy',
  'TLS',
  'proxy',
  'OAuth2',
  'advanced',
] as const;
type PageName = (typeof pages)[number];

/** The pages that are gone through, in this order. */
const way: readonly PageName[] = ['basic', 'send', 'TLS', 'advanced'];

/** One page of the account's window, whose pages are listed on the left; the next click is the page of the next step. */
function page({ word }: Draw, open: PageName, groups: readonly Group[], settings: ClientSettings): Drawing {
  const next = way[way.indexOf(open) + 1];
  return {
    title: word('title').replace('%s', () => addressWords(settings)),
    frame: 'window',
    tabs: pages.map((name) => ({
      label: name === 'TLS' || name === 'OAuth2' ? name : word(name),
      isOpen: name === open,
      ...(name === next && { isNext: true }),
    })),
    groups: inOrderOver(groups),
    buttons: [
      { kind: 'button', label: word('cancel') },
      { kind: 'button', label: word('ok'), ...(next === undefined && { isNext: true }) },
    ],
    likeness: 'sketch',
  };
}

function wordsIn({ word }: Pick<Draw, 'word'>): ProgramWords {
  return {
    security: { none: word('noTls'), starttls: word('starttls'), tls: word('tls') },
    login: { password: word('smtpAuth'), encrypted: 'CRAM-MD5', oauth2: null, none: null },
  };
}
