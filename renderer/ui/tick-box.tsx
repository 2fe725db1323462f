import { type ReactNode, useId } from 'react';
import { unbroken, unbrokenName } from './unbroken.ts';

type TickBoxProps = {
  readonly label: ReactNode;
  readonly hint?: string;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
};

/** A box to tick, with its label and an optional hint. */
export function TickBox({ label, hint, isTicked, onChange }: TickBoxProps) {
  const id = useId();
  return (
    <div className="tick">
      <input
        type="checkbox"
        id={id}
        checked={isTicked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{typeof label === 'string' ? unbrokenName(label) : label}</label>
      {hint && (
        <p className="tick-hint" id={`${id}-hint`}>
          {unbroken(hint)}
        </p>
      )}
    </div>
  );
}
