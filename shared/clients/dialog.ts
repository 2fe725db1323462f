import type { Language } from './language.ts';

/**
 * A window of a mail program as data: what it says, in which order, by which kind of control, and what a person does in it. One
 * drawing shows any of them, and the steps in words are derived from the same data.
 */
export type Dialog = {
  /** What its title bar says, or the heading of a phone's screen. */
  readonly title: string;
  readonly frame: 'window' | 'mac' | 'phone';
  /** Stand above the controls inside the window. */
  readonly heading?: string;
  readonly lead?: string;
  readonly tabs: readonly Tab[];
  readonly groups: readonly Group[];
  /** Along the lower edge. */
  readonly buttons: readonly ButtonControl[];
  /** The language of its words. Not the person's where their program's words are not known. */
  readonly language: Language;
  /** `sketch`: the labels are the program's, their arrangement is not confirmed. */
  readonly likeness: 'exact' | 'sketch';
  /** Parts that stay as they are were left out. */
  readonly isAbridged: boolean;
};

export type Tab = {
  readonly label: string;
  readonly isOpen: boolean;
  readonly isNext?: true;
};

export type Group = {
  readonly label?: string;
  /** Beside the others, where the window has two columns. */
  readonly isAside?: true;
  readonly controls: readonly Control[];
};

/** What a person sets in a control. A control without it stays as it is. */
export type Setting = {
  /** Its turn in the window, from 1: the encryption comes before the port, whichever stands first. */
  readonly turn: number;
  /** Differs from what is set today. */
  readonly isChanged: boolean;
  /** What stands there today, in the program's words; present only where that changes. */
  readonly was?: string;
  readonly note?: string;
  /** It belongs to receiving, whose server has to change too. */
  readonly isReceiving?: true;
};

type Common = {
  readonly label: string;
  readonly set?: Setting;
  /** Stands behind the control: a button's label, or words such as "Default: 587". */
  readonly beside?: { readonly kind: 'button' | 'words'; readonly label: string };
  /** How many steps it is set in, because it belongs to a control above it. */
  readonly indent?: 1 | 2;
  /** Greyed out. */
  readonly isDisabled?: true;
  /** What to press when everything in the window is set. */
  readonly isNext?: true;
};

export type TypedControl = Common & {
  readonly kind: 'text' | 'number' | 'password';
  /** `null`: whatever stands there today. */
  readonly value: string | null;
  /** The value is words such as "your user name", not what is typed. Always so for a password, which Postway never knows. */
  readonly isStandIn?: true;
};

export type ChoiceControl = Common & {
  readonly kind: 'drop-down';
  readonly value: string | null;
  /** What its list offers, as far as that is known; `value` is among them. */
  readonly choices: readonly string[];
};

export type TickControl = Common & {
  readonly kind: 'check-box' | 'radio' | 'switch';
  /** `null`: as it is today. */
  readonly isOn: boolean | null;
};

export type ButtonControl = Common & { readonly kind: 'button' };

export type SliderControl = Common & {
  readonly kind: 'slider';
  readonly ends: readonly [low: string, high: string];
  readonly value: string;
};

export type ListControl = Common & {
  readonly kind: 'list';
  readonly columns: readonly string[];
  /** The row that is selected. */
  readonly row: string;
};

export type Control =
  | TypedControl
  | ChoiceControl
  | TickControl
  | ButtonControl
  | SliderControl
  | ListControl;

/** Every control of a window, in the order in which it is drawn. */
export function controlsOf({ groups, buttons }: Dialog): readonly Control[] {
  return [...groups.flatMap(({ controls }) => controls), ...buttons];
}

/** The label of what to press next: a tab or a control; `null` where the window asks for none. */
export function nextClick(dialog: Dialog): string | null {
  const clicked = [...dialog.tabs, ...controlsOf(dialog)].find(({ isNext }) => isNext);
  return clicked?.label ?? null;
}

/** The controls that a person sets, in the order in which they set them. */
export function settingOrder(dialog: Dialog): readonly (Control & { readonly set: Setting })[] {
  return controlsOf(dialog)
    .filter((control): control is Control & { readonly set: Setting } => control.set !== undefined)
    .toSorted((one, other) => one.set.turn - other.set.turn);
}
