import type { PlainKey } from '../text/said.ts';
import type { ClientSettings, SecurityWords } from './client.ts';
import type { Control, Group } from './dialog.ts';
import type { OutlookLabel } from './labels/outlook.ts';
import type { Drawing, DrawWith } from './language.ts';
import { type Era, protocolOf, pushButton } from './outlook-windows.ts';
import { toSet } from './step.ts';
import { hostControl, kept, portControl, securityControl, sharesLogin, userControls } from './steps.ts';
import { passwordWords } from './words.ts';

type Draw = DrawWith<OutlookLabel>;

/** The login of the outgoing server. */
export function outgoingTab(draw: Draw, era: Era, settings: ClientSettings): Drawing {
  const { word, known } = draw;
  const { auth } = settings.outgoing;
  const needsLogin = auth !== 'none';
  const isShared = sharesLogin(settings);
  const isOwn = needsLogin && !isShared;
  const spa = known('requireSpa');
  const logOnIncoming: Control = {
    kind: 'radio',
    label: word('logOnIncoming'),
    isOn: false,
    indent: 1,
    ...(!needsLogin && { isDisabled: true }),
  };
  const user = isOwn ? userControls(settings, word('userName'), 3) : [kept('text', word('userName'))];
  const password: Control = isOwn
    ? {
        kind: 'password',
        label: word('password'),
        value: passwordWords(settings.outgoing, settings),
        isStandIn: true,
        ...toSet({ turn: 4 }),
      }
    : kept('password', word('password'));
  const ownLogin: Control[] = [
    ...user,
    password,
    { kind: 'check-box', label: word('rememberPassword'), isOn: isOwn },
    ...(spa === null ? [] : [{ kind: 'check-box', label: spa, isOn: false } as const]),
  ];
  return {
    ...moreSettings(draw, era, 'outgoingServer'),
    groups: [
      {
        controls: [
          { kind: 'check-box', label: word('requiresLogin'), isOn: needsLogin, ...toSet({ turn: 1 }) },
          {
            kind: 'radio',
            label: word('sameSettings'),
            isOn: needsLogin && isShared,
            indent: 1,
            ...(needsLogin && isShared ? toSet({ turn: 2 }) : {}),
            ...(!needsLogin && { isDisabled: true }),
          },
          {
            kind: 'radio',
            label: word('logOnUsing'),
            isOn: isOwn,
            indent: 1,
            ...(isOwn ? toSet({ turn: 2 }) : {}),
            ...(!needsLogin && { isDisabled: true }),
          },
          ...ownLogin.map(
            (control): Control => ({
              ...control,
              indent: 2,
              ...(!isOwn && { isDisabled: true }),
            }),
          ),
          logOnIncoming,
        ],
      },
    ],
  };
}

/** Ports and encryption. The encryption has the first turn, because choosing it may change the port. */
export function advancedTab(draw: Draw, era: Era, settings: ClientSettings, words: SecurityWords): Drawing {
  const { word } = draw;
  const protocol = protocolOf(settings);
  const incomingPort: Control = {
    ...kept('number', word('incomingPort').replace('{protocol}', protocol)),
    beside: { kind: 'button', label: word('useDefaults') },
  };
  const choices = [words.none, words.tls, words.starttls, word('auto')];
  const incomingEncryption: Control =
    protocol === 'IMAP'
      ? { kind: 'drop-down', label: word('encryption'), value: null, choices: [], indent: 1 }
      : {
          kind: 'check-box',
          label: word(era.isOld ? 'popEncryptedOld' : 'popEncrypted'),
          isOn: null,
          indent: 1,
        };
  return {
    ...moreSettings(draw, era, 'advanced'),
    groups: [
      {
        label: word('portNumbers'),
        controls: [
          incomingPort,
          incomingEncryption,
          portControl(settings, word('outgoingPort'), 'client.outlook.advanced.port-note', 2),
          {
            ...securityControl(settings, word('encryption'), words, {
              turn: 1,
              choices,
              ...encryptionNote(settings, era),
            }),
            indent: 1,
          },
        ],
      },
      {
        label: word('timeouts'),
        controls: [
          { kind: 'slider', label: '', ends: [word('short'), word('long')], value: word('oneMinute') },
        ],
      },
      ...restOfAdvanced(draw, protocol),
    ],
    buttons: [pushButton(word('ok'), true), pushButton(word('cancel'))],
  };
}

/** Of 2016 some copies have the newer words. */
function encryptionNote({ outgoing }: ClientSettings, era: Era): { readonly note?: PlainKey } {
  if (outgoing.security === 'none' || !era.isOld || era.hasConnectionTab) return {};
  return { note: `client.outlook.advanced.note-2016.${outgoing.security}` };
}

/** What stands below and is not for sending; left out where a language's words for it are not known. */
function restOfAdvanced({ known }: Draw, protocol: 'IMAP' | 'POP3'): Group[] {
  if (protocol === 'IMAP') {
    const [label, folder] = [known('folders'), known('rootFolder')];
    return label === null || folder === null ? [] : [{ label, controls: [kept('text', folder)] }];
  }
  const label = known('delivery');
  const boxes = [known('leaveCopy'), known('removeAfter'), known('removeDeleted')];
  if (label === null || boxes.includes(null)) return [];
  return [
    {
      label,
      controls: boxes.flatMap((box): Control[] =>
        box === null ? [] : [{ kind: 'check-box', label: box, isOn: null }],
      ),
    },
  ];
}

/** The frame of "More Settings" with one of its tabs open; from "Outgoing Server" the next click is the tab "Advanced". */
function moreSettings({ word }: Draw, era: Era, open: 'outgoingServer' | 'advanced'): Drawing {
  const names = ['general', 'outgoingServer', 'connection', 'advanced'] as const;
  const labels: Readonly<Record<(typeof names)[number], () => string>> = {
    general: () => word('general'),
    outgoingServer: () => word('outgoingServer'),
    connection: () => word('connection'),
    advanced: () => word('advanced'),
  };
  return {
    title: word(era.isOld ? 'internetEmailSettingsOld' : 'internetEmailSettings'),
    frame: 'window',
    tabs: names
      .filter((name) => name !== 'connection' || era.hasConnectionTab)
      .map((name) => ({
        label: labels[name](),
        isOpen: name === open,
        ...(open === 'outgoingServer' && name === 'advanced' && ({ isNext: true } as const)),
      })),
    groups: [],
    buttons: [pushButton(word('ok')), pushButton(word('cancel'))],
    likeness: 'exact',
  };
}

/** The one window of the short way. It has no place for a user name of its own for sending. */
export function shortWindow({ word }: Draw, settings: ClientSettings, words: SecurityWords): Drawing {
  const choices = [words.none, words.tls, words.starttls, word('auto')];
  return {
    title: word('serverSettings'),
    frame: 'window',
    tabs: [],
    groups: [
      { label: word('incomingMail'), controls: [] },
      {
        label: word('outgoingMail'),
        controls: [
          hostControl(settings, word('server'), 1),
          portControl(settings, word('port'), 'client.outlook.advanced.port-note', 3),
          securityControl(settings, word('encryptionMethod'), words, { turn: 2, choices }),
          {
            kind: 'check-box',
            label: word('spa'),
            isOn: false,
            ...toSet({ turn: 4, note: 'client.outlook.server.spa-note' }),
          },
        ],
      },
    ],
    buttons: [pushButton(word('nextShort'), true)],
    likeness: 'sketch',
  };
}
