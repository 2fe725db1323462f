import { say } from '../text/index.ts';
import type { PlainKey } from '../text/said.ts';
import type {
  ClientGroup,
  ClientSettings,
  ClientSource,
  LoginWords,
  Platform,
  ProgramWords,
  SecurityWords,
  SendsFrom,
  Step,
  StepsClient,
} from './client.ts';
import type { Control, Dialog, TickControl } from './dialog.ts';
import { otherWay } from './other-way.ts';
import { isIpv6 } from './required.ts';
import type { SignIn } from './sign-in.ts';
import { stepOf, toSet } from './step.ts';
import {
  afterChoosing,
  changeMarks,
  checkBox,
  cloudStep,
  englishOnly,
  hostControl,
  incomingControls,
  loginControl,
  openStep,
  passwordControls,
  portControl,
  securityBox,
  securityControl,
  serverStep,
  sketchOf,
  tryStep,
  tryTyped,
  tryUnasked,
  userControls,
} from './steps.ts';
import { addressWords } from './words.ts';

/** One field of a form; a label that nobody confirmed is left out, and plain words stand in its place. */
export type SheetField =
  | {
      readonly is: 'server' | 'port' | 'user' | 'password' | 'sender' | 'sender-name';
      readonly label?: string;
    }
  /** A list with a word for each kind of encryption. */
  | { readonly is: 'security'; readonly label?: string; readonly words?: SecurityWords }
  /** One box for both kinds of encryption, or a box for one of them. */
  | { readonly is: 'security-box'; readonly label: string; readonly ticks?: 'tls' | 'starttls' }
  /** A box for verifying the server's certificate; without encryption there is none to verify. */
  | { readonly is: 'verify-box'; readonly label: string }
  /** A box that is always ticked. */
  | { readonly is: 'tick'; readonly label: string }
  /** A list of kinds of login. */
  | { readonly is: 'login'; readonly label: string; readonly words: LoginWords }
  /** A box that is ticked where the server wants a login. */
  | { readonly is: 'login-box'; readonly label?: string }
  /** Host and port in one, as Postfix writes a relay. */
  | { readonly is: 'relay'; readonly label: string }
  /** A list of which always the same is picked. */
  | { readonly is: 'picked'; readonly label: string; readonly value: string };

/** What else is to be known of a form: always, or as far as it is true of these settings. */
export type SheetNote = PlainKey | ((settings: ClientSettings) => readonly string[]);

/** A form whose labels nobody confirmed, in plain words: what every device asks for. */
export const plainFields: readonly SheetField[] = [
  { is: 'server' },
  { is: 'port' },
  { is: 'security' },
  { is: 'login-box' },
  { is: 'user' },
  { is: 'password' },
  { is: 'sender' },
];

/** A form for sending, as data: of a scanner, a camera, a web page of a server, a program whose labels are known in English alone. */
export type Sheet = {
  readonly id: string;
  readonly name: StepsClient['name'];
  readonly shortName?: NonNullable<StepsClient['shortName']>;
  readonly group: ClientGroup;
  readonly source: ClientSource;
  readonly platforms: readonly Platform[];
  /** The way to the form; `@` stands for the person's address. */
  readonly path: readonly string[];
  readonly open: PlainKey;
  readonly text: PlainKey;
  readonly title: string;
  readonly frame?: Dialog['frame'];
  readonly fields: readonly SheetField[];
  /** Label of the button that keeps the settings. */
  readonly save?: string;
  /** Who says that way and labels are so: the maker's own pages; others who did it, where no page of the maker's was found; or nobody. */
  readonly confirmedBy: 'maker' | 'others' | 'nobody';
  readonly notes?: readonly SheetNote[];
  readonly sendsFrom?: SendsFrom;
  /** Its maker's computers connect. */
  readonly cloud?: PlainKey;
  /** A device that may be too old for today's encryption, and sends by itself. */
  readonly isDevice?: true;
  /** It stores: nobody is sent to a NAS from here. */
  readonly isNas?: true;
  /** It knows neither login nor encryption: a server that wants either can only be reached through a relay. */
  readonly isPlainOnly?: true;
  readonly send?: PlainKey;
  /** Perhaps no servers of an account can be changed in it: then the account is added again, with those for receiving too. */
  readonly mayHaveToAdd?: true;
  /** How an account is added that signs in by the browser. */
  readonly signIn?: SignIn;
};

/** The steps of a form: where it is, what is typed into it, the proof, and what else a device may want. */
export function sheetClient(sheet: Sheet): StepsClient {
  const { id, name, shortName, group, source, sendsFrom, platforms, signIn, fields } = sheet;
  return {
    ...englishOnly,
    kind: 'steps',
    id,
    name,
    ...(shortName !== undefined && { shortName }),
    ...(fields.every(({ is }) => is !== 'sender') && { hasNoSender: true as const }),
    group,
    source,
    ...(sendsFrom && { sendsFrom }),
    platforms,
    words: () => wordsOf(sheet),
    imports: [],
    limits: ['client.limit.no-file'],
    ...(signIn && { signIn: () => signIn }),
    steps: (settings) => stepsOf(sheet, settings),
  };
}

function stepsOf(sheet: Sheet, settings: ClientSettings): Step[] {
  const { outgoing } = settings;
  const hasPassword = sheet.fields.some(({ is }) => is === 'password');
  const encryption = encryptionOf(sheet.fields);
  const isThroughRelay = sheet.isPlainOnly && (outgoing.auth !== 'none' || outgoing.security !== 'none');
  // An account alone is no place to look for.
  const way = sheet.path.every((click) => click === '@') ? [] : sheet.path;
  const path = way.map((click) => (click === '@' ? addressWords(settings) : click));
  const dialog = sketchOf({
    title: sheet.title,
    groups: [
      {
        controls: inTurns(
          sheet.fields,
          sheet.fields.map((field) =>
            (isThroughRelay ? relayControls : controlsOf)(field, settings, encryption),
          ),
        ),
      },
    ],
    ...(sheet.frame && { frame: sheet.frame }),
    ...(sheet.save !== undefined && { save: sheet.save }),
  });
  const notes = [
    ...(sheet.notes ?? []).flatMap((note) => (typeof note === 'string' ? [say(note)] : note(settings))),
    ...(isThroughRelay
      ? [say('client.device.through-relay', { host: outgoing.host, port: outgoing.port })]
      : []),
  ];
  return [
    ...(sheet.cloud ? [cloudStep(sheet.cloud)] : []),
    openStep(
      path,
      sheet.open,
      confirmation[sheet.confirmedBy].map((key) => say(key)),
    ),
    serverStep([], sheet.text, dialog, notes),
    ...(sheet.mayHaveToAdd ? [againStep(sheet, settings)] : []),
    // What goes to a relay needs no login, and who has typed the password is not asked for it.
    (isThroughRelay ? tryUnasked : hasPassword ? tryTyped : tryStep)(
      settings,
      sheet.send ?? (sheet.isDevice ? 'client.device.send' : 'client.step.send.text'),
    ),
    ...(sheet.isDevice ? [deviceStep(sheet, isThroughRelay ? undefined : settings)] : []),
  ];
}

/** Where nothing can be changed. An account that fetches by POP3 may hold the only copy of its mail, so it stays. */
function againStep({ title, frame }: Sheet, settings: ClientSettings): Step {
  const step = { id: 'again', title: say('client.again.title'), path: [] };
  const { incoming } = settings;
  if (incoming?.protocol === 'pop3') return stepOf({ ...step, text: say('client.again.pop3') });
  const notes = [say('client.again.pop3-warning')];
  if (incoming === null) return stepOf({ ...step, text: say('client.again.add-unknown'), notes });
  const labels = {
    host: say('client.field.server'),
    port: say('client.field.port'),
    security: say('client.field.security'),
    user: say('client.field.username'),
    password: say('client.field.login'),
  };
  const groups = [{ controls: incomingControls(settings, labels, usual()) }];
  const dialog = sketchOf({ title, groups, ...(frame && { frame }) });
  return stepOf({ ...step, text: say('client.again.add'), notes, dialogs: [dialog] });
}

const confirmation: Readonly<Record<Sheet['confirmedBy'], readonly PlainKey[]>> = {
  maker: [],
  others: ['client.sheet.by-others'],
  nobody: ['client.sheet.by-nobody'],
};

/** What stops devices besides a wrong value: an age without today's encryption, a sender that is not the mailbox's. */
function deviceStep({ isNas }: Sheet, settings: ClientSettings | undefined): Step {
  const isPlain = settings?.outgoing.security === 'none';
  const step = { id: 'device', title: say('client.device.title'), path: [] };
  // Where the server itself knows no encryption, nothing on the device changes that.
  const user =
    settings?.outgoing.username === '' && settings.outgoing.auth !== 'none'
      ? [say('client.device.user')]
      : [];
  if (isPlain) return stepOf({ ...step, text: say.together([...user, say('client.device.plain')]) });
  return stepOf({
    ...step,
    text: say.together([
      ...user,
      say('client.device.old'),
      ...(settings === undefined ? [] : otherWay(settings)),
    ]),
    notes: [say('client.device.relay', { on: isNas ? 'nas' : 'other' })],
  });
}

/** In the form's order, but the port right behind the encryption, which changes it by itself in many forms. */
function inTurns(fields: readonly SheetField[], controls: readonly Control[][]): Control[] {
  const encryption = fields.findLastIndex((field) => field.is === 'security' || field.is === 'security-box');
  return controls.flatMap((ofField, index) => {
    const turn = fields[index]?.is === 'port' ? Math.max(index, encryption) * 2 + 1 : index * 2;
    return ofField.map((control) => (control.set ? { ...control, set: { ...control.set, turn } } : control));
  });
}

/** What the form calls its list or box of encryptions. */
function encryptionOf(fields: readonly SheetField[]): string {
  const field = fields.find((one) => one.is === 'security' || one.is === 'security-box');
  return field?.label ?? say('client.field.security');
}

function controlsOf(field: SheetField, settings: ClientSettings, encryption: string): Control[] {
  const { outgoing } = settings;
  switch (field.is) {
    case 'server':
      return [hostControl(settings, field.label ?? say('client.field.server'))];
    case 'port':
      return [portControl(settings, field.label ?? say('client.field.port'), afterChoosing(encryption))];
    case 'user':
      return userControls(settings, field.label ?? say('client.field.username'));
    case 'password':
      return passwordControls(settings, field.label ?? say('client.field.login'));
    case 'sender':
      return [senderField(settings, field.label ?? say('client.device.sender'))];
    case 'sender-name':
      return nameField(settings, field.label ?? say('client.field.name'));
    case 'security':
      return [securityControl(settings, field.label ?? say('client.field.security'), field.words ?? usual())];
    case 'security-box':
      return [boxOf(field, settings)];
    case 'verify-box':
      return outgoing.security === 'none' ? [] : [checkBox(field.label, true)];
    case 'tick':
      return [checkBox(field.label, true)];
    case 'login':
      return [loginControl(settings, field.label, field.words)];
    case 'login-box':
      return [checkBox(field.label ?? say('client.device.login'), outgoing.auth !== 'none')];
    case 'relay':
      return [relayField(settings, field.label)];
    case 'picked':
      return [
        { kind: 'drop-down', label: field.label, value: field.value, choices: [field.value], ...toSet() },
      ];
  }
}

/** The relay's own place in the network is the person's to know. */
function relayControls(field: SheetField, settings: ClientSettings, encryption: string): Control[] {
  if (field.is !== 'server' && field.is !== 'port') return controlsOf(field, settings, encryption);
  const label = field.label ?? say(`client.field.${field.is}`);
  const value = say(field.is === 'server' ? 'client.device.relay-server' : 'client.device.relay-port');
  return [{ kind: 'text', label, value, isStandIn: true, ...toSet() }];
}

function boxOf(
  { label, ticks }: Extract<SheetField, { is: 'security-box' }>,
  settings: ClientSettings,
): TickControl {
  if (ticks === undefined) return securityBox(settings, label);
  const isOn = settings.outgoing.security === ticks;
  const marks = changeMarks(settings, 'security', (was) =>
    say(was === ticks ? 'client.was.ticked' : 'client.was.not-ticked'),
  );
  return { kind: 'check-box', label, isOn, ...toSet(marks) };
}

/** In brackets, so that the name is looked up as it is and not by its MX. */
function relayField(settings: ClientSettings, label: string): Control {
  const { outgoing } = settings;
  const host = `${isIpv6(outgoing) ? 'ipv6:' : ''}${outgoing.host}`;
  const isChanged = (['host', 'port'] as const).some((field) => changeMarks(settings, field).isChanged);
  return { kind: 'text', label, value: `[${host}]:${outgoing.port}`, ...toSet({ isChanged }) };
}

/** Providers refuse a sender that is not the mailbox's own address. */
function senderField(settings: ClientSettings, label: string): Control {
  const { mailAddress, refusedSender } = settings;
  // Which other address is the account's is not known then.
  const isRefused = mailAddress !== '' && mailAddress.toLowerCase() === refusedSender?.toLowerCase();
  const standIn = isRefused || mailAddress === '' ? ({ isStandIn: true } as const) : {};
  return {
    kind: 'text',
    label,
    value: isRefused ? say('client.device.sender-own') : mailAddress || addressWords(settings),
    ...standIn,
    ...toSet({ note: 'client.device.sender-note' }),
  };
}

function nameField({ displayName }: ClientSettings, label: string): Control[] {
  return displayName === '' ? [] : [{ kind: 'text', label, value: displayName, ...toSet() }];
}

const usual = (): SecurityWords => ({
  none: say('client.security.none'),
  starttls: say('client.security.starttls'),
  tls: say('client.security.tls'),
});

function wordsOf({ fields }: Sheet): ProgramWords {
  const security = fields.find((field) => field.is === 'security');
  const login = fields.find((field) => field.is === 'login');
  return {
    security: security?.words ?? usual(),
    login: login?.words ?? { password: null, encrypted: null, oauth2: null, none: null },
  };
}
