import { spawn } from 'node:child_process';

/** A program that cannot open anything says so within this time; one that still runs by then is doing its work. */
const settleMs = 1500;

/** Asks the desktop to open a web address or a file. Resolves to whether it did; never rejects. */
export function openInDesktop(target: string, platform: string): Promise<boolean> {
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
