import type { CheckEvent } from '../../shared/model/check.ts';
import { columnsOf, fitInto, padTo } from '../../shared/text/columns.ts';
import { say } from '../../shared/text/index.ts';
import { inSeconds } from '../../shared/text/seconds.ts';
import type { Paint } from './paint.ts';
import { inWords, type ProgressRow, ProgressRows } from './progress-rows.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';

export type Progress = {
  readonly onEvent: (event: CheckEvent) => void;
  /** A line of our own that stays on the screen. */
  readonly note: (line: string) => void;
  /** Takes the moving part off the screen. May be called more than once. */
  readonly end: () => void;
};

/** Ten times a second moves smoothly for the eye and costs a slow connection to a remote terminal little. */
const redrawMs = 100;
const narrowest = 40;

/** Shows on stderr how a check goes: a small moving display on a terminal, one line for each answer elsewhere. */
export function startProgress(shell: Shell, paint: Paint, subject: string): Progress {
  const { stderr, environment } = shell;
  stderr.write(`${say('cli.progress.start', { subject: safeText(subject, 200) })}\n`);
  const canMove = stderr.isTerminal && environment.TERM !== 'dumb' && stderr.columns() >= narrowest;
  return canMove ? movingDisplay(shell, paint) : plainLines(shell, paint);
}

function plainLines({ stderr }: Shell, paint: Paint): Progress {
  return {
    onEvent(event) {
      if (event.type === 'usable') stderr.write(`${usableLine(event, paint)}\n`);
      if (event.type !== 'observed') return;
      const { observation } = event;
      const { words } = inWords(observation);
      const where = { host: safeText(observation.host, 100), port: observation.port };
      const told = { ...where, words, seconds: inSeconds(observation.elapsedMs) };
      // The made-up name itself would only puzzle whoever reads it.
      const kind = observation.control === 'made-up-name' ? 'made-up-name' : observation.role;
      stderr.write(`${say(`cli.progress.line.${kind}`, told)}\n`);
    },
    note: (line) => stderr.write(`${line}\n`),
    end: () => undefined,
  };
}

function movingDisplay(shell: Shell, paint: Paint): Progress {
  const { stderr } = shell;
  const rows = new ProgressRows();
  const startedMs = shell.now();
  let drawn = 0;
  let hasEnded = false;

  /** Up to the first line of the display, and clear from there to the end of the screen. */
  const eraser = () => (drawn > 0 ? `\u001b[${drawn}A\r\u001b[J` : '');
  const erase = () => {
    if (drawn > 0) stderr.write(eraser());
    drawn = 0;
  };
  const draw = () => {
    const columns = stderr.columns();
    // One line fewer than the screen has, or the first ones scroll away and can no longer be erased.
    const shown = rows.rows(shell.now() - startedMs).slice(0, Math.max(0, stderr.rows() - 2));
    const nameColumns = Math.max(10, ...shown.map(({ name }) => columnsOf(name)));
    const lines = shown.map((row) => paintRow(row, { columns: columns - 1, nameColumns }, paint));
    // In one write, so that the terminal never shows the moment between erasing and drawing.
    const text = eraser() + lines.map((line) => `${line}\n`).join('');
    if (text !== '') stderr.write(text);
    drawn = lines.length;
  };
  const stopDrawing = shell.every(redrawMs, draw);
  const keep = (line: string) => {
    if (hasEnded) return;
    erase();
    stderr.write(`${line}\n`);
    draw();
  };

  return {
    onEvent(event) {
      if (hasEnded) return;
      rows.apply(event);
      if (event.type === 'usable') keep(usableLine(event, paint));
    },
    note: keep,
    end() {
      if (hasEnded) return;
      hasEnded = true;
      stopDrawing();
      erase();
      stderr.write('\n'); // what comes next is the result
    },
  };
}

function usableLine({ server, atMs }: Extract<CheckEvent, { type: 'usable' }>, paint: Paint): string {
  const line = say('cli.progress.usable', {
    host: safeText(server.host, 100),
    port: server.port,
    security: say(`cli.with.${server.security}`),
    seconds: inSeconds(atMs),
  });
  return paint.good(line);
}

function paintRow(
  { name, host, words, state, elapsedMs }: ProgressRow,
  { columns, nameColumns }: { readonly columns: number; readonly nameColumns: number },
  paint: Paint,
): string {
  const seconds = elapsedMs === null ? '' : `${inSeconds(elapsedMs)} s`;
  const hostWidth = columns >= 72 ? 28 : 0;
  const shownHost = hostWidth === 0 ? '' : `${safeText(host, hostWidth - 1).padEnd(hostWidth)}`;
  const before = `  ${padTo(nameColumns, name)} ${shownHost}`;
  const room = Math.max(0, columns - columnsOf(before) - 9);
  const shown = fitInto(room, words);
  return `${before}${colourOf(state, paint)(shown)}${paint.dim(seconds.padStart(8))}`;
}

function colourOf(state: ProgressRow['state'], paint: Paint): (text: string) => string {
  switch (state) {
    case 'good':
      return paint.good;
    case 'doubtful':
      return paint.doubtful;
    case 'bad':
      return paint.bad;
    case 'waiting':
      return paint.dim;
    case 'running':
      return (text) => text;
    default:
      return state satisfies never;
  }
}
