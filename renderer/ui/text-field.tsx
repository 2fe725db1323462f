import type { HTMLInputAutoCompleteAttribute } from 'react';
import { unbroken, unbrokenName } from './unbroken.ts';

type TextFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  readonly type?: 'text' | 'email' | 'password';
  readonly inputMode?: 'text' | 'email' | 'numeric';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly isShort?: boolean;
  /** The one question of its screen. */
  readonly isLarge?: boolean;
  readonly placeholder?: string;
  /** What Enter does, instead of sending the form around the field. */
  readonly onEnter?: () => void;
};

/** One line of text with its label, its hint and what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { id, label, hint, problem } = props;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {unbrokenName(label)}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {unbroken(hint)}
        </p>
      )}
      {problem && (
        <p className="field-problem" id={`${id}-problem`}>
          {unbroken(problem)}
        </p>
      )}
      <input
        id={id}
        className={`field-input${props.isShort ? ' is-short' : ''}${props.isLarge ? ' is-large' : ''}`}
        placeholder={props.placeholder}
        type={props.type ?? 'text'}
        inputMode={props.inputMode ?? 'text'}
        autoComplete={props.autoComplete ?? 'off'}
        autoCapitalize="none"
        spellCheck={false}
        value={props.value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !props.onEnter) return;
          event.preventDefault();
          props.onEnter();
        }}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
