import { app, BrowserWindow } from 'electron';
import { offerPage } from './scheme.ts';

/** Countries whose printers hold Letter (Unicode CLDR, paper size); everybody else's hold A4. */
const letterCountries = 'BZ CA CL CO CR GT MX NI PA PH PR SV US VE';
/** A page of text takes well under a second; what takes this long does not end. */
const limitMs = 20_000;

/**
 * Prints a page of ours into a PDF: in a window that nobody sees, without scripts, without the way to the backend, gone in the end. Rejects
 * when the page cannot be printed, takes too long, or `signal` aborts.
 */
export async function printPdf(html: string, signal: AbortSignal): Promise<Uint8Array> {
  const page = offerPage(html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  const ended = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  const close = (): void => window.destroy();
  ended.addEventListener('abort', close);
  try {
    await window.loadURL(page.address);
    const pageSize = letterCountries.includes(app.getLocaleCountryCode() || '?') ? 'Letter' : 'A4';
    return await window.webContents.printToPDF({ pageSize, generateTaggedPDF: true });
  } finally {
    ended.removeEventListener('abort', close);
    page.withdraw();
    if (!window.isDestroyed()) close();
  }
}
