import type { PlainKey } from '../text/said.ts';
import { type Said, said } from '../text/said.ts';
import type { ClientSettings, SecurityWords } from './client.ts';
import { hostControl, kept, passwordControls, portControl, userControls } from './controls.ts';
import type { Control, Group } from './dialog.ts';
import { incomingHost } from './incoming-controls.ts';
import type { OutlookLabel } from './labels/outlook.ts';
import type { Drawing, DrawWith } from './language.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { wantsNtlm } from './offered.ts';
import { type Era, ifKnown, otherButtons, protocolOf, pushButton, spaNote } from './outlook-windows.ts';
import { securityControl } from './security-control.ts';
import { sharesLogin } from './shared-login.ts';
import { toSet } from './step.ts';
import { untitled } from './steps.ts';

type Draw = DrawWith<OutlookLabel>;

/** The login of the outgoing server. */
export function outgoingTab(draw: Draw, era: Era, settings: ClientSettings): Drawing {
  const { word } = draw;
  const { auth } = settings.outgoing;
  const needsLogin = auth !== 'none';
  const isShared = sharesLogin(settings);
  const isOwn = needsLogin && !isShared;
  const logOnIncoming = ifKnown(draw, 'logOnIncoming', (label) => ({
    kind: 'radio',
    label,
    isOn: false,
    indent: 1,
    ...(!needsLogin && { isDisabled: true }),
  }));
  const user = isOwn
    ? userControls(settings, word('userName'), 3)
    : ifKnown(draw, 'userName', (label) => kept('text', label));
  const password = isOwn
    ? passwordControls(settings, word('password'), { turn: 4 })
    : ifKnown(draw, 'password', (label) => kept('password', label));
  const ownLogin: Control[] = [
    ...user,
    ...password,
    ...ifKnown(draw, 'rememberPassword', (label) => ({ kind: 'check-box', label, isOn: isOwn })),
    ...ifKnown(draw, 'requireSpa', (label) => ({ kind: 'check-box', label, isOn: false })),
  ];
  const ownLoginRadio = (label: string): Control => ({
    kind: 'radio',
    label,
    isOn: isOwn,
    indent: 1,
    ...(isOwn ? toSet({ turn: 2 }) : {}),
    ...(!needsLogin && { isDisabled: true }),
  });
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
          ...(isOwn ? [ownLoginRadio(word('logOnUsing'))] : ifKnown(draw, 'logOnUsing', ownLoginRadio)),
          ...ownLogin.map(
            (control): Control => ({
              ...control,
              indent: 2,
              ...(!isOwn && { isDisabled: true }),
            }),
          ),
          ...logOnIncoming,
        ],
      },
    ],
  };
}

/** Ports and encryption. The encryption has the first turn, because choosing it may change the port. */
export function advancedTab(draw: Draw, era: Era, settings: ClientSettings, words: SecurityWords): Drawing {
  const { word, known } = draw;
  const protocol = protocolOf(settings);
  const defaults = known('useDefaults');
  const numbers = known('portNumbers');
  const incomingPort = ifKnown(draw, 'incomingPort', (label) => ({
    ...kept('number', label.replace('{protocol}', protocol)),
    ...(defaults !== null && { beside: { kind: 'button', label: defaults } as const }),
  }));
  const incomingEncryption =
    protocol === 'IMAP'
      ? ifKnown(draw, 'encryption', (label) => ({
          kind: 'drop-down',
          label,
          value: null,
          choices: [],
          indent: 1,
        }))
      : ifKnown(draw, era.isOld ? 'popEncryptedOld' : 'popEncrypted', (label) => ({
          kind: 'check-box',
          label,
          isOn: null,
          indent: 1,
        }));
  const choices = encryptionChoices(draw, settings, words);
  return {
    ...moreSettings(draw, era, 'advanced'),
    groups: [
      {
        ...(numbers !== null && { label: numbers }),
        controls: [
          ...incomingPort,
          ...incomingEncryption,
          portControl(settings, word('outgoingPort'), typedAfter(word('encryption')), 2),
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
      ...timeouts(draw),
      ...restOfAdvanced(draw, protocol),
    ],
    buttons: [pushButton(word('ok'), true), ...otherButtons(draw, 'cancel')],
  };
}

/** What the list offers, as far as the words are known; what is picked always is, or the window is drawn in English. */
function encryptionChoices(
  { word, known }: Draw,
  { outgoing }: ClientSettings,
  words: SecurityWords,
): readonly string[] {
  const none = outgoing.security === 'none' ? word('none') : known('none');
  return [none, words.tls, words.starttls, known('auto')].filter((one) => one !== null);
}

function timeouts({ known }: Draw): Group[] {
  const [label, short, long, value] = [known('timeouts'), known('short'), known('long'), known('oneMinute')];
  if (label === null || short === null || long === null || value === null) return [];
  return [{ label, controls: [{ kind: 'slider', label: '', ends: [short, long], value }] }];
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
function moreSettings(draw: Draw, era: Era, open: 'outgoingServer' | 'advanced'): Drawing {
  const { word, known } = draw;
  const names = ['general', 'outgoingServer', 'connection', 'advanced'] as const;
  const labels: Readonly<Record<(typeof names)[number], () => string | null>> = {
    general: () => known('general'),
    outgoingServer: () => word('outgoingServer'),
    connection: () => known('connection'),
    advanced: () => word('advanced'),
  };
  return {
    title: known(era.isOld ? 'internetEmailSettingsOld' : 'internetEmailSettings') ?? untitled,
    frame: 'window',
    tabs: names
      .filter((name) => name !== 'connection' || era.hasConnectionTab)
      .flatMap((name) => {
        const label = labels[name]();
        const isNext = open === 'outgoingServer' && name === 'advanced';
        return label === null ? [] : [{ label, isOpen: name === open, ...(isNext && { isNext }) }];
      }),
    groups: [],
    buttons: otherButtons(draw, 'ok', 'cancel'),
    likeness: 'exact',
  };
}

/** The one window of the short way. It has no place for a user name of its own for sending. */
export function shortWindow(draw: Draw, settings: ClientSettings, words: SecurityWords): Drawing {
  const { word } = draw;
  const choices = encryptionChoices(draw, settings, words);
  const isBoth = misnamedReceiving(settings) !== undefined;
  const turn = isBoth ? 2 : 1;
  return {
    title: word('serverSettings'),
    frame: 'window',
    tabs: [],
    groups: [
      {
        label: word('incomingMail'),
        controls: isBoth ? [incomingHost(settings, word('server'), 1)] : [],
      },
      {
        label: word('outgoingMail'),
        controls: [
          hostControl(settings, word('server'), turn),
          portControl(settings, word('port'), typedAfter(word('encryptionMethod')), turn + 2),
          securityControl(settings, word('encryptionMethod'), words, { turn: turn + 1, choices }),
          ...ifKnown(draw, 'spa', (label) => ({
            kind: 'check-box',
            label,
            isOn: wantsNtlm(settings),
            ...toSet({ turn: turn + 3, note: spaNote(settings) }),
          })),
        ],
      },
    ],
    buttons: [pushButton(word('nextShort'), true)],
    likeness: 'sketch',
  };
}

function typedAfter(security: string): Said {
  return said('client.outlook.advanced.port-note', { security: security.replace(/\s*[:：]$/, '') });
}
