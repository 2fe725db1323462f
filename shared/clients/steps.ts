import { say } from '../text/index.ts';
import { type PlainKey, said } from '../text/said.ts';
import type { ClientSettings, Step } from './client.ts';
import type { Dialog, Group } from './dialog.ts';
import { inOrderOver, stepOf } from './step.ts';
import { sendingWords } from './words.ts';

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

/** Stands in a title bar whose words are not known. */
export const untitled = '…';

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
