import { Security } from '../model/endpoint.ts';
import type { Change } from '../model/finding.ts';
import { say } from '../text/index.ts';
import { type PlainKey, type Said, said } from '../text/said.ts';
import type { ClientSettings, LoginWords, SecurityWords, Step } from './client.ts';
import type { ChoiceControl, Control, Dialog, Group, TickControl, TypedControl } from './dialog.ts';
import { inOrderOver, stepOf, toSet } from './step.ts';
import { passwordWords, sendingWords, userWords } from './words.ts';

/** What programs whose labels are known in English alone have in common: one version, one way. */
export const englishOnly = {
  versions: [{ id: 'current', name: said('client.version.current') }],
  languages: ['en'],
  ways: () => [],
} as const;

/** The way to the place where the settings are, in the program's own words. */
export function openStep(path: readonly string[], text: PlainKey, notes: readonly string[] = []): Step {
  return stepOf({ id: 'open', title: say('client.step.open.title'), path, text: say(text), notes });
}

/** The place where the settings are typed, drawn as one window. */
export function serverStep(
  path: readonly string[],
  text: PlainKey,
  dialog: Dialog,
  notes: readonly string[] = [],
): Step {
  return stepOf({
    id: 'server',
    title: say('client.step.server.title'),
    path,
    text: say(text),
    dialogs: [dialog],
    notes,
  });
}

type SketchParts = {
  readonly title: string;
  readonly frame?: Dialog['frame'];
  readonly tabs?: Dialog['tabs'];
  readonly groups: readonly Group[];
  /** The label of the button that keeps the settings, where the program has one and it is known. */
  readonly save?: string;
};

/** A window whose labels are known and whose arrangement is not; its controls are set `inOrder`. */
export function sketchOf({ title, frame = 'window', tabs = [], groups, save }: SketchParts): Dialog {
  return {
    title,
    frame,
    tabs,
    groups: inOrderOver(groups),
    buttons: save === undefined ? [] : [{ kind: 'button', label: save, isNext: true }],
    language: 'en',
    likeness: 'sketch',
    isAbridged: false,
  };
}

/** For programs whose vendor's computers connect, and not the person's own: a block at home is not why they fail. */
export function cloudStep(text: PlainKey): Step {
  return stepOf({ id: 'cloud', title: say('client.step.cloud.title'), path: [], text: say(text) });
}

/**
 * The proof that it works. `outbox`: what the program calls the folder where messages wait that could not be sent, where it does not send
 * them by itself.
 */
export function tryStep(
  settings: ClientSettings,
  text: PlainKey = 'client.step.send.text',
  notes: readonly string[] = [],
): Step {
  return stepOf({
    id: 'send',
    title: say('client.step.send.title'),
    path: [],
    text: say.together([say(text), sendingWords(settings)]).trim(),
    notes,
  });
}

/** As `tryStep`, where the password was typed before: only a page of the provider's could still come up. */
export const tryTyped: typeof tryStep = (settings, ...words) =>
  (settings.outgoing.auth === 'oauth2' ? tryStep : tryUnasked)(settings, ...words);

/** As `tryStep`, where nobody is asked for anything. */
export const tryUnasked: typeof tryStep = (settings, ...words) =>
  tryStep({ ...settings, outgoing: { ...settings.outgoing, auth: 'none' } }, ...words);

/** What is set today, where that differs. */
function today({ change }: ClientSettings, field: Change['field']): string | undefined {
  return change?.find((one) => one.field === field)?.from;
}

/** How a field's change is marked: whether it changes, and from what, in the program's words. */
export function changeMarks(
  settings: ClientSettings,
  field: Change['field'],
  inWords: (value: string) => string = (value) => value,
): { readonly isChanged: boolean; readonly was?: string } {
  const was = today(settings, field);
  return was === undefined ? { isChanged: false } : { isChanged: true, was: inWords(was) };
}

/** The host, under the program's label for it. */
export function hostControl(settings: ClientSettings, label: string, turn?: number): TypedControl {
  const { host } = settings.outgoing;
  return {
    kind: 'text',
    label,
    value: host,
    ...toSet({ ...turned(turn), ...changeMarks(settings, 'host') }),
  };
}

/** What a port whose form sets it by itself is told to wait for: what the program calls its list of encryptions. */
export function afterChoosing(security: string): Said {
  return said('client.step.port-note', { security: security.replace(/\s*[:：]$/, '') });
}

/** The port as it is typed. */
export function portControl(
  settings: ClientSettings,
  label: string,
  note?: PlainKey | Said,
  turn?: number,
): TypedControl {
  const value = String(settings.outgoing.port);
  return {
    kind: 'number',
    label,
    value,
    ...toSet({ ...turned(turn), ...changeMarks(settings, 'port'), note }),
  };
}

type SecurityMarks = {
  readonly note?: PlainKey;
  readonly turn?: number;
  readonly choices?: readonly string[];
};

/** The encryption as it is picked, in the program's words. Without any, the person is told what that means. */
export function securityControl(
  settings: ClientSettings,
  label: string,
  words: SecurityWords,
  { note, turn, choices = [words.none, words.starttls, words.tls] }: SecurityMarks = {},
): ChoiceControl {
  const { security } = settings.outgoing;
  return {
    kind: 'drop-down',
    label,
    value: words[security],
    choices,
    ...toSet({
      ...turned(turn),
      ...changeMarks(settings, 'security', (value) => securityWord(words, value)),
      note: security === 'none' ? 'client.step.plain-note' : note,
    }),
  };
}

/** The encryption where each kind of it is a radio button, in the order of the window. */
export function securityRadios(
  settings: ClientSettings,
  words: SecurityWords,
  kinds: readonly Security[],
  note?: PlainKey,
): TickControl[] {
  const { security } = settings.outgoing;
  return kinds.map((kind) => ({
    kind: 'radio',
    label: words[kind],
    isOn: kind === security,
    ...(kind === security &&
      toSet({
        ...changeMarks(settings, 'security', (value) => securityWord(words, value)),
        note: security === 'none' ? 'client.step.plain-note' : note,
      })),
  }));
}

/** The encryption in programs that have one check box, or on a phone one switch, for both kinds of it. */
export function securityBox(
  settings: ClientSettings,
  label: string,
  kind: TickControl['kind'] = 'check-box',
  turn?: number,
): TickControl {
  const { security } = settings.outgoing;
  return {
    kind,
    label,
    isOn: security !== 'none',
    ...toSet({
      ...turned(turn),
      ...changeMarks(settings, 'security', (value) => boxWord(kind, value)),
      note: boxNote(settings),
    }),
  };
}

/** In the program's own words; a value that no program has a word for stays as it is. */
export function securityWord(words: SecurityWords, value: string): string {
  const security = Security.safeParse(value);
  return security.success ? words[security.data] : value;
}

function boxWord(kind: TickControl['kind'], value: string): string {
  const isOn = value !== 'none';
  return kind === 'switch'
    ? say(isOn ? 'client.was.on' : 'client.was.off')
    : say(isOn ? 'client.was.ticked' : 'client.was.not-ticked');
}

/** One box serves both kinds on the ports that have a usual kind; which of the two a program tries on others is not known. */
function boxNote({ outgoing: { security, port } }: ClientSettings): PlainKey {
  if (security === 'none') return 'client.step.plain-note';
  return port === 587 || port === 465 ? 'client.step.one-box-note' : 'client.step.one-box-note-unusual';
}

/** The user name as it is typed; nothing where the server wants no login. */
export function userControls(
  { outgoing }: ClientSettings,
  label: string,
  turn?: number,
  note?: PlainKey,
): TypedControl[] {
  if (outgoing.auth === 'none') return [];
  const standIn = outgoing.username === '' ? ({ isStandIn: true } as const) : {};
  return [
    { kind: 'text', label, value: userWords(outgoing), ...standIn, ...toSet({ ...turned(turn), note }) },
  ];
}

/**
 * The password of the outgoing server, which many programs keep apart from the one for receiving, leave empty and call "optional". Nothing
 * where the server wants no login.
 */
export function passwordControls(
  settings: ClientSettings,
  label: string,
  { turn, note = 'client.step.password-note' }: { readonly turn?: number; readonly note?: PlainKey } = {},
): TypedControl[] {
  if (settings.outgoing.auth === 'none') return [];
  return [
    {
      kind: 'password',
      label,
      value: passwordWords(settings.outgoing, settings),
      isStandIn: true,
      ...toSet({ ...turned(turn), note }),
    },
  ];
}

/** What the fields for receiving are called; `null` where there is no such field. */
type IncomingLabels = {
  readonly host: string;
  readonly port: string;
  readonly security: string;
  readonly user: string | null;
  readonly password: string;
};

/** The fields for receiving, for programs where an account has to be added once more; nothing where only sending was checked. */
export function incomingControls(
  settings: ClientSettings,
  labels: IncomingLabels,
  words: SecurityWords,
): Control[] {
  const { incoming } = settings;
  if (incoming === null) return [];
  const choices = [words.none, words.starttls, words.tls];
  const user = { label: labels.user ?? '', value: userWords(incoming) };
  return [
    { kind: 'text', label: labels.host, value: incoming.host, ...toSet() },
    { kind: 'number', label: labels.port, value: String(incoming.port), ...toSet() },
    { kind: 'drop-down', label: labels.security, value: words[incoming.security], choices, ...toSet() },
    ...(labels.user === null ? [] : [{ kind: 'text', ...user, ...toSet() } as const]),
    {
      kind: 'password',
      label: labels.password,
      value: passwordWords(incoming, settings),
      isStandIn: true,
      ...toSet(),
    },
  ];
}

/** The kind of login as it is picked, in the program's words. */
export function loginControl(
  { outgoing }: ClientSettings,
  label: string,
  words: LoginWords,
  turn?: number,
): ChoiceControl {
  const word = {
    'password-cleartext': words.password,
    unknown: words.password,
    'password-encrypted': words.encrypted ?? words.password,
    oauth2: words.oauth2 ?? say('client.login.oauth2'),
    none: words.none,
  }[outgoing.auth];
  const value = word ?? say(`client.login.${outgoing.auth}`);
  const known = [words.none, words.password, words.encrypted, words.oauth2].filter((one) => one !== null);
  const choices = known.includes(value) ? [...new Set(known)] : [...new Set([...known, value])];
  return { kind: 'drop-down', label, value, choices, ...toSet(turned(turn)) };
}

/** The kind of login where it is not the usual one; programs that choose it by themselves are left alone else. */
export function unusualLogin(
  { outgoing }: ClientSettings,
  label: string,
  { encrypted, oauth2 }: LoginWords,
): ChoiceControl[] {
  const word = {
    'password-encrypted': encrypted,
    oauth2,
    'password-cleartext': null,
    unknown: null,
    none: null,
  }[outgoing.auth];
  return word === null ? [] : [{ kind: 'drop-down', label, value: word, choices: [word], ...toSet() }];
}

/** A check box, ticked or empty, as the program needs it whatever the server is. */
export function checkBox(label: string, isOn: boolean, note?: PlainKey, turn?: number): TickControl {
  return { kind: 'check-box', label, isOn, ...toSet({ ...turned(turn), note }) };
}

/** A control that stays as it is. */
export function kept(kind: TypedControl['kind'], label: string, value: string | null = null): Control {
  return { kind, label, value };
}

function turned(turn: number | undefined): { readonly turn?: number } {
  return turn === undefined ? {} : { turn };
}
