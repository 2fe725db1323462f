import { unbroken, unbrokenName } from './unbroken.ts';

export type Choice<T extends string> = {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
};

type ChoicesProps<T extends string> = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** The legend repeats the screen's heading: only screen readers need it. */
  readonly isLabelHidden?: boolean;
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly problem?: string | undefined;
  readonly layout?: 'list' | 'row' | 'columns';
};

/** One of a few answers, as radio buttons; the first carries the id that a problem's link points to. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { id, label, hint, choices, value, onChange, problem, layout = 'list' } = props;
  return (
    <fieldset aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className={props.isLabelHidden ? 'for-screen-readers' : 'field-label'}>
        {unbrokenName(label)}
      </legend>
      {hint && <p className="field-hint">{unbroken(hint)}</p>}
      {problem && (
        <p className="field-problem" id={`${id}-problem`}>
          {unbroken(problem)}
        </p>
      )}
      <div className={`choices choices-in-${layout}`}>
        {choices.map((choice, index) => (
          <label className="choice" key={choice.value}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={id}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : undefined}
              aria-label={choice.label}
              onChange={() => onChange(choice.value)}
            />
            <span>{unbrokenName(choice.label)}</span>
            {choice.hint && (
              <span className="choice-hint" id={`${id}-${choice.value}-hint`}>
                {unbroken(choice.hint)}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
