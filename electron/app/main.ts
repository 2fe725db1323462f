import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { catchUncaught } from '../backend/uncaught.ts';
import { startEngine } from './engine.ts';
import { serveWindows } from './ipc.ts';
import { lockDown } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { printPdf } from './print-pdf.ts';
import { reportBug } from './report-bug.ts';
import { askWhereToSave } from './save-dialog.ts';
import { registerScheme, serveScheme } from './scheme.ts';
import { openWindow, showWindow } from './window.ts';

const preload = fileURLToPath(new URL('../preload/index.cjs', import.meta.url));
const engineFile = fileURLToPath(new URL('../engine/index.cjs', import.meta.url));
const pageFolder = fileURLToPath(new URL('../renderer/', import.meta.url));

/** As the command line's. */
const exitStatusOfOurFault = 70;

catchUncaught(process, reportBug);
app.enableSandbox();
registerScheme();
if (app.requestSingleInstanceLock()) start();
else app.quit(); // the Postway that runs already shows its window: 'second-instance'

function start(): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  const ready = app.whenReady().then(() => {
    app.on('second-instance', () => showWindow(preload));
    app.on('activate', () => showWindow(preload));
    lockDown();
    serveScheme(pageFolder);
    const languages = app.getPreferredSystemLanguages(); // the window says so when the person chose another
    const engine = startEngine({ file: engineFile, languages, askWhereToSave, printPdf, reportBug });
    app.on('will-quit', () => engine.end());
    serveWindows(engine);
    setMenu();
    openWindow(preload);
  });
  ready.catch((error: unknown) => {
    reportBug(error); // without a window there is nothing to go on with
    app.exit(exitStatusOfOurFault);
  });
}
