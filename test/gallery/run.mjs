/**
 * Draws every screen of the window into test/gallery/out, for people to look at.
 *
 *   npm run gallery             all
 *   npm run gallery -- verdict  those whose name contains "verdict"
 *   npm run gallery -- --docs   those in docs/pictures, anew
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { buildIfStale } from '../../build/build.mjs';
import { messages } from '../../build/messages.mjs';
import { thread } from '../../build/thread.mjs';

await buildIfStale();
const load = async (url) => {
  const options = { configFile: false, logLevel: 'error', plugins: [messages(), thread()] };
  return (await runnerImport(fileURLToPath(url), options)).module;
};
if (process.argv[2] === '--docs') {
  const { drawForDocuments } = await load(new URL('./documents.ts', import.meta.url));
  console.log(`${await drawForDocuments()} pictures in docs/pictures`);
} else {
  const { drawGallery } = await load(new URL('./gallery.ts', import.meta.url));
  console.log(`${await drawGallery(process.argv[2])} pictures in test/gallery/out`);
}
