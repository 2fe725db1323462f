import './drawn.css';
import { useId } from 'react';
import { type Dialog, type Group, settingOrder } from '../../shared/clients/dialog.ts';
import { say } from '../../shared/text/index.ts';
import { ControlDrawing, NextClick } from './control-drawing.tsx';
import type { Purpose } from './control-shape.tsx';

type DialogDrawingProps = {
  readonly dialog: Dialog;
  readonly purpose: Purpose;
};

/**
 * Draws a window of a mail program from its data. It is a picture: for screen readers a figure whose groups and list items are read as
 * text ("Port: 587, number, set this as number 2"), never as fields that could be filled in here. All that can be operated are the
 * Copy buttons beside the values to type.
 */
export function DialogDrawing({ dialog, purpose }: DialogDrawingProps) {
  const id = useId();
  const { title, frame, heading, lead, tabs, groups, buttons, language, likeness, isAbridged } = dialog;
  const shown = { purpose, nextTurn: settingOrder(dialog).length + 1 };
  const main = groups.filter(({ isAside }) => !isAside);
  const aside = groups.filter(({ isAside }) => isAside);
  return (
    <figure className="drawn" aria-labelledby={id}>
      <figcaption id={id} className="quiet small">
        {say(frame === 'phone' ? 'wizard.drawn.phone' : 'wizard.drawn.window', { title })}
        {likeness === 'sketch' && ` ${say('wizard.drawn.sketch')}`}
        {isAbridged && ` ${say('wizard.drawn.abridged')}`}
      </figcaption>
      <div className={`drawn-window drawn-${frame}`} lang={language}>
        <p className="drawn-title">
          {frame === 'mac' && (
            <span className="drawn-lights" aria-hidden="true">
              <span />
              <span />
              <span />
            </span>
          )}
          {title}
          {frame === 'window' && (
            <span className="drawn-close" aria-hidden="true">
              ✕
            </span>
          )}
        </p>
        {heading !== undefined && (
          <div className="drawn-heading">
            <p>
              <strong>{heading}</strong>
            </p>
            {lead !== undefined && <p>{lead}</p>}
          </div>
        )}
        {tabs.length > 0 && (
          <ul className="drawn-tabs" aria-label={say('wizard.drawn.tabs')}>
            {tabs.map(({ label, isOpen, isNext }) => (
              <li key={label} className={isOpen ? 'drawn-tab is-open' : 'drawn-tab'}>
                <span className={isNext && purpose === 'set' ? 'drawn-tab-label is-next' : 'drawn-tab-label'}>
                  {label}
                </span>
                {isOpen && (
                  <span className="for-screen-readers" lang={say.language}>
                    {say('wizard.drawn.tab-open')}
                  </span>
                )}
                {isNext && purpose === 'set' && <NextClick turn={shown.nextTurn} />}
              </li>
            ))}
          </ul>
        )}
        <div className={tabs.length > 0 ? 'drawn-body is-page' : 'drawn-body'}>
          <Column groups={main} {...shown} />
          {aside.length > 0 && <Column groups={aside} {...shown} />}
        </div>
        {buttons.length > 0 && (
          <ul className="drawn-controls drawn-footer">
            {buttons.map((button) => (
              <ControlDrawing key={button.label} control={button} {...shown} />
            ))}
          </ul>
        )}
      </div>
    </figure>
  );
}

type Shown = { readonly purpose: Purpose; readonly nextTurn: number };

function Column({ groups, ...shown }: Shown & { readonly groups: readonly Group[] }) {
  return (
    <div className="drawn-column">
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a window's groups never change places, and some have no label
        <GroupDrawing key={index} group={group} {...shown} />
      ))}
    </div>
  );
}

function GroupDrawing({ group, ...shown }: Shown & { readonly group: Group }) {
  const id = useId();
  const { label, controls } = group;
  const list = (
    <ul className="drawn-controls">
      {controls.map((control, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: labels repeat within a group, and places never change
        <ControlDrawing key={index} control={control} {...shown} />
      ))}
    </ul>
  );
  if (label === undefined) return list;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form, and this is a picture of one
    <div className="drawn-group" role="group" aria-labelledby={id}>
      <p className="drawn-legend" id={id}>
        {label}
      </p>
      {controls.length > 0 && list}
    </div>
  );
}
