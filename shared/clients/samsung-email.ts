import { say } from '../text/index.ts';
import { androidMailWords, outgoingForm } from './android-mail.ts';
import type { ClientSettings, StepsClient } from './client.ts';
import { kept } from './controls.ts';
import type { Control, Dialog } from './dialog.ts';
import { incomingHost } from './incoming-controls.ts';
import { androidMailLabels } from './labels/android-mail.ts';
import { labelsIn } from './language.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { inOrderOver, stepOf } from './step.ts';
import { englishOnly, serverStep, tryStep } from './steps.ts';
import { addressWords } from './words.ts';

const labels = labelsIn(androidMailLabels, 'en');
/** Samsung's own, where they differ from Android's. */
const own = { ...labels, word: (key: Parameters<typeof labels.word>[0]) => samsung[key] ?? labels.word(key) };
const samsung: Partial<Record<string, string>> = { username: 'User name' };

/** Samsung Email with an account in it. Its page of servers is Android's form with sections; which of its lines stand between is not confirmed. */
export const samsungEmail: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'samsung-email',
  name: 'Samsung Email',
  group: 'popular',
  source: {
    name: "Cruzio's guide to Samsung Mail (2018), for the way and the sections; Android's source of the form: packages/apps/Email (February 2025)",
    url: 'https://cruzio.com/member-tools/support/how-to-update-your-samsung-mail-on-android/',
    checked: '2026-11-28',
  },
  platforms: ['android'],
  words: () => androidMailWords(own),
  imports: [],
  limits: ['client.limit.no-file'],
  hasReceivingBeside: true,
  signIn: () => ({
    path: ['≡', '⚙', 'Add account'],
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null, yahoo: null, aol: null },
  }),
  steps: (settings) => [
    stepOf({
      id: 'open',
      title: say('client.step.open.title'),
      path: wayIn(settings),
      text: say('client.samsung-email.open'),
      notes: [say('client.sheet.by-others')],
      dialogs: [accountScreen(settings)],
    }),
    serverStep([], 'client.samsung-email.form', serversScreen(settings), [
      say('client.program.no-accept-all'),
    ]),
    tryStep(settings, 'client.step.send.plain'),
  ],
};

function wayIn(settings: ClientSettings): readonly string[] {
  return ['≡', '⚙', addressWords(settings), 'Server settings'];
}

const frame = { frame: 'phone', tabs: [], language: 'en', isAbridged: true } as const;

function accountScreen(settings: ClientSettings): Dialog {
  return {
    ...frame,
    title: addressWords(settings),
    groups: [
      {
        label: 'Advanced settings',
        controls: [{ kind: 'button', label: 'Server settings', isNext: true }],
      },
    ],
    buttons: [],
    likeness: 'exact',
  };
}

/** What the field is called is not confirmed; it is left away where it stays as it is. */
function receivingControls(settings: ClientSettings): readonly Control[] {
  return misnamedReceiving(settings) === undefined
    ? []
    : [incomingHost(settings, say('client.field.server'))];
}

/** Receiving and sending on one page: what is above the outgoing server stays as it is. */
function serversScreen(settings: ClientSettings): Dialog {
  return {
    ...frame,
    title: 'Server settings',
    groups: inOrderOver([
      { label: 'Account', controls: [kept('text', 'User name')] },
      {
        label: 'Incoming server',
        controls: [
          ...receivingControls(settings),
          { kind: 'drop-down', label: 'Security type', value: null, choices: [] },
        ],
      },
      { label: 'Outgoing server', controls: outgoingForm(own, settings) },
    ]),
    buttons: [{ kind: 'button', label: 'Done', isNext: true }],
    likeness: 'sketch',
  };
}
