/**
 * Draws every screen of the window into test/gallery/out, for people to look at.
 *
 *   npm run gallery             all
 *   npm run gallery -- verdict  those whose name contains "verdict"
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { buildIfStale } from '../../build/build.mjs';
import { messages } from '../../build/messages.mjs';
import { thread } from '../../build/thread.mjs';

await buildIfStale();
const path = fileURLToPath(new URL('./gallery.ts', import.meta.url));
const { module } = await runnerImport(path, {
  configFile: false,
  logLevel: 'error',
  plugins: [messages(), thread()],
});
const count = await module.drawGallery(process.argv[2]);
console.log(`${count} pictures in test/gallery/out`);
