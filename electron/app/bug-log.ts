/** How many faults are remembered for a support desk. */
const most = 20;

/** One fault of ours without anything that a person or a server wrote: messages quote addresses, and paths name people. */
type LoggedBug = { readonly at: string; readonly what: string; readonly frames: readonly string[] };

const bugs: LoggedBug[] = [];

/** Remembers a fault of ours, in memory only. */
export function remember(error: unknown, now: Date): void {
  bugs.push(withoutPersonalData(error, now));
  if (bugs.length > most) bugs.shift();
}

/** The faults since the start, the oldest first. */
export function remembered(): readonly LoggedBug[] {
  return bugs;
}

/** An error's kind and code, and the names of our functions with the place in our bundle. */
export function withoutPersonalData(error: unknown, now: Date): LoggedBug {
  if (!(error instanceof Error)) return { at: now.toISOString(), what: typeof error, frames: [] };
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Z0-9_]{1,40}$/.test(error.code);
  const frames = [
    ...(error.stack ?? '').matchAll(
      /^\s+at (?:async )?(?:([\w.<>$#]{1,80}) (?=\())?.*?([\w-]{1,60}\.[cm]?js:\d+:\d+)\)?$/gm,
    ),
  ];
  return {
    at: now.toISOString(),
    what: `${/^\w{1,40}$/.test(error.name) ? error.name : 'Error'}${code ? ` ${error.code}` : ''}`,
    frames: frames.slice(0, 12).map(([, name = '?', place]) => `${name} (${place})`),
  };
}
