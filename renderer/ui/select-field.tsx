import { unbrokenName } from './unbroken.ts';

type SelectFieldProps<T extends string> = {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
};

/** One of several answers, in the system's own drop-down list. */
export function SelectField<T extends string>({ id, label, options, value, onChange }: SelectFieldProps<T>) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {unbrokenName(label)}
      </label>
      <select
        id={id}
        className="field-input"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
