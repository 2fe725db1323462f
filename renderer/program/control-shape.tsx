import type { ReactNode } from 'react';
import type { Control } from '../../shared/clients/dialog.ts';
import { say } from '../../shared/text/index.ts';

/** `set`: the person sets what is numbered and presses what comes next. `read`: the person looks up what is marked. */
export type Purpose = 'set' | 'read';

type ControlShapeProps = { readonly control: Control; readonly purpose: Purpose };

/** What a control looks like, with its kind and state in words for those who do not see it. */
export function ControlShape({ control, purpose }: ControlShapeProps) {
  switch (control.kind) {
    case 'text':
    case 'number':
    case 'password':
    case 'drop-down': {
      const isStandIn = control.value === null || ('isStandIn' in control && control.isStandIn === true);
      return (
        <span className="drawn-row">
          <span className="drawn-label">{control.label}</span>
          <span className="drawn-with">
            <span className="drawn-field">
              <span
                className={isStandIn ? 'drawn-value is-words' : 'drawn-value'}
                {...(isStandIn && { lang: 'en' })}
              >
                {control.value ?? (purpose === 'set' ? say('wizard.drawn.as-it-is') : '…')}
              </span>
              {control.kind === 'drop-down' && (
                <span className="drawn-arrow" aria-hidden="true">
                  ▾
                </span>
              )}
            </span>
            {control.beside && (
              <span className={control.beside.kind === 'button' ? 'drawn-button' : 'drawn-words'}>
                {control.beside.label}
              </span>
            )}
            <State>{say(`wizard.drawn.kind.${control.kind}`)}</State>
          </span>
        </span>
      );
    }
    case 'check-box':
    case 'radio':
    case 'switch': {
      const state = control.isOn === null ? 'kept' : control.isOn ? 'on' : 'off';
      return (
        <span className="drawn-tick">
          <span className={`drawn-${control.kind} is-${state}`} aria-hidden="true" />
          <span className="drawn-label">{control.label}</span>
          <State>
            {say(`wizard.drawn.kind.${control.kind}`)}, {say(`wizard.drawn.state.${state}`)}
          </State>
          {purpose === 'set' && control.set && (
            <span className="drawn-say" lang={say.language}>
              {say(deeds[control.kind][control.isOn ? 'on' : 'off'])}
            </span>
          )}
        </span>
      );
    }
    case 'slider':
      return (
        <span className="drawn-row">
          {control.label !== '' && <span className="drawn-label">{control.label}</span>}
          <span className="drawn-with">
            {control.ends[0]}
            <span className="drawn-slider" aria-hidden="true" />
            {control.ends[1]}
            <span className="drawn-words">{control.value}</span>
            <State>{say('wizard.drawn.kind.slider')}</State>
          </span>
        </span>
      );
    case 'list':
      return (
        <span className="drawn-list">
          {control.columns.length > 0 && (
            <span className="drawn-columns">
              {control.columns.map((column) => (
                <span key={column}>{column}</span>
              ))}
            </span>
          )}
          <span className="drawn-chosen">
            {control.row}
            <State>{say('wizard.drawn.kind.list')}</State>
          </span>
        </span>
      );
    case 'button':
      return (
        <span className="drawn-button">
          {control.label}
          <State>{say('wizard.drawn.kind.button')}</State>
        </span>
      );
    default:
      return control satisfies never;
  }
}

/** What a person does to get it into that state. */
const deeds = {
  'check-box': { on: 'client.tick', off: 'client.untick' },
  radio: { on: 'client.select', off: 'client.untick' },
  switch: { on: 'client.switch-on', off: 'client.switch-off' },
} as const;

function State({ children }: { readonly children: ReactNode }) {
  return (
    <span className="for-screen-readers" lang={say.language}>
      {' '}
      ({children}){' '}
    </span>
  );
}
