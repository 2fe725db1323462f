import { type ReactNode, useEffect, useId, useRef } from 'react';
import { unbrokenIn, unbrokenName } from './unbroken.ts';

type DialogProps = {
  readonly title: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** Focus begins in the first field instead of on Cancel. */
  readonly isFieldFirst?: boolean;
  /** To confirm loses something: Cancel is the main button, and stands first. */
  readonly isDestructive?: boolean;
  /** There is nothing left to confirm: only Cancel is shown. */
  readonly isAnswered?: boolean;
  readonly children: ReactNode;
};

/** Asks for one thing: before something cannot be undone, or for a field. Escape cancels; focus stays inside and returns where it was. */
export function Dialog(props: DialogProps) {
  const { title, confirm, cancel, onConfirm, onCancel } = props;
  const { isFieldFirst = false, isDestructive = false, isAnswered = false } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    dialog.current?.showModal();
    const field = isFieldFirst ? dialog.current?.querySelector('input') : null;
    (field ?? safe.current)?.focus(); // on Cancel, so that Enter, pressed once too often, loses nothing
    return () => {
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
    };
  }, [isFieldFirst]);
  useEffect(() => {
    if (isAnswered) safe.current?.focus(); // what had the focus is gone
  }, [isAnswered]);
  const close = (
    <button
      type="button"
      className={isDestructive ? 'button button-main' : 'button'}
      ref={safe}
      onClick={() => dialog.current?.close()}
    >
      {cancel}
    </button>
  );
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onCancel}>
      <div className="stack">
        <h2 id={id}>{unbrokenName(title)}</h2>
        <div>{unbrokenIn(props.children)}</div>
        <div className="row">
          {isDestructive && close}
          {!isAnswered && (
            <button
              type="button"
              className={isDestructive ? 'button' : 'button button-main'}
              onClick={() => onConfirm()}
            >
              {confirm}
            </button>
          )}
          {!isDestructive && close}
        </div>
      </div>
    </dialog>
  );
}
