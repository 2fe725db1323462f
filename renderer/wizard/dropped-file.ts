import type { StoreApi } from 'zustand/vanilla';
import { maxReportChars } from '../../shared/model/report.ts';
import type { WizardState } from './state.ts';

type Dropping = Pick<DragEvent, 'preventDefault'> & {
  readonly dataTransfer: (Pick<DataTransfer, 'types' | 'dropEffect'> & { readonly files: FileList }) | null;
};

/** The part of the browser that is used. */
export type DropPlace = {
  addEventListener(type: 'dragover' | 'drop', listener: (event: Dropping) => void): void;
};

/**
 * Opens a report that is dropped on the window, as one that was chosen; a browser would show the file in place of the window. Text that is
 * dropped stays the fields'. While a check runs nothing is taken.
 */
export function takeDroppedReports(wizard: StoreApi<WizardState>, place: DropPlace): void {
  const isFree = () => !['running', 'stopping'].includes(wizard.getState().run.phase);
  place.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = isFree() ? 'copy' : 'none';
  });
  place.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file && isFree()) void textOf(file).then(wizard.getState().openReport); // neither rejects
  });
}

/** What is in a file. Of one that is no report, such as a film, no more than a report could be; of a folder nothing. */
export function textOf(file: Blob): Promise<string> {
  return file
    .slice(0, maxReportChars * 4 + 4)
    .text()
    .catch(() => '');
}
