import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser that has not read the page by then will not. */
const keepMs = 60_000;

/**
 * Lets `open` hand a browser a file that leads to the address, because an address in a command line could be read by every user of
 * this computer, and its token with it. The file is readable by its owner alone and goes after a minute or with this process. Resolves
 * to what `open` resolves to.
 */
export async function openByPage(
  address: string,
  open: (path: string) => Promise<boolean>,
): Promise<boolean> {
  const folder = await mkdtemp(join(placeForPages(), 'postway-'));
  const path = join(folder, 'open-postway.html');
  const removeAtExit = () => rmSync(folder, { recursive: true, force: true });
  const remove = async () => {
    process.removeListener('exit', removeAtExit);
    await rm(folder, { recursive: true, force: true });
  };
  process.once('exit', removeAtExit);
  let isOpen = false;
  try {
    await writeFile(path, pageFor(address), { mode: 0o600, flag: 'wx' });
    isOpen = await open(path);
    return isOpen;
  } finally {
    if (isOpen)
      setTimeout(() => void remove(), keepMs).unref(); // `force`: a folder that is gone already is fine
    else await remove();
  }
}

/** Browsers that were installed as a snap see neither /tmp nor hidden folders, only what stands openly in the home folder. */
function placeForPages(): string {
  return process.platform === 'linux' && existsSync('/snap/bin') ? homedir() : tmpdir();
}

/** `address` is our own: scheme, number, port and a base64url token, nothing that HTML would read otherwise. */
function pageFor(address: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Postway</title><meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${address}"></head>
<body><a href="${address}">Postway</a></body></html>
`;
}
