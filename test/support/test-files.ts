import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders whose tests are one project each, by what they need of the machine. */
const folders: Readonly<Record<string, readonly string[]>> = {
  sockets: ['electron', 'faults', 'simulation', 'build'],
  browser: ['e2e'],
  programs: ['thunderbird'],
  lab: ['lab'],
};

/** What a test file calls when it wants a real program: `needs(…)`, or `sends.ts`, which calls it. */
const wantsProgram = /\bneeds\(|\/sends\.ts'/;

/**
 * Every test file below `root`, by project. What stands in no folder of its own is `pure`, the loop of seconds, unless it asks for a
 * real program: then it is one of the `programs`.
 */
export function testFiles(root: string): Readonly<Record<string, string[]>> {
  const files: Record<string, string[]> = { pure: [], sockets: [], browser: [], programs: [], lab: [] };
  for (const name of readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })) {
    if (/\.test\.tsx?$/.test(name)) files[projectOf(name, root)]?.push(`test/${name.replaceAll('\\', '/')}`);
  }
  return files;
}

/** `file` is relative to the folder of all tests. */
function projectOf(file: string, root: string): string {
  const folder = file.split(/[\\/]/)[0] ?? '';
  const named = Object.keys(folders).find((project) => folders[project]?.includes(folder));
  if (named !== undefined) return named;
  return wantsProgram.test(readFileSync(join(root, 'test', file), 'utf8')) ? 'programs' : 'pure';
}
