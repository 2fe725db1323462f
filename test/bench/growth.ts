import { check } from '../../electron/engine/check.ts';
import { practiceSystem } from '../../electron/practice/practice-system.ts';
import { findScenario } from '../../electron/practice/scenarios.ts';
import { aCheckInput } from '../support/builders.ts';
import { median } from './measured.ts';

/** How many mail servers are checked at once. */
export const crowds = [1, 10, 50] as const;
export type Crowd = (typeof crowds)[number];

/**
 * How long so many checks take that start together in this process, in milliseconds to the end of the last, the median of `runs`. Each
 * meets the practice network's mail server, controls and dropped port 25; the servers run in this process too. Throws when a verdict is
 * wrong.
 */
export async function growth(runs: number): Promise<ReadonlyMap<Crowd, number>> {
  await together(1); // what is compiled at the first check belongs to none of them
  const medians = new Map<Crowd, number>();
  for (const crowd of crowds) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await together(crowd));
    medians.set(crowd, median(times));
  }
  return medians;
}

async function together(crowd: number): Promise<number> {
  const scenario = findScenario('port-25-blocked');
  if (!scenario) throw new Error('the practice network lost its scenario');
  const { system, close } = await practiceSystem(scenario);
  const domain = scenario.address.slice(scenario.address.indexOf('@') + 1);
  const input = aCheckInput({ address: scenario.address, domain });
  try {
    const started = performance.now();
    const reports = await Promise.all(
      Array.from({ length: crowd }, () =>
        check(input, { system, version: '0.0.0' }, new AbortController().signal),
      ),
    );
    const wallMs = performance.now() - started;
    const wrong = reports.find(({ verdict }) => verdict.code !== scenario.expected.verdict);
    if (wrong) throw new Error(`${crowd} checks at once: ${wrong.verdict.code}`);
    return wallMs;
  } finally {
    await close();
  }
}
