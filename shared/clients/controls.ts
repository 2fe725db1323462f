import type { Change } from '../model/finding.ts';
import { say } from '../text/index.ts';
import { type PlainKey, type Said, said } from '../text/said.ts';
import type { ClientSettings, LoginWords } from './client.ts';
import type { ChoiceControl, Control, TickControl, TypedControl } from './dialog.ts';
import { takesLoginAlone, wantsNtlm } from './offered.ts';
import { toSet } from './step.ts';
import { passwordWords, userWords } from './words.ts';

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

/** The user name as it is typed; nothing where the server wants no login. */
export function userControls(
  settings: ClientSettings,
  label: string,
  turn?: number,
  note?: PlainKey,
): TypedControl[] {
  const { outgoing } = settings;
  if (outgoing.auth === 'none') return [];
  const standIn = outgoing.username === '' ? ({ isStandIn: true } as const) : {};
  return [
    {
      kind: 'text',
      label,
      value: userWords(outgoing, settings),
      ...standIn,
      ...toSet({ ...turned(turn), note }),
    },
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
      ...toSet({ ...turned(turn), note: settings.isForComparing ? undefined : note }),
    },
  ];
}

/** The kind of login as it is picked, in the program's words. */
export function loginControl(
  settings: ClientSettings,
  label: string,
  words: LoginWords,
  turn?: number,
): ChoiceControl {
  const { outgoing } = settings;
  const word = {
    'password-cleartext': takesLoginAlone(settings) ? (words.login ?? words.password) : words.password,
    unknown: wantsNtlm(settings) ? (words.ntlm ?? words.password) : words.password,
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

/** A turn where one is given. */
export function turned(turn: number | undefined): { readonly turn?: number } {
  return turn === undefined ? {} : { turn };
}
