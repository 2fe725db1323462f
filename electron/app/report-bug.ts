import { remember } from './bug-log.ts';

/** Our own bug, for the terminal that started the app and for diagnostics; the window hears `internal` and no word of the exception. */
export function reportBug(error: unknown): void {
  remember(error, new Date());
  process.stderr.write(`Postway: ${error instanceof Error ? error.stack : String(error)}\n`);
}
