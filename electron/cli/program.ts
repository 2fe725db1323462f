import { say } from '../../shared/text/index.ts';
import { exitStatus } from './exit-status.ts';
import { nodeServices } from './node-services.ts';
import { nodeShell } from './node-shell.ts';
import { run } from './run.ts';
import { safeText } from './safe-text.ts';

const shell = nodeShell();

/** Runs the command line of this process and ends the process with its status. `argv` is without node and the script. */
export async function runProgram(argv: readonly string[]): Promise<never> {
  const status = await run(argv, {
    shell,
    services: nodeServices(__POSTWAY_VERSION__, reportFault),
  }).catch((fault) => {
    reportFault(fault);
    return exitStatus.ourFault;
  });

  // Whatever is still open (a browser's idle connection) must not keep a finished command alive; what was written must arrive first.
  await Promise.all([process.stdout, process.stderr].map((stream) => flushed(stream)));
  return process.exit(status);
}

/** Tells of a fault of our own: the stack for the bug report, cleaned, since a message may quote a server. */
function reportFault(fault: unknown): void {
  const lines = (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)).split('\n');
  shell.stderr.write(`${say('cli.fault')}\n${lines.map((line) => `${safeText(line)}\n`).join('')}`);
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (!stream.writable) resolve();
    else stream.write('', () => resolve());
  });
}
