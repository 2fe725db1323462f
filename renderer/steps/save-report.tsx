import { useState } from 'react';
import type { ExportedFile } from '../../shared/contract/contract.ts';
import { say } from '../../shared/text/index.ts';
import { problemOf } from '../wizard/check-run.ts';
import { useWizard } from '../wizard/context.ts';

/** Saves the report: through the desktop app's own dialog, else as a download. */
export function SaveReport() {
  const saveReport = useWizard((state) => state.saveReport);
  const [words, setWords] = useState('');
  const save = async () => {
    try {
      const { outcome, file } = await saveReport();
      if (outcome === 'download') download(file);
      setWords(outcome === 'declined' ? '' : say('wizard.save.done', { file: file.fileName }));
    } catch (error) {
      setWords(problemOf(error).message);
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void save() /* ends in words, never rejects */}>
        {say('wizard.save')}
      </button>
      <span className="quiet small save-words" role="status">
        {words}
      </span>
    </>
  );
}

function download({ fileName, mediaType, text }: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
