import { bareDialogueMs } from '../lab/bare-dialogue.ts';
import { type Checked, check, usableAfterMs } from '../lab/check.ts';
import type { Line, Ran } from '../lab/line.ts';
import { networks } from '../lab/networks.ts';
import { type Measured, measured, median } from './measured.ts';
import { type Rival, runRival } from './rivals.ts';

/** A wire and what the network does on it. */
export type Condition = { readonly network: 'open' | '25 dropped'; readonly roundTripMs: number };

/** Every wire with every network. */
export const conditions: readonly Condition[] = [20, 40, 80, 150, 300, 400, 600].flatMap((roundTripMs) =>
  (['25 dropped', 'open'] as const).map((network) => ({ network, roundTripMs })),
);

/** Medians of one condition. */
export type Figures = {
  readonly postway: Measured;
  readonly rivals: Readonly<Record<Rival, Measured>>;
  /** When the recommended setting was known to work, after the start of the check. */
  readonly usableMs: number;
  /** What the protocols take on this wire when nothing else is done. */
  readonly bareMs: number;
};

/** The verdict each network must get, or its times say nothing. */
const verdicts = { open: 'all-clear', '25 dropped': 'port-25-blocked' } as const;

/** Measures every program `runs` times in turns. Throws when one of them did not do its work. */
export async function measureCondition(line: Line, condition: Condition, runs: number): Promise<Figures> {
  const { network, roundTripMs } = condition;
  await line.set({ ...networks[network], wire: { roundTripMs } });
  const postway: (Measured & { outcome: Checked })[] = [];
  const others: Record<Rival, Measured[]> = { nmap: [], swaks: [], nodemailer: [] };
  const bare: number[] = [];
  const measureRival = async (rival: Rival): Promise<void> => {
    others[rival].push(await measured<Ran>(line, (watched) => runRival(watched, rival, 'mail.lab.test')));
  };
  for (let run = 0; run < runs; run += 1) {
    const checked = await measured(line, (watched) => check(watched, ['you@lab.test']));
    const { code } = checked.outcome.report.verdict;
    if (code !== verdicts[network]) throw new Error(`${network}, ${roundTripMs} ms: the verdict was ${code}`);
    postway.push(checked);
    bare.push(await bareDialogueMs(line, 'lab.test'));
    await measureRival('nmap');
    // Where 25 is dropped both mostly wait, so they may wait together.
    await Promise.all([measureRival('swaks'), measureRival('nodemailer')]);
  }
  return {
    postway: medianOf(postway),
    rivals: {
      nmap: medianOf(others.nmap),
      swaks: medianOf(others.swaks),
      nodemailer: medianOf(others.nodemailer),
    },
    usableMs: median(postway.map(({ outcome }) => usableAfterMs(outcome.report))),
    bareMs: median(bare),
  };
}

function medianOf(runs: readonly Measured[]): Measured {
  return {
    wallMs: median(runs.map(({ wallMs }) => wallMs)),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: median(runs.map(({ peakMegabytes }) => peakMegabytes)),
  };
}
