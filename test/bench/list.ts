import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { messages } from '../../build/messages.mjs';
import { thread } from '../../build/thread.mjs';

/** Addresses and the domains they are of: twenty to a domain, as with 1,000 addresses of 50 domains. */
export const lists = [
  [10, 1],
  [100, 5],
  [1_000, 50],
  [10_000, 500],
] as const;

/** What one list took, servers of the practice network included. */
export type ListFigures = {
  readonly addresses: number;
  readonly domains: number;
  readonly wallMs: number;
  /** How many addresses got which verdict. */
  readonly verdicts: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
};

/** Checks each of the lists once, in a process of its own and bundled as the command line is. Rejects when a verdict is wrong. */
export async function measureLists(): Promise<readonly ListFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'postway-bench-list-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      plugins: [messages(), thread()],
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: fileURLToPath(new URL('./list-run.ts', import.meta.url)),
        outDir: folder,
        target: 'node20.19',
        rolldownOptions: {
          external: [...builtinModules, /^node:/],
          output: { entryFileNames: 'list-run.mjs', chunkFileNames: '[name]-[hash].mjs' },
        },
      },
    });
    const figures: ListFigures[] = [];
    for (const [addresses, domains] of lists) {
      const argv = [join(folder, 'list-run.mjs'), `${addresses}`, `${domains}`];
      const { stdout } = await promisify(execFile)(process.execPath, argv);
      const took: Omit<ListFigures, 'addresses' | 'domains'> = JSON.parse(stdout);
      if (took.verdicts['all-clear'] !== addresses)
        throw new Error(`of ${addresses} addresses that work: ${JSON.stringify(took.verdicts)}`);
      figures.push({ addresses, domains, ...took });
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
