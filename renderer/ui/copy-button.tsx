import { useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';

type CopyButtonProps = {
  readonly text: string;
  /** What the button says: "Copy", "Copied", and "Press Ctrl+C" when the system would not. */
  readonly words: { readonly copy: string; readonly copied: string; readonly failed: string };
  /** The name for screen readers, such as "Copy server". It stays when the button says "Copied": that is told by itself, once. */
  readonly name: string;
};

/** How long "Copied" stays, in milliseconds: long enough to be read, short enough to copy again. */
const shownMs = 2000;

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, words, name }: CopyButtonProps) {
  const [state, setState] = useState<'copy' | 'copied' | 'failed'>('copy');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = async () => {
    setState((await copyText(text)) ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('copy'), shownMs);
  };

  return (
    <>
      <button
        type="button"
        className="button button-small"
        aria-label={name}
        onClick={() => void copy() /* copyText never rejects */}
      >
        <Icon name={state === 'copied' ? 'good' : 'copy'} size={16} />
        {words[state]}
      </button>
      <span className="for-screen-readers" role="status">
        {state === 'copy' ? '' : words[state]}
      </span>
    </>
  );
}

/** Whether the text reached the clipboard. Where the clipboard is denied, the older command is tried. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'for-screen-readers';
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return isCopied;
  }
}
