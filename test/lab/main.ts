import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, cells } from './cells.ts';
import { type Checked, check } from './check.ts';
import { mistakes, nameOf, recommendedIn } from './judge.ts';
import { openLaboratory } from './laboratory.ts';
import type { Line } from './line.ts';
import { networks } from './networks.ts';
import { domainOf, siteNamed } from './sites.ts';

export type LabOptions = {
  /** Only cells whose name contains this. */
  readonly only?: string;
  /** How often each of them is run, every time with other losses. */
  readonly times: number;
  /** Lines that are used side by side. */
  readonly lineCount: number;
  /** Runs at 10 % loss, and as many at 300 ms round trip, with nothing blocked. */
  readonly repeats: number;
  /** A folder for the report of every cell. */
  readonly reports?: string;
};

type Result = {
  readonly name: string;
  readonly expected: string;
  readonly got: string;
  readonly elapsedMs: number;
  readonly mistakes: readonly string[];
};

/** Runs the matrix and the repeats, prints the table; whether everything was right. */
export async function runLab(options: LabOptions): Promise<boolean> {
  const chosen = cells
    .filter((cell) => nameOf(cell).includes(options.only ?? ''))
    .flatMap((cell) => Array.from({ length: options.times }, (_, time) => withOtherLosses(cell, time)));
  const lab = await openLaboratory(options.lineCount);
  try {
    const results = await share(lab.lines, chosen, async (line, cell) => {
      const result = await runCell(line, cell, options.reports);
      print(row(result));
      return result;
    });
    const wrong = results.filter((result) => result.mistakes.length > 0);
    print(`${results.length} cells, ${results.length - wrong.length} right, ${wrong.length} wrong`);
    const blamed = await repeat(lab.lines, options.repeats);
    return wrong.length === 0 && blamed === 0;
  } finally {
    lab.close();
  }
}

/** The first time is the cell as it is written. */
function withOtherLosses(cell: Cell, time: number): Cell {
  return time === 0 ? cell : { ...cell, wire: { ...cell.wire, seed: (cell.wire?.seed ?? 1) + 1000 * time } };
}

async function runCell(line: Line, cell: Cell, reports: string | undefined): Promise<Result> {
  const name = nameOf(cell);
  const expected = `${cell.verdict} ${cell.recommend ?? '-'}`;
  try {
    const checked = await checkCell(line, cell);
    const { report, status, stdout, elapsedMs } = checked;
    if (reports !== undefined) {
      mkdirSync(reports, { recursive: true });
      writeFileSync(join(reports, `${name.replace(/[^\w.-]+/g, '-')}.json`), stdout);
    }
    const got = `${report.verdict.code} ${recommendedIn(report, cell) ?? '-'}`;
    return { name, expected, got, elapsedMs, mistakes: mistakes(cell, report, status) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { name, expected, got: 'no report', elapsedMs: 0, mistakes: [message] };
  }
}

/** Sets a line up as a cell has it and checks the cell's mailbox from there. */
export async function checkCell(line: Line, cell: Cell): Promise<Checked> {
  const network = networks[cell.network];
  const wire = { ...('wire' in network ? network.wire : {}), ...cell.wire };
  await line.set({ ...network, wire });
  const mailbox = `you@${domainOf(siteNamed(cell.site))}`;
  const [first = '', ...rest] = cell.args ?? [];
  const args = first.includes('@') ? [first, ...rest] : [mailbox, first, ...rest];
  return check(line, args.filter(Boolean), 240_000);
}

/** How often something was called blocked where nothing is, on lossy and on slow wires. */
async function repeat(lines: readonly Line[], repeats: number): Promise<number> {
  const seeds = Array.from({ length: repeats }, (_, index) => index + 1);
  let blamed = 0;
  for (const wire of [{ lossPercent: 10 }, { roundTripMs: 300 }]) {
    const runs = await share(lines, seeds, async (line, seed) => {
      const cell: Cell = {
        network: 'open',
        site: 'lab',
        wire: { ...wire, seed },
        verdict: 'all-clear',
        recommend: '587/starttls',
      };
      const { report } = await checkCell(line, cell);
      return report.findings.filter(({ severity }) => severity === 'problem').map(({ code }) => code);
    });
    const wrong = runs.flat();
    blamed += wrong.length;
    print(
      `${repeats} runs with ${JSON.stringify(wire)} and nothing blocked: ${wrong.join(', ') || 'no problem found'}`,
    );
  }
  return blamed;
}

/** Works through the items on all lines side by side, each line one item at a time. */
async function share<Item, Outcome>(
  lines: readonly Line[],
  items: readonly Item[],
  work: (line: Line, item: Item) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  await Promise.all(
    lines.map(async (line) => {
      for (let index = next; index < items.length; index = next) {
        next += 1;
        outcomes[index] = await work(line, items[index] as Item);
      }
    }),
  );
  return outcomes;
}

function row({ name, expected, got, elapsedMs, mistakes: wrong }: Result): string {
  const mark = wrong.length === 0 ? 'right' : 'WRONG';
  const seconds = `${(elapsedMs / 1000).toFixed(1)} s`.padStart(7);
  const line = `${mark}  ${name.padEnd(52)} ${expected.padEnd(44)} ${got.padEnd(44)} ${seconds}`;
  return wrong.length === 0 ? line : `${line}\n       ${wrong.join('; ')}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
