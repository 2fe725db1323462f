import { unbroken, unbrokenName } from './unbroken.ts';

type TextAreaProps = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
};

/** Several lines of text with their label and hint. What is longer than `maxLength` is cut. */
export function TextArea({ id, label, hint, value, maxLength, onChange }: TextAreaProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {unbrokenName(label)}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {unbroken(hint)}
      </p>
      <textarea
        id={id}
        className="field-input"
        rows={3}
        spellCheck={false}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value.slice(0, maxLength))}
      />
    </div>
  );
}
