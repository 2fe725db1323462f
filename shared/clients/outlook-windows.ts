import { say } from '../text/index.ts';
import type { PlainKey } from '../text/said.ts';
import type { ClientSettings } from './client.ts';
import { hostControl, kept } from './controls.ts';
import type { ButtonControl, Control, Group } from './dialog.ts';
import { incomingHost } from './incoming-controls.ts';
import type { OutlookLabel } from './labels/outlook.ts';
import type { Drawing, DrawWith } from './language.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { wantsNtlm } from './offered.ts';
import { needsNewPassword, sharedPassword, sharesLogin } from './shared-login.ts';
import { toSet } from './step.ts';
import { untitled } from './steps.ts';
import { addressWords } from './words.ts';

type Draw = DrawWith<OutlookLabel>;

/** What of a version shows in its windows. */
export type Era = {
  /** Up to 2016: "E-mail", "TLS" for STARTTLS, "SSL" for encryption from the start. */
  readonly isOld: boolean;
  /** Up to 2013: a tab "Connection" before the last. */
  readonly hasConnectionTab: boolean;
};

/** Controls whose labels a language may lack without harm: nothing where one is not known. */
export function ifKnown(
  { known }: Draw,
  key: OutlookLabel,
  build: (label: string) => Control,
): readonly Control[] {
  const label = known(key);
  return label === null ? [] : [build(label)];
}

/** Buttons along the lower edge that are not pressed here, as far as their words are known. */
export function otherButtons({ known }: Draw, ...keys: readonly OutlookLabel[]): ButtonControl[] {
  return keys.flatMap((key) => {
    const label = known(key);
    return label === null ? [] : [pushButton(label)];
  });
}

/** The small window that the profile's set-up begins with. */
export function mailSetup(draw: Draw, { isOld }: Era): Drawing {
  const { word, known } = draw;
  const group = (label: OutlookLabel, button: OutlookLabel): Group[] => {
    const words = [known(label), known(button)] as const;
    return words[0] === null || words[1] === null
      ? []
      : [{ label: words[0], controls: [pushButton(words[1])] }];
  };
  const accounts = known('emailAccountsGroup');
  return {
    title: known('mailSetup') ?? untitled,
    frame: 'window',
    tabs: [],
    groups: [
      {
        ...(accounts !== null && { label: accounts }),
        controls: [pushButton(word(isOld ? 'emailAccountsOld' : 'emailAccounts'), true)],
      },
      ...group('dataFiles', 'dataFilesButton'),
      ...group('profiles', 'showProfiles'),
    ],
    buttons: otherButtons(draw, 'close'),
    likeness: 'exact',
  };
}

/** The list of accounts. The names of its other tabs are not confirmed and not drawn. */
export function accountList(draw: Draw, { isOld }: Era, settings: ClientSettings): Drawing {
  const { word, known } = draw;
  const tab = known(isOld ? 'emailOld' : 'email');
  const columns = [known('nameColumn'), known('typeColumn')].filter((one) => one !== null);
  return {
    title: word('accountSettings'),
    frame: 'window',
    tabs: tab === null ? [] : [{ label: tab, isOpen: true }],
    groups: [
      {
        controls: [
          ...otherButtons(draw, 'new', 'repair'),
          pushButton(word('change'), true),
          {
            kind: 'list',
            label: say('client.outlook.account.label'),
            columns,
            row: addressWords(settings),
            ...toSet(),
          },
        ],
      },
    ],
    buttons: otherButtons(draw, 'close'),
    likeness: 'sketch',
  };
}

/** The account's page. `entering`: the server is set, `leaving`: all is done and Next tests it. */
export function changeAccount(draw: Draw, settings: ClientSettings, stage: 'entering' | 'leaving'): Drawing {
  const { word, known } = draw;
  const isEntering = stage === 'entering';
  const receiving = misnamedReceiving(settings)?.host;
  const isBoth = receiving !== undefined && known('incomingMailServer') !== null;
  const host = hostControl(settings, word('outgoingMailServer'), isBoth ? 2 : 1);
  const lead = known('enterSettings');
  const heading = known('popImapSettings');
  return {
    title: known('changeAccount') ?? heading ?? untitled,
    frame: 'window',
    ...(heading !== null && { heading }),
    ...(lead !== null && { lead }),
    tabs: [],
    groups: [
      ...aboutPerson(draw, settings),
      {
        ...labelled(known('serverInformation')),
        controls: [
          ...ifKnown(draw, 'accountType', (label) => ({
            kind: 'drop-down',
            label,
            value: protocolOf(settings),
            choices: [],
            isDisabled: true,
          })),
          ...ifKnown(draw, 'incomingMailServer', (label) =>
            isEntering && receiving !== undefined
              ? incomingHost(settings, label, 1)
              : kept('text', label, receiving ?? null),
          ),
          isEntering ? host : kept('text', host.label, host.value),
        ],
      },
      ...logon(draw, settings, isEntering, isBoth ? 3 : 2),
      ...testing(draw),
      ...placeOfMail(draw, settings),
      { isAside: true, controls: [pushButton(word('moreSettings'), isEntering ? true : undefined)] },
    ],
    buttons: [
      ...otherButtons(draw, 'back'),
      ...(isEntering ? otherButtons(draw, 'next') : [pushButton(word('next'), true)]),
      ...otherButtons(draw, 'cancel'),
    ],
    likeness: 'exact',
  };
}

/** What a sentence about receiving is chosen by. */
export function receivingWord(settings: ClientSettings): 'misnamed' | 'other' {
  return misnamedReceiving(settings) === undefined ? 'other' : 'misnamed';
}

function labelled(label: string | null): { readonly label?: string } {
  return label === null ? {} : { label };
}

function groupOf(label: string | null, controls: readonly Control[], isAside?: true): Group[] {
  return controls.length === 0 ? [] : [{ ...labelled(label), controls, ...(isAside && { isAside }) }];
}

function aboutPerson(draw: Draw, { mailAddress }: ClientSettings): Group[] {
  const address = mailAddress === '' ? null : mailAddress;
  return groupOf(draw.known('userInformation'), [
    ...ifKnown(draw, 'yourName', (label) => kept('text', label)),
    ...ifKnown(draw, 'emailAddress', (label) => kept('text', label, address)),
  ]);
}

function logon(draw: Draw, settings: ClientSettings, isEntering: boolean, turn: number): Group[] {
  const isTyped = isEntering && needsNewPassword(settings) && sharesLogin(settings);
  return groupOf(draw.known('logonInformation'), [
    ...ifKnown(draw, 'userName', (label) => kept('text', label)),
    ...(isTyped
      ? [sharedPassword(settings, draw.word('password'), turn)]
      : ifKnown(draw, 'password', (label) => kept('password', label))),
    ...ifKnown(draw, 'rememberPassword', (label) => ({ kind: 'check-box', label, isOn: true })),
    ...ifKnown(draw, 'spa', (label) => ({
      kind: 'check-box',
      label,
      isOn: wantsNtlm(settings),
      ...(isEntering && toSet({ turn: isTyped ? turn + 1 : turn, note: spaNote(settings) })),
    })),
  ]);
}

/** Secure Password Authentication is NTLM. */
export function spaNote(settings: ClientSettings): PlainKey {
  return wantsNtlm(settings) ? 'client.outlook.server.spa-wanted' : 'client.outlook.server.spa-note';
}

function testing(draw: Draw): Group[] {
  const controls = [
    ...ifKnown(draw, 'testNow', (label) => pushButton(label)),
    ...ifKnown(draw, 'testAutomatically', (label) => ({ kind: 'check-box', label, isOn: true })),
  ];
  return groupOf(draw.known('testAccountSettings'), controls, true);
}

/** Where mail is kept: asked for POP3, a slider for IMAP; left out where a language's words for it are not known. */
function placeOfMail({ known }: Draw, settings: ClientSettings): Group[] {
  if (protocolOf(settings) === 'IMAP') {
    const [label, all] = [known('mailToKeepOffline'), known('all')];
    if (label === null || all === null) return [];
    return [{ isAside: true, controls: [{ kind: 'slider', label, ends: ['', ''], value: all }] }];
  }
  const label = known('deliverTo');
  const places = [known('newDataFile'), known('existingDataFile')];
  const browse = known('browse');
  if (label === null || browse === null) return [];
  return [
    {
      label,
      isAside: true,
      controls: [
        ...places.flatMap((place): Control[] =>
          place === null ? [] : [{ kind: 'radio', label: place, isOn: null }],
        ),
        pushButton(browse),
      ],
    },
  ];
}

/** As the windows name it; IMAP where only sending was checked. */
export function protocolOf({ incoming }: ClientSettings): 'IMAP' | 'POP3' {
  return incoming?.protocol === 'pop3' ? 'POP3' : 'IMAP';
}

/** A button, which is the next to press where the window's work ends with it. */
export function pushButton(label: string, isNext?: true): ButtonControl {
  return { kind: 'button', label, ...(isNext && { isNext }) };
}
