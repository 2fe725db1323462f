import { say } from '../text/index.ts';
import type { ClientSettings } from './client.ts';
import type { ButtonControl, Control, Group } from './dialog.ts';
import type { OutlookLabel } from './labels/outlook.ts';
import type { Drawing, DrawWith } from './language.ts';
import { toSet } from './step.ts';
import { hostControl, kept } from './steps.ts';
import { addressWords } from './words.ts';

type Draw = DrawWith<OutlookLabel>;

/** What of a version shows in its windows. */
export type Era = {
  /** Up to 2016: "E-mail", "TLS" for STARTTLS, "SSL" for encryption from the start. */
  readonly isOld: boolean;
  /** Up to 2013: a tab "Connection" before the last. */
  readonly hasConnectionTab: boolean;
};

/** The small window that the profile's set-up begins with. */
export function mailSetup({ word }: Draw, { isOld }: Era): Drawing {
  const group = (label: OutlookLabel, button: OutlookLabel, isNext?: true): Group => ({
    label: word(label),
    controls: [pushButton(word(button), isNext)],
  });
  return {
    title: word('mailSetup'),
    frame: 'window',
    tabs: [],
    groups: [
      group('emailAccountsGroup', isOld ? 'emailAccountsOld' : 'emailAccounts', true),
      group('dataFiles', 'dataFilesButton'),
      group('profiles', 'showProfiles'),
    ],
    buttons: [pushButton(word('close'))],
    likeness: 'exact',
  };
}

/** The list of accounts. The names of its other tabs are not confirmed and not drawn. */
export function accountList({ word }: Draw, { isOld }: Era, settings: ClientSettings): Drawing {
  return {
    title: word('accountSettings'),
    frame: 'window',
    tabs: [{ label: word(isOld ? 'emailOld' : 'email'), isOpen: true }],
    groups: [
      {
        controls: [
          pushButton(word('new')),
          pushButton(word('repair')),
          pushButton(word('change'), true),
          {
            kind: 'list',
            label: say('client.outlook.account.label'),
            columns: [word('nameColumn'), word('typeColumn')],
            row: addressWords(settings),
            ...toSet(),
          },
        ],
      },
    ],
    buttons: [pushButton(word('close'))],
    likeness: 'sketch',
  };
}

/** The account's page. `entering`: the server is set, `leaving`: all is done and Next tests it. */
export function changeAccount(draw: Draw, settings: ClientSettings, stage: 'entering' | 'leaving'): Drawing {
  const { word, known } = draw;
  const isEntering = stage === 'entering';
  const host = hostControl(settings, word('outgoingMailServer'), 1);
  const lead = known('enterSettings');
  return {
    title: known('changeAccount') ?? word('popImapSettings'),
    frame: 'window',
    heading: word('popImapSettings'),
    ...(lead !== null && { lead }),
    tabs: [],
    groups: [
      {
        label: word('userInformation'),
        controls: [
          kept('text', word('yourName')),
          kept('text', word('emailAddress'), settings.mailAddress === '' ? null : settings.mailAddress),
        ],
      },
      {
        label: word('serverInformation'),
        controls: [
          {
            kind: 'drop-down',
            label: word('accountType'),
            value: protocolOf(settings),
            choices: [],
            isDisabled: true,
          },
          kept('text', word('incomingMailServer')),
          isEntering ? host : kept('text', host.label, host.value),
        ],
      },
      {
        label: word('logonInformation'),
        controls: [
          kept('text', word('userName')),
          kept('password', word('password')),
          { kind: 'check-box', label: word('rememberPassword'), isOn: true },
          {
            kind: 'check-box',
            label: word('spa'),
            isOn: false,
            ...(isEntering && toSet({ turn: 2, note: 'client.outlook.server.spa-note' })),
          },
        ],
      },
      {
        label: word('testAccountSettings'),
        isAside: true,
        controls: [
          pushButton(word('testNow')),
          { kind: 'check-box', label: word('testAutomatically'), isOn: true },
        ],
      },
      ...placeOfMail(draw, settings),
      { isAside: true, controls: [pushButton(word('moreSettings'), isEntering ? true : undefined)] },
    ],
    buttons: [
      pushButton(word('back')),
      pushButton(word('next'), isEntering ? undefined : true),
      pushButton(word('cancel')),
    ],
    likeness: 'exact',
  };
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
