import type { Change } from '../model/finding.ts';
import { say } from '../text/index.ts';
import type { ClientSettings, StepField } from './client.ts';

type Marks = {
  /** Together: the settings that say whether this field differs from what is set today. */
  readonly changed?: Pick<ClientSettings, 'change'>;
  readonly field?: Change['field'];
  readonly note?: string;
};

/** A value that is typed, and therefore worth copying. */
export function typedField(label: string, value: string, marks: Marks = {}): StepField {
  return { label, value, control: 'text', ...markings(marks) };
}

/** Something picked from a list, or a radio button. */
export function choiceField(label: string, value: string, marks: Marks = {}): StepField {
  return { label, value, control: 'choice', ...markings(marks) };
}

/** A check box, ticked or empty. */
export function tickField(label: string, isTicked: boolean, marks: Marks = {}): StepField {
  return {
    label,
    value: say(isTicked ? 'client.tick' : 'client.untick'),
    control: 'check-box',
    ...markings(marks),
  };
}

function markings({ changed, field, note }: Marks): Pick<StepField, 'isChanged' | 'note'> {
  const isChanged = changed?.change?.some((one) => one.field === field) ?? false;
  return note === undefined ? { isChanged } : { isChanged, note };
}
