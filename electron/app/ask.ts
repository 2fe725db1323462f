import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { say } from '../../shared/text/index.ts';

type Question = {
  readonly question: string;
  readonly detail: string;
  /** What the button says that agrees. */
  readonly yes: string;
};

/** Questions and words in the system's own dialogs, which no page can draw or answer. */
export type Ask = {
  /** Closing the dialog, and Escape, mean no. */
  whether(question: Question): Promise<boolean>;
  tell(message: string): Promise<void>;
};

export const ask: Ask = {
  async whether({ question, detail, yes }) {
    const { response } = await show({
      type: 'question',
      message: question,
      detail,
      buttons: [yes, say('app.no')],
      defaultId: 1, // what came uninvited is not agreed to by Return
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  },
  async tell(message) {
    await show({ type: 'info', message, buttons: [say('app.close')], noLink: true });
  },
};

function show(options: MessageBoxOptions): Promise<{ response: number }> {
  const [window] = BrowserWindow.getAllWindows();
  return window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
}
