import type { Change } from '../model/finding.ts';
import { say } from '../text/index.ts';
import { type PlainKey, said } from '../text/said.ts';
import type { ClientSettings, LoginWords, SecurityWords, Step } from './client.ts';
import type { ChoiceControl, Control, Dialog, Group, TickControl, TypedControl } from './dialog.ts';
import { inOrder, stepOf, toSet } from './step.ts';
import { sendingWords, userWords } from './words.ts';

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

function inOrderOver(groups: readonly Group[]): readonly Group[] {
  const ordered = [...inOrder(groups.flatMap(({ controls }) => controls))];
  return groups.map((group) => ({ ...group, controls: ordered.splice(0, group.controls.length) }));
}

/** For programs whose vendor's computers connect, and not the person's own: a block at home is not why they fail. */
export function cloudStep(text: PlainKey): Step {
  return stepOf({ id: 'cloud', title: say('client.step.cloud.title'), path: [], text: say(text) });
}

/** The proof that it works. */
export function tryStep(settings: ClientSettings, text: PlainKey = 'client.step.send.text'): Step {
  return stepOf({
    id: 'send',
    title: say('client.step.send.title'),
    path: [],
    text: [say(text), sendingWords(settings)].join(' ').trim(),
  });
}

/** Whether this setting differs from what is set today. */
export function isChanged({ change }: ClientSettings, field: Change['field']): boolean {
  return change?.some((one) => one.field === field) ?? false;
}

/** The host, under the program's label for it. */
export function hostControl(settings: ClientSettings, label: string, turn?: number): TypedControl {
  const { host } = settings.outgoing;
  return {
    kind: 'text',
    label,
    value: host,
    ...toSet({ ...turned(turn), isChanged: isChanged(settings, 'host') }),
  };
}

/** The port as it is typed. */
export function portControl(
  settings: ClientSettings,
  label: string,
  note?: PlainKey,
  turn?: number,
): TypedControl {
  const value = String(settings.outgoing.port);
  return {
    kind: 'number',
    label,
    value,
    ...toSet({ ...turned(turn), isChanged: isChanged(settings, 'port'), note }),
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
      isChanged: isChanged(settings, 'security'),
      note: security === 'none' ? 'client.step.plain-note' : note,
    }),
  };
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
      isChanged: isChanged(settings, 'security'),
      note: security === 'none' ? 'client.step.plain-note' : 'client.step.one-box-note',
    }),
  };
}

/** The user name as it is typed; nothing where the server wants no login. */
export function userControls({ outgoing }: ClientSettings, label: string, turn?: number): TypedControl[] {
  if (outgoing.auth === 'none') return [];
  const standIn = outgoing.username === '' ? ({ isStandIn: true } as const) : {};
  return [{ kind: 'text', label, value: userWords(outgoing), ...standIn, ...toSet(turned(turn)) }];
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

/** Whether the login for receiving serves for sending as well. Unknown counts as yes: it nearly always does. */
export function sharesLogin({ outgoing, incoming }: ClientSettings): boolean {
  return incoming === null || incoming.username === outgoing.username;
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
