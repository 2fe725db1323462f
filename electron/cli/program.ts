import { speak } from '../../shared/text/speak.ts';
import { catchUncaught } from '../backend/uncaught.ts';
import { wordsFor } from './commands/index.ts';
import { exitStatus } from './exit-status.ts';
import { faultReporter } from './faults.ts';
import { languageFor } from './language.ts';
import { nodeServices } from './node-services.ts';
import { nodeShell } from './node-shell.ts';
import { run } from './run.ts';

export { endUnwritten } from './node-shell.ts';

/** How long a command that was stopped after a fault of ours may still need to show what it knows, in ms. */
const lastWordMs = 3_000;

/** Comes before everything else, since even a fault of ours is told in words. Rejects when they cannot be loaded. */
export function learnToSpeak(argv: readonly string[]): Promise<void> {
  return speak(languageFor(argv, { environment: process.env }), wordsFor(argv));
}

/** Runs the command line of this process and ends the process with its status. `argv` is without node and the script. */
export async function runProgram(argv: readonly string[]): Promise<never> {
  const shell = nodeShell();
  const faults = faultReporter(shell.stderr, __POSTWAY_VERSION__);
  const services = nodeServices(__POSTWAY_VERSION__, faults.report);
  let isServing = false;
  process.on('exit', (status) => {
    faults.showAtOnce();
    process.exitCode = faults.statusOf(status);
  });
  catchUncaught(process, (fault) => {
    faults.report(fault);
    // A window's server serves on. Another command may wait for what will not come: it is stopped and shows what it knows.
    if (isServing) return;
    setTimeout(() => process.exit(exitStatus.ourFault), lastWordMs).unref();
    process.emit('SIGINT');
  });
  const status = await run(argv, {
    shell,
    services: {
      ...services,
      serve: (options) => {
        isServing = true;
        faults.showAtOnce();
        return services.serve(options);
      },
    },
  }).catch((fault: unknown) => {
    faults.report(fault);
    return exitStatus.ourFault;
  });

  // Whatever is still open (a browser's idle connection) must not keep a finished command alive; what was written must arrive first.
  await Promise.all([process.stdout, process.stderr].map((stream) => flushed(stream)));
  return process.exit(status);
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (!stream.writable) resolve();
    else stream.write('', () => resolve());
  });
}
