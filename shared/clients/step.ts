import { say } from '../text/index.ts';
import type { PlainKey, Said } from '../text/said.ts';
import type { Step, StepField } from './client.ts';
import { type Control, type Dialog, type Group, nextClick, type Setting, settingOrder } from './dialog.ts';
import type { Drawn, Labels, Language } from './language.ts';

type StepParts = Pick<Step, 'id' | 'title' | 'path' | 'text'> & {
  readonly dialogs?: readonly Dialog[];
  readonly notes?: readonly string[];
};

/** A step with its windows, and what is set in them as fields. */
export function stepOf({ dialogs = [], notes = [], ...parts }: StepParts): Step {
  return { ...parts, notes, dialogs, fields: dialogs.flatMap(fieldsOf) };
}

/**
 * Steps that are read one after the other on a page: what an earlier one has noted, a later one does not note again. No window is drawn there, so
 * each label stands in the person's language where it is known, and no glossary above it.
 */
export function onPaper(steps: readonly Step[]): readonly Step[] {
  const told = new Set<string>();
  return steps.map(({ glossary, ...step }) => {
    const notes = step.notes.filter((note) => !told.has(note) && note !== glossary?.note);
    for (const note of notes) told.add(note);
    return {
      ...step,
      notes,
      fields: step.fields.map((field) => inOwnWords(field, glossary?.own ?? new Map())),
    };
  });
}

function inOwnWords(field: StepField, own: ReadonlyMap<string, string>): StepField {
  const { label, note } = field;
  const named = [...own].reduce(
    (words, [english, known]) => renamed(words, bare(english), bare(known)),
    note,
  );
  return { ...field, label: own.get(label) ?? label, ...(named !== undefined && { note: named }) };
}

/** How our languages quote a label. */
const quotes = ['""', '„“', '“”', '«»', '«\u00a0\u00a0»', '「」'].map((pair) => [
  pair.slice(0, pair.length / 2),
  pair.slice(pair.length / 2),
]);

function renamed(sentence: string | undefined, english: string, own: string): string | undefined {
  return quotes.reduce(
    (words, [open, close]) => words?.replaceAll(`${open}${english}${close}`, `${open}${own}${close}`),
    sentence,
  );
}

/** A label inside a sentence. */
function bare(label: string): string {
  return label.replace(/\s*[:：]$/, '');
}

/** What is read of a step's fields: a row of a list that its way names already is no value to be set. */
export function fieldsToRead({ path, fields }: Step): readonly StepField[] {
  return fields.filter(({ control, value }) => control !== 'choice' || !path.includes(value));
}

/** A click of a path: a label by its key, or words that no table has, such as the person's address. */
export type Click<Key extends string> = Key | { readonly as: string };

type TranslatedParts<Key extends string> = Omit<StepParts, 'path' | 'dialogs'> & {
  readonly path: readonly Click<Key>[];
  readonly drawn?: readonly Drawn[];
};

/** A step in the words of a table; where these are not all known in the person's language, its note says so. */
export function translatedStep<Key extends string>(
  labels: Labels<Key>,
  language: Language,
  { path, drawn = [], notes = [], ...parts }: TranslatedParts<Key>,
): Step {
  const keys = path.filter((click) => typeof click === 'string');
  const isPathMixed = labels.missing(keys).length > 0;
  const isEnglish = language !== 'en' && drawn.some(({ dialog }) => dialog.language === 'en');
  const named = { language: say(`client.language.name.${language}`) };
  const words = drawn.flatMap(neededWords);
  const glossary = words.length > 0 ? say('client.language.glossary', { ...named, words }) : null;
  const step = stepOf({
    ...parts,
    path: path.map((click) => (typeof click === 'string' ? labels.word(click) : click.as)),
    dialogs: drawn.map(({ dialog }) => dialog),
    notes: [
      ...notes,
      ...(isPathMixed || isEnglish ? [say('client.language.english', named)] : []),
      ...(isEnglish && glossary !== null ? [glossary] : []),
    ],
  });
  const own = new Map(drawn.flatMap((one) => [...one.glossary]));
  return isEnglish ? { ...step, glossary: { own, note: glossary } } : step;
}

/** Of the words that are known although the window is in English, those that this step is about. */
function neededWords({ dialog, glossary }: Drawn): string[] {
  const { title, tabs } = dialog;
  const needed = [
    title,
    ...tabs.map(({ label }) => label),
    ...settingOrder(dialog).map(({ label }) => label),
    nextClick(dialog),
  ];
  return [...glossary]
    .filter(([english]) => needed.includes(english))
    .map(([english, own]) => say('client.language.word', { english, own }));
}

/** What marks a control as one that the person sets; turns are counted by `inOrder` or given. */
export function toSet(more: Marks = {}): { readonly set: Setting } {
  const { turn = 1, isChanged = false, was, note, isReceiving } = more;
  return {
    set: {
      turn,
      isChanged,
      ...(isChanged && was !== undefined && { was }),
      ...(note !== undefined && { note: typeof note === 'string' ? say(note) : say(note) }),
      ...(isReceiving && { isReceiving }),
    },
  };
}

type Marks = {
  readonly turn?: number;
  readonly isChanged?: boolean;
  /** Today's value in the program's words. */
  readonly was?: string | undefined;
  readonly note?: PlainKey | Said | undefined;
  readonly isReceiving?: true;
};

/** Controls that are set in the order in which they stand; those that were given a later turn come after the others. */
export function inOrder(controls: readonly Control[]): readonly Control[] {
  const order = controls.toSorted((one, other) => (one.set?.turn ?? 0) - (other.set?.turn ?? 0));
  const settable = order.filter(({ set }) => set !== undefined);
  return controls.map((control) =>
    control.set === undefined
      ? control
      : { ...control, set: { ...control.set, turn: settable.indexOf(control) + 1 } },
  );
}

/** As `inOrder`, over all groups of a window. */
export function inOrderOver(groups: readonly Group[]): readonly Group[] {
  const ordered = [...inOrder(groups.flatMap(({ controls }) => controls))];
  return groups.map((group) => ({ ...group, controls: ordered.splice(0, group.controls.length) }));
}

function fieldsOf(dialog: Dialog): StepField[] {
  return settingOrder(dialog).map((control) => {
    const { isChanged, was, note } = control.set;
    return {
      ...fieldValue(control),
      label: control.label,
      isChanged,
      ...(was !== undefined && { was }),
      ...(note !== undefined && { note }),
    };
  });
}

function fieldValue(control: Control): Pick<StepField, 'value' | 'control'> {
  switch (control.kind) {
    case 'text':
    case 'number':
      return { value: control.value ?? '', control: 'text' };
    case 'password':
    case 'drop-down':
      return { value: control.value ?? '', control: 'choice' };
    case 'radio':
      return { value: say('client.select'), control: 'choice' };
    case 'check-box':
      return { value: say(control.isOn ? 'client.tick' : 'client.untick'), control: 'check-box' };
    case 'switch':
      return { value: say(control.isOn ? 'client.switch-on' : 'client.switch-off'), control: 'choice' };
    case 'list':
      return { value: control.row, control: 'choice' };
    case 'button':
    case 'slider':
      throw new Error(`"${control.label}" is a ${control.kind}, which holds nothing to set`);
    default:
      return control satisfies never;
  }
}
