import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { say } from '../../shared/text/index.ts';
import { nearestLanguage, speak } from '../../shared/text/speak.ts';
import { catchUncaught } from '../backend/uncaught.ts';
import { ask } from './ask.ts';
import { saveDiagnostics } from './diagnostics.ts';
import { startEngine } from './engine.ts';
import { serveWindows } from './ipc.ts';
import { lockDown } from './lock-down.ts';
import { type MenuActions, setMenu } from './menu.ts';
import { agreedOpening, type Opened, type Opening, openingIn } from './opening.ts';
import { type KeptPreferences, preferencesIn } from './preferences.ts';
import { printPdf } from './print-pdf.ts';
import { reportBug } from './report-bug.ts';
import { askWhereToSave } from './save-dialog.ts';
import { registerScheme, serveScheme } from './scheme.ts';
import { updateHost, updateKey } from './updates/key.ts';
import { updateSource } from './updates/source.ts';
import { updater } from './updates/updater.ts';
import { type Updates, updatesOf } from './updates/updates.ts';
import { openWindow, showWindow } from './window.ts';

const preload = fileURLToPath(new URL('../preload/index.cjs', import.meta.url));
const engineFile = fileURLToPath(new URL('../engine/index.cjs', import.meta.url));
const pageFolder = fileURLToPath(new URL('../renderer/', import.meta.url));

/** As the command line's. */
const exitStatusOfOurFault = 70;

/** What macOS asks to open before anything is ready for it. */
let early: Opening | null = null;
let open = (opening: Opening): void => {
  early = opening;
};

catchUncaught(process, reportBug);
app.enableSandbox();
registerScheme();
if (app.requestSingleInstanceLock()) start();
else app.quit(); // the Postway that runs already shows its window, and is told of a link or a report: 'second-instance'

function start(): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    open({ kind: 'link', link });
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open({ kind: 'report', path });
  });
  app
    .whenReady()
    .then(begin)
    .catch((error: unknown) => {
      reportBug(error); // without a window there is nothing to go on with
      app.exit(exitStatusOfOurFault);
    });
}

async function begin(): Promise<void> {
  let showMenu = (): void => undefined;
  const languages = app.getPreferredSystemLanguages(); // the window says so when the person chose another
  await speak(nearestLanguage(languages) ?? 'en', ['rest']);
  const preferences = preferencesIn(app.getPath('userData'), reportBug);
  const isFirstStart = preferences.get().place === undefined;
  lockDown();
  serveScheme(pageFolder);
  const engine = startEngine({
    file: engineFile,
    languages,
    askWhereToSave,
    printPdf,
    // The window's language is the menu's and the dialogs'.
    onLanguage: (language) => void speak(language, ['rest']).then(showMenu, reportBug),
    reportBug,
  });
  const hand = serveWindows(engine);
  const updates = updatesOf({
    version: __POSTWAY_VERSION__,
    source: updateSource(),
    preferences,
    ask,
    isChecking: engine.isChecking,
    updater,
    publicKey: updateKey,
    host: updateHost,
  });
  app.on('will-quit', () => {
    updates.end();
    engine.end();
  });

  const show = (opened: Opened): void => {
    showWindow(preload, preferences);
    hand(opened);
  };
  open = (opening) =>
    void agreedOpening(opening, ask).then((opened) => {
      if (opened !== null) show(opened);
    }, reportBug);
  app.on('second-instance', (_event, argv, folder) => {
    showWindow(preload, preferences);
    const opening = openingIn(argv.slice(1), folder);
    if (opening) open(opening);
  });
  app.on('activate', () => showWindow(preload, preferences));
  showMenu = () => setMenu(menuActions(preferences, updates, show));
  showMenu();
  openWindow(preload, preferences);
  const first = early ?? openingIn(process.argv.slice(1), process.cwd());
  if (first) open(first);
  updates.begin(isFirstStart).then(showMenu).catch(reportBug); // the answer stands in the Help menu
}

function menuActions(
  preferences: KeptPreferences,
  updates: Updates,
  show: (opened: Opened) => void,
): MenuActions {
  const lookNow = (): void => void updates.lookNow().catch(reportBug);
  return {
    openReport: () => void chooseReport().catch(reportBug),
    showHelp: () => show({ kind: 'open', help: true }),
    saveDiagnostics: () => void saveDiagnostics(preferences.get(), ask).catch(reportBug),
    updates:
      updateSource() === 'postway'
        ? { isDaily: preferences.get().looksForUpdates === true, lookNow, setDaily: updates.setDaily }
        : null,
  };
}

/** The person's own choice of a file is not asked about twice, but for what it replaces on the screen. */
async function chooseReport(): Promise<void> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openFile'],
    filters: [{ name: say('app.reports'), extensions: ['postway', 'json'] }],
  });
  const [path] = filePaths;
  if (!canceled && path !== undefined) open({ kind: 'report', path });
}
