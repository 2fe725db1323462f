import { BrowserWindow, dialog } from 'electron';

/** Asks the person where to save a file. Resolves to null when they changed their mind or the window has gone. */
export async function askWhereToSave(suggestedName: string): Promise<string | null> {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) return null;
  const answer = await dialog.showSaveDialog(window, { defaultPath: suggestedName });
  return answer.canceled ? null : answer.filePath;
}
