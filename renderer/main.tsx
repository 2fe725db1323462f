import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import './wizard/wizard.css';
import './picture/picture.css';
import './steps/steps.css';
import './steps/printed-page.css';
import './program/program.css';
import './program/drawn.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createCaller } from '../shared/contract/caller.ts';
import { speak } from '../shared/text/speak.ts';
import { connect } from './connect.ts';
import { loadLaterScreens, screens } from './steps/index.ts';
import { WizardContext } from './wizard/context.ts';
import { followHistory } from './wizard/history.ts';
import { keepLanguage, wantedLanguage } from './wizard/language.ts';
import { loadSaved, savingTo } from './wizard/saved.ts';
import { doShortcut, listenForShortcuts } from './wizard/shortcuts.ts';
import { createWizard } from './wizard/store.ts';
import { keptTextSize, showTextSize } from './wizard/text-size.ts';
import { prepareForLoss, Wizard } from './wizard/wizard.tsx';

window.addEventListener('load', () => {
  void loadLaterScreens(); // never rejects
  prepareForLoss();
});
void show(); // ends in what the screens show, never rejects

async function show(): Promise<void> {
  showTextSize(keptTextSize(localStorage), document.documentElement);
  const language = wantedLanguage(localStorage, navigator.languages);
  const [connection] = await Promise.all([connect(), speak(language, ['window'])]);
  document.documentElement.lang = language;
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

  const place = document.getElementById('page');
  if (!place) throw new Error('index.html has no place for the window');
  createRoot(place).render(
    <StrictMode>
      <WizardContext value={wizard}>
        <Wizard screens={screens} />
      </WizardContext>
    </StrictMode>,
  );
  await wizard.getState().begin();
}
