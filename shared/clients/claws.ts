import { say } from '../text/index.ts';
import type { ProgramWords, StepsClient } from './client.ts';
import type { Control, Tab } from './dialog.ts';
import { stepOf } from './step.ts';
import {
  checkBox,
  englishOnly,
  hostControl,
  openStep,
  portControl,
  securityControl,
  serverStep,
  sketchOf,
  tryStep,
  unusualLogin,
  userControls,
} from './steps.ts';
import { addressWords } from './words.ts';

/** Claws Mail 4.1: four of its pages, one after the other. */
export const claws: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'claws',
  name: 'Claws Mail',
  group: 'people',
  source: {
    name: 'Claws Mail 4.1.1 on the screen',
    checked: '2026-11',
  },
  platforms: ['linux', 'windows'],
  versions: [{ id: '4.1', name: 'Claws Mail 4.1' }],
  words: () => words,
  imports: [],
  limits: ['client.claws.limit'],
  steps: (settings) => {
    const method = unusualLogin(settings, 'Authentication method', words.login);
    return [
      openStep(['Configuration', 'Edit accounts…', addressWords(settings), 'Edit'], 'client.claws.open'),
      serverStep(
        ['Basic'],
        'client.claws.server',
        page('Basic', [hostControl(settings, 'SMTP server (send)')]),
      ),
      stepOf({
        id: 'login',
        title: say('client.step.login.title'),
        path: ['Send'],
        text: say(method.length === 0 ? 'client.claws.login' : 'client.claws.login-unusual'),
        dialogs: [
          page('Send', [
            checkBox('SMTP Authentication (SMTP AUTH)', settings.outgoing.auth !== 'none'),
            ...method,
            ...userControls(settings, say('client.field.username')),
          ]),
        ],
      }),
      stepOf({
        id: 'encryption',
        title: say('client.step.encryption.title'),
        path: ['TLS', 'Send (SMTP)'],
        text: say('client.claws.encryption'),
        dialogs: [page('TLS', [securityControl(settings, 'Send (SMTP)', words.security)])],
      }),
      stepOf({
        id: 'port',
        title: say('client.step.port.title'),
        path: ['Advanced'],
        text: say('client.claws.port'),
        dialogs: [page('Advanced', [portControl(settings, 'SMTP port')])],
      }),
      tryStep(settings),
    ];
  },
};

const pages = ['Basic', 'Send', 'TLS', 'Advanced'];

/** One page of the account's window; the next click is the page of the next step. */
function page(open: string, controls: readonly Control[]) {
  const next = pages[pages.indexOf(open) + 1];
  const tabs = pages.map(
    (label): Tab => ({ label, isOpen: label === open, ...(label === next && { isNext: true }) }),
  );
  return sketchOf({ title: 'Edit', tabs, groups: [{ controls }] });
}

const words: ProgramWords = {
  security: {
    none: "Don't use TLS (but, if necessary, use STARTTLS)",
    starttls: 'Use STARTTLS',
    tls: 'Use TLS',
  },
  login: {
    password: 'SMTP Authentication (SMTP AUTH)',
    encrypted: 'CRAM-MD5',
    oauth2: 'OAuth2',
    none: null,
  },
};
