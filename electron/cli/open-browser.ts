import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** An opener that cannot open anything says so within this time; one that still runs by then is doing its work. */
const settleMs = 1500;
/** A browser that starts from cold has read the page by then. */
const keepMs = 30_000;

/**
 * Opens an address in the person's browser by way of a page that only they can read: the address lets one browser in, and what
 * stands in a command line can be read by everybody on this computer. Resolves to whether it was opened; never rejects.
 */
export async function openBrowser(address: string, platform: string): Promise<boolean> {
  try {
    const folder = await mkdtemp(join(tmpdir(), 'postway-')); // readable by its owner alone
    process.once('exit', () => rmSync(folder, { recursive: true, force: true })); // ended before the time is over
    const page = join(folder, 'open.html');
    await writeFile(page, leadingTo(address), { mode: 0o600 });
    const isOpen = await openInDesktop(pathToFileURL(page).href, platform);
    const remove = () => rm(folder, { recursive: true, force: true }).catch(() => undefined); // the system empties it otherwise
    if (isOpen) setTimeout(remove, keepMs).unref();
    else await remove();
    return isOpen;
  } catch {
    return false; // no place for the page: the person opens the printed address themselves
  }
}

function leadingTo(address: string): string {
  const target = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<!doctype html><meta charset="utf-8"><title>Postway</title><meta http-equiv="refresh" content="0;url=${target}">\n`;
}

function openInDesktop(target: string, platform: string): Promise<boolean> {
  const [command, ...args] = openerOf(platform);
  return new Promise((resolve) => {
    const child = spawn(command, [...args, target], { stdio: 'ignore', detached: true });
    const settled = setTimeout(() => resolve(true), settleMs);
    const end = (isOpen: boolean) => {
      clearTimeout(settled);
      resolve(isOpen);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
    child.unref();
  });
}

function openerOf(platform: string): [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  // Not `cmd /c start`, which would give characters of the target a meaning.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
