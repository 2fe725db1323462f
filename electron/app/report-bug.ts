/** Our own bug, for the terminal that started the app; the window hears `internal` and no word of the exception. */
export function reportBug(error: unknown): void {
  process.stderr.write(`Postway: ${error instanceof Error ? error.stack : String(error)}\n`);
}
