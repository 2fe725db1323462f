import type { Line } from '../lab/line.ts';
import { median } from './measured.ts';

/** Medians in milliseconds. */
export type StartUp = {
  readonly versionMs: number;
  readonly explainMs: number;
  readonly bareNodeMs: number;
};

/** What commands without a network take, from the start of the process to its end, and a Node that does nothing, in turns. */
export async function measureStartUp(line: Line, runs: number): Promise<StartUp> {
  const { node, postway } = line.programs;
  const commands = {
    bareNodeMs: [node, '-e', '0'],
    versionMs: [node, postway, '--version'],
    explainMs: [node, postway, 'explain', "Error 0x800CCC0E: Server: 'smtp.example.com', Port: 25"],
  } as const;
  const taken = { bareNodeMs: [] as number[], versionMs: [] as number[], explainMs: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    for (const [name, command] of Object.entries(commands)) {
      const shown = await line.run(command, 10_000);
      if (shown.status !== 0)
        throw new Error(`${command.join(' ')} ended with ${shown.status}: ${shown.stderr}`);
      taken[name as keyof typeof taken].push(shown.elapsedMs);
    }
  }
  return {
    versionMs: median(taken.versionMs),
    explainMs: median(taken.explainMs),
    bareNodeMs: median(taken.bareNodeMs),
  };
}
