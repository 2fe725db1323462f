import { say } from '../../shared/text/index.ts';
import { nearestLanguage } from '../../shared/text/speak.ts';
import type { Context } from './command.ts';
import { exitStatus } from './exit-status.ts';

type WindowOptions = {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly practice: string | null;
  /** `--language`, where it was given. */
  readonly language: string | undefined;
  /** Try to open a browser whatever this terminal looks like. */
  readonly isOpenForced: boolean;
};

/**
 * Serves the window on loopback until Ctrl-C, prints its address on stdout and opens the browser where a person sits in front of
 * one. Resolves to the exit status.
 */
export async function showWindow(
  { port, practice, language, isOpenForced }: WindowOptions,
  { shell, services }: Context,
): Promise<number> {
  let stop: () => void = () => undefined;
  const interrupted = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const forget = shell.onInterrupt(stop);
  try {
    const served = await services.serve({
      port,
      practice,
      language: language === undefined ? null : nearestLanguage([language]),
    });
    if (!served.ok) {
      shell.stderr.write(`postway: --port: ${say(`cli.wrong.${served.reason}`, { port })}\n`);
      return exitStatus.nothingFound;
    }
    shell.stdout.write(`${served.address}\n`);
    const isOpen = (isOpenForced || hasScreen(shell)) && (await services.openBrowser(served.address));
    shell.stderr.write(`${say(isOpen ? 'cli.serve.opened' : 'cli.serve.open-it')}\n`);
    const isByItself = await Promise.race([interrupted.then(() => false), served.ended.then(() => true)]);
    await served.close();
    if (isByItself) shell.stderr.write(`${say('cli.serve.ended')}\n`);
    return exitStatus.ok;
  } finally {
    forget();
  }
}

/** A person looks at this terminal, and on a screen that can show a browser: not over SSH, not in a script. */
function hasScreen({ stdout, environment, platform }: Context['shell']): boolean {
  if (!stdout.isTerminal || environment.SSH_CONNECTION) return false;
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}
