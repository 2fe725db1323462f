import type { StoreApi } from 'zustand/vanilla';
import { createCaller } from '../shared/contract/caller.ts';
import { connect } from './connect.ts';
import { followHistory } from './wizard/history.ts';
import { keepLanguage } from './wizard/language.ts';
import { loadSaved, savingTo } from './wizard/saved.ts';
import { doShortcut, listenForShortcuts } from './wizard/shortcuts.ts';
import type { WizardState } from './wizard/state.ts';
import { createWizard } from './wizard/store.ts';

/** The wizard of this window, once its language is spoken and it is connected, with what survived a reload, and following the window's keys and history. */
export async function beginWizard(spoken: Promise<void>): Promise<StoreApi<WizardState>> {
  const [connection] = await Promise.all([connect(), spoken]);
  const caller = createCaller(connection.channel);
  const wizard = createWizard({
    caller,
    reconnected: connection.reconnected,
    retry: connection.retry,
    saved: loadSaved(sessionStorage),
    save: savingTo(sessionStorage),
    now: () => Date.now(),
    onLanguage: (chosen) => {
      document.documentElement.lang = chosen;
      keepLanguage(localStorage, chosen);
      caller['window.keep']({ language: chosen }).catch(() => undefined); // it is spoken all the same
    },
  });
  connection.onChange((isConnected) => wizard.getState().connectionChanged(isConnected));
  connection.onOpened((opened) => {
    const { goTo, answer, openReport } = wizard.getState();
    if ('help' in opened) return void doShortcut('help', wizard);
    if ('report' in opened) return void openReport(opened.report);
    goTo('address');
    answer({ address: opened.subject });
  });
  followHistory(wizard, window);
  listenForShortcuts(wizard, window);
  import('./wizard/dropped-file.ts').then(
    (later) => later.takeDroppedReports(wizard, window),
    () => undefined, // a report can be chosen all the same
  );
  return wizard;
}
