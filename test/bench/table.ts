/** One line of the table. */
export type Row = {
  readonly what: string;
  readonly postway: string;
  /** What it is compared with, each with its ratio. */
  readonly comparedWith: readonly string[];
  /** The target of the row and whether it was met. */
  readonly target?: string;
};

/** A figure of something else, and how many times that Postway's own is. */
export function compared(name: string, own: number, other: number, shown: string): string {
  return `${name} ${shown} (${(own / other).toFixed(2)})`;
}

/** `at most` a number of times something. */
export function target(ratio: number, atMost: number, of: string): string {
  return `≤ ${atMost} × ${of}: ${ratio <= atMost ? 'met' : 'MISSED'}`;
}

/** Seconds from milliseconds, for people. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

const head = ['', 'Postway', 'compared with (Postway is … times that)', 'target'] as const;

/** The table as Markdown, or set out in columns for a terminal. */
export function renderTable(rows: readonly Row[], isMarkdown: boolean): string {
  const cells = rows.map(({ what, postway, comparedWith, target: wanted = '' }) => [
    what,
    postway,
    comparedWith.join(', '),
    wanted,
  ]);
  if (isMarkdown) {
    const rule = head.map(() => '---');
    return [head, rule, ...cells].map((row) => `| ${row.join(' | ')} |\n`).join('');
  }
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((row) => (row[column] ?? '').length)),
  );
  return [head, ...cells]
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
