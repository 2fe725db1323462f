import { say } from '../../shared/text/index.ts';
import { exitStatus } from './exit-status.ts';
import { safeText } from './safe-text.ts';
import type { Output } from './shell.ts';

/** Faults of our own in one run of the program. */
export type Faults = {
  report(fault: unknown): void;
  /** From now on each is shown when it is reported, those so far at once. Until then a progress display is left alone. */
  showAtOnce(): void;
  /** The status to end with: whatever it would have been, after a fault it is 70, and scripts can tell it from a verdict. */
  statusOf(status: number): number;
};

/** Shows each fault in one line on stderr, ready for a bug report: what, where in the program, which version. */
export function faultReporter(stderr: Pick<Output, 'write'>, version: string): Faults {
  const waiting: string[] = [];
  const known = new Set<string>();
  let isShown = false;
  const show = (): void => {
    for (const line of waiting.splice(0)) stderr.write(`${line}\n`);
  };
  return {
    report(fault) {
      const line = isForWantOfFiles(fault)
        ? say('cli.few-files')
        : say('cli.fault', {
            version,
            node: process.version,
            system: process.platform,
            fault: lineOf(fault),
          });
      if (known.has(line)) return;
      known.add(line);
      waiting.push(line);
      if (isShown) show();
    },
    showAtOnce() {
      isShown = true;
      show();
    },
    statusOf: (status) => (known.size > 0 ? exitStatus.ourFault : status),
  };
}

function isForWantOfFiles(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return code === 'EMFILE' || code === 'ENFILE';
}

/** The message, cleaned, since it may quote a server, and the innermost places. */
function lineOf(fault: unknown): string {
  if (!(fault instanceof Error)) return safeText(String(fault), 300);
  const places = (fault.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 3)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^\s()]*[/\\]/, '('));
  return safeText([`${fault.name}: ${fault.message}`.slice(0, 300), ...places].join(' '), 600);
}
