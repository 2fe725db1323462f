import { bareRoundTrips } from '../lab/bare-dialogue.ts';
import { openLaboratory } from '../lab/laboratory.ts';
import { type Condition, conditions, type Figures, measureCondition } from './conditions.ts';
import { type Crowd, crowds, growth } from './growth.ts';
import { type ListFigures, measureLists } from './list.ts';
import { rivals } from './rivals.ts';
import { type StalledSource, stalledSource } from './stalled-source.ts';
import { measureStartUp, type StartUp } from './start-up.ts';
import { compared, type Row, renderTable, seconds, target } from './table.ts';
import { measureWindow, type WindowFigures } from './window.ts';

export type BenchOptions = {
  /** How often each thing is measured; medians are shown. */
  readonly runs: number;
  /** Only what has this in its name: a condition (`20 ms, 25 dropped`), `stall`, `at once`, `list`, `start` or `window`. */
  readonly only: string;
  /** Prints the table as the documents have it. */
  readonly isMarkdown: boolean;
};

/** Measures everything in one lab and prints the table; progress goes to the error output. */
export async function runBench({ runs, only, isMarkdown }: BenchOptions): Promise<void> {
  const lab = await openLaboratory();
  try {
    const [line] = lab.lines;
    const wall: Row[] = [];
    const usable: Row[] = [];
    const cost: Row[] = [];
    for (const condition of conditions.filter((one) => nameOf(one).includes(only))) {
      tell(`${nameOf(condition)} …`);
      const figures = await measureCondition(line, condition, runs);
      const [whole, first] = [wallRow(condition, figures), usableRow(condition, figures)];
      tell(renderTable([whole, first], true));
      wall.push(whole);
      usable.push(first);
      if (condition.roundTripMs === 80) cost.push(...costRows(condition, figures));
    }
    await line.set({});
    const rows = [...wall, ...usable, ...cost];
    if ('stall'.includes(only)) {
      tell('a source that stalls …');
      rows.push(...stalledRows(await stalledSource(runs)));
    }
    if ('at once'.includes(only)) {
      tell('many at once …');
      rows.push(...growthRows(await growth(runs)));
    }
    if ('list'.includes(only)) {
      tell('lists …');
      rows.push(...listRows(await measureLists()));
    }
    if ('start'.includes(only)) {
      tell('start …');
      rows.push(...startUpRows(await measureStartUp(line, Math.max(runs, 10))));
    }
    if ('window'.includes(only)) {
      tell('window …');
      rows.push(...windowRows(await measureWindow(Math.max(runs, 10))));
    }
    process.stdout.write(renderTable(rows, isMarkdown));
  } finally {
    lab.close();
  }
}

function nameOf({ network, roundTripMs }: Condition): string {
  return `${roundTripMs} ms, ${network === 'open' ? 'nothing blocked' : network}`;
}

function wallRow(condition: Condition, { postway, rivals: others }: Figures): Row {
  return {
    what: `whole verdict, ${nameOf(condition)}`,
    postway: seconds(postway.wallMs),
    comparedWith: rivals.map((rival) => {
      const { wallMs } = others[rival];
      return compared(rival, postway.wallMs, wallMs, seconds(wallMs));
    }),
    target: target(postway.wallMs / others.nmap.wallMs, 1, 'nmap'),
  };
}

/** Of the dialogue up to the second EHLO, without the SRV record, which is asked for beside the address. */
const neededRoundTrips = bareRoundTrips - 1;
/** What a computer may take for its own work meanwhile, TLS above all. */
const ownWorkMs = 60;

function usableRow(condition: Condition, { usableMs, bareMs }: Figures): Row {
  const countedMs = bareRoundTrips * condition.roundTripMs;
  const mostMs = 1.25 * neededRoundTrips * condition.roundTripMs + ownWorkMs;
  return {
    what: `first usable setting, ${nameOf(condition)}`,
    postway: seconds(usableMs),
    comparedWith: [
      compared(`${bareRoundTrips} round trips`, usableMs, countedMs, seconds(countedMs)),
      compared('bare dialogue', usableMs, bareMs, seconds(bareMs)),
    ],
    target: `≤ 1.25 × ${neededRoundTrips} round trips + ${ownWorkMs} ms (${seconds(mostMs)}): ${usableMs <= mostMs ? 'met' : 'MISSED'}`,
  };
}

function costRows(condition: Condition, { postway, rivals: others }: Figures): readonly Row[] {
  return [
    {
      what: `processor time, ${nameOf(condition)}`,
      postway: `${postway.cpuSeconds.toFixed(2)} s`,
      comparedWith: rivals.map((rival) => {
        const { cpuSeconds } = others[rival];
        return compared(rival, postway.cpuSeconds, cpuSeconds, `${cpuSeconds.toFixed(2)} s`);
      }),
    },
    {
      what: `peak memory, ${nameOf(condition)}`,
      postway: `${postway.peakMegabytes.toFixed(0)} MB`,
      comparedWith: rivals.map((rival) => {
        const { peakMegabytes } = others[rival];
        return compared(rival, postway.peakMegabytes, peakMegabytes, `${peakMegabytes.toFixed(0)} MB`);
      }),
    },
  ];
}

function growthRows(wallMs: ReadonlyMap<Crowd, number>): readonly Row[] {
  const of = (crowd: Crowd): number => wallMs.get(crowd) ?? Number.NaN;
  return crowds.map((crowd) => ({
    what: `${crowd} checked at once, practice network`,
    postway: seconds(of(crowd)),
    comparedWith: crowd === 1 ? [] : [compared('one', of(crowd), of(1), seconds(of(1)))],
  }));
}

/** What a list of 1,000 addresses may take. */
const listBounds = { addresses: 1_000, wallMs: 60_000, megabytes: 200 };

function listRows(figures: readonly ListFigures[]): readonly Row[] {
  const [smallest] = figures;
  return figures.map(({ addresses, domains, wallMs, peakMegabytes }) => {
    const isMet = wallMs <= listBounds.wallMs && peakMegabytes <= listBounds.megabytes;
    return {
      what: `list of ${addresses} addresses of ${domains} domains, practice network`,
      postway: `${seconds(wallMs)}, ${peakMegabytes.toFixed(0)} MB`,
      comparedWith: smallest
        ? [
            `an address ${(wallMs / addresses).toFixed(1)} ms (${compared(`of ${smallest.addresses}`, wallMs / addresses, smallest.wallMs / smallest.addresses, `${(smallest.wallMs / smallest.addresses).toFixed(1)} ms`)})`,
          ]
        : [],
      ...(addresses === listBounds.addresses && { target: `≤ 60 s, 200 MB: ${isMet ? 'met' : 'MISSED'}` }),
    };
  });
}

/** How much later a stalled source may make anything, in milliseconds. */
const stallAllowanceMs = 200;

function stalledRows({ mergedMs, usableMs }: StalledSource): readonly Row[] {
  return [
    { what: 'merged answer', ...mergedMs },
    { what: 'first usable setting', ...usableMs },
  ].map(({ what, with: withIt, without }) => {
    const laterMs = withIt - without;
    return {
      what: `${what} while a source stalls for 10 s`,
      postway: seconds(withIt),
      comparedWith: [
        `without that source ${seconds(without)} (${laterMs < 0 ? '' : '+'}${laterMs.toFixed(0)} ms)`,
      ],
      target: `≤ +${stallAllowanceMs} ms: ${laterMs <= stallAllowanceMs ? 'met' : 'MISSED'}`,
    };
  });
}

function startUpRows({ versionMs, explainMs, bareNodeMs }: StartUp): readonly Row[] {
  const row = (what: string, tookMs: number, most: number): Row => ({
    what,
    postway: seconds(tookMs),
    comparedWith: [compared('node -e 0', tookMs, bareNodeMs, seconds(bareNodeMs))],
    target: target(tookMs / bareNodeMs, most, 'node -e 0'),
  });
  return [row('postway --version', versionMs, 1.5), row('postway explain', explainMs, 3)];
}

/** When the window has to be there, and how long it may be deaf, in milliseconds. */
const windowBounds = { usableMs: 800, longestTaskMs: 50 };

function windowRows({ usableMs, emptyPageMs, longestTaskMs }: WindowFigures): readonly Row[] {
  const task = (until: string, longestMs: number): Row => ({
    what: `longest task of the window until ${until}`,
    postway: longestMs === 0 ? 'none over 50 ms' : `${longestMs.toFixed(0)} ms`,
    comparedWith: [],
    target: `≤ 50 ms: ${longestMs <= windowBounds.longestTaskMs ? 'met' : 'MISSED'}`,
  });
  return [
    {
      what: 'first screen of the window, usable',
      postway: seconds(usableMs),
      comparedWith: [compared('an empty page', usableMs, emptyPageMs, seconds(emptyPageMs))],
      target: `≤ 0.8 s: ${usableMs <= windowBounds.usableMs ? 'met' : 'MISSED'}`,
    },
    task('its first screen', longestTaskMs.first),
    task('the verdict', longestTaskMs.verdict),
  ];
}

function tell(progress: string): void {
  process.stderr.write(`${progress}\n`);
}
