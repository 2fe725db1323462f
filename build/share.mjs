/**
 * What belongs to the command line besides its program, made from its command table: the manual page, completions for three shells, and the
 * licences of what is bundled, in `dist/share`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { licencesText } from './licences.mjs';
import { messages } from './messages.mjs';
import { release } from './release.mjs';

const root = new URL('..', import.meta.url);

/** Writes all of it. Rejects when the command table or a licence cannot be read. */
export async function writeShare() {
  const { module } = await runnerImport(fileURLToPath(new URL('electron/cli/documents.ts', root)), {
    configFile: false,
    logLevel: 'error',
    plugins: [messages()],
  });
  const files = { ...module.documents(await release()), 'LICENCES.txt': licencesText() };
  const folder = new URL('dist/share/', root);
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(new URL(name, folder), text)));
}
