import { say } from '../../shared/text/index.ts';
import { exitStatus } from './exit-status.ts';
import { nodeServices } from './node-services.ts';
import { nodeShell } from './node-shell.ts';
import { run } from './run.ts';
import { safeText } from './safe-text.ts';

const shell = nodeShell();

/** What a fault of our own looks like: the stack for the bug report, cleaned, since a message may quote a server. */
function tell(fault: unknown): number {
  const lines = (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)).split('\n');
  shell.stderr.write(`${say('cli.fault')}\n${lines.map((line) => `${safeText(line)}\n`).join('')}`);
  return exitStatus.ourFault;
}

const status = await run(process.argv.slice(2), {
  shell,
  services: nodeServices(__POSTWAY_VERSION__),
}).catch(tell);

// Whatever is still open (a browser's idle connection) must not keep a finished command alive; what was written must arrive first.
await Promise.all([process.stdout, process.stderr].map((stream) => flushed(stream)));
process.exit(status);

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (!stream.writable) resolve();
    else stream.write('', () => resolve());
  });
}
