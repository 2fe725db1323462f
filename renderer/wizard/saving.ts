import type { Caller, ExportedFile } from '../../shared/contract/contract.ts';
import { say } from '../../shared/text/index.ts';
import { problemOf } from './check-run.ts';
import { reportFile } from './report-file.ts';
import type { SavedFile, WizardState } from './state.ts';

type SavingParts = {
  readonly caller: Pick<Caller, 'file.save' | 'page.save' | 'report.save'>;
  readonly get: () => WizardState;
};

/** What offers files for saving; each rejects when saving failed. */
export function savingActions({
  caller,
  get,
}: SavingParts): Pick<WizardState, 'saveReport' | 'saveFile' | 'savePage' | 'saveSheet'> {
  const saveFile = async (file: ExportedFile): Promise<SavedFile> => {
    try {
      const { saved: isSaved } = await caller['file.save'](file);
      return { outcome: isSaved ? 'saved' : 'declined', fileName: file.fileName };
    } catch (error) {
      if (problemOf(error).code === 'unavailable')
        return { outcome: 'download', fileName: file.fileName, file };
      throw error;
    }
  };
  return {
    saveReport: async () => {
      const { report } = get().run;
      if (report === null) throw new Error('there is no report to save');
      return saveFile(reportFile(report));
    },
    saveFile,
    savePage: async (settings) => {
      const { saved: isSaved } = await caller['page.save'](settings);
      return { outcome: isSaved ? 'saved' : 'declined', fileName: say('wizard.files.pdf-file') };
    },
    saveSheet: async (sheet) => {
      const { saved: isSaved } = await caller['report.save'](sheet);
      return { outcome: isSaved ? 'saved' : 'declined', fileName: say('wizard.files.pdf-file') };
    },
  };
}
