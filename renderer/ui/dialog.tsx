import { type ReactNode, useEffect, useId, useRef } from 'react';

type DialogProps = {
  readonly title: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** Asks before something cannot be undone. Escape cancels; focus stays inside and returns where it was. */
export function Dialog({ title, confirm, cancel, onConfirm, onCancel, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    dialog.current?.showModal();
    safe.current?.focus(); // so that Enter, pressed once too often, loses nothing
    return () => {
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onCancel}>
      <div className="stack">
        <h2 id={id}>{title}</h2>
        <div>{children}</div>
        <div className="row">
          <button type="button" className="button button-main" onClick={onConfirm}>
            {confirm}
          </button>
          <button type="button" className="button" ref={safe} onClick={() => dialog.current?.close()}>
            {cancel}
          </button>
        </div>
      </div>
    </dialog>
  );
}
