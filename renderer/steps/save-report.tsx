import { useState } from 'react';
import type { ExportedFile } from '../../shared/contract/contract.ts';
import { say } from '../../shared/text/index.ts';
import { problemOf } from '../wizard/check-run.ts';
import { useWizard } from '../wizard/context.ts';
import type { SavedFile } from '../wizard/state.ts';

/** Saves the report. */
export function SaveReport({ onSaved }: { readonly onSaved?: () => void }) {
  const saveReport = useWizard((state) => state.saveReport);
  const save = async () => {
    const saved = await saveReport();
    if (saved.outcome !== 'declined') onSaved?.();
    return saved;
  };
  return <SaveButton save={save} label={say('wizard.save')} />;
}

type SaveButtonProps = {
  readonly save: () => Promise<SavedFile>;
  readonly label: string;
  /** The name for screen readers, where the label alone would not tell buttons apart. */
  readonly name?: string;
  readonly isSmall?: boolean;
};

/** Saves a file through the desktop app's own dialog, else as a download, and says so. */
export function SaveButton({ save, label, name = label, isSmall = false }: SaveButtonProps) {
  const [words, setWords] = useState('');
  const press = async () => {
    setWords(''); // the same words twice are told twice
    try {
      const saved = await save();
      if (saved.outcome === 'download') download(saved.file);
      setWords(saved.outcome === 'declined' ? '' : say('wizard.save.done', { file: saved.fileName }));
    } catch (error) {
      setWords(say(problemOf(error).message));
    }
  };
  return (
    <>
      <button
        type="button"
        className={isSmall ? 'button button-small' : 'button'}
        aria-label={name}
        onClick={() => void press() /* ends in words, never rejects */}
      >
        {label}
      </button>
      <span className="quiet small save-words" role="status">
        {words}
      </span>
    </>
  );
}

function download({ fileName, mediaType, text, encoding }: ExportedFile): void {
  const content = encoding === 'base64' ? Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)) : text;
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
