/**
 * Draws every screen of the window into test/gallery/out/<language>, for people to look at.
 *
 *   npm run gallery                                 all, in English, light and dark
 *   npm run gallery -- verdict                      those whose name contains "verdict"
 *   npm run gallery -- --language de                in German
 *   npm run gallery -- --docs                       those in docs/pictures, anew
 *   npm run gallery -- coach.window --scheme forced in the system's own colours, as the app opens
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { buildIfStale } from '../../build/build.mjs';
import { licensed } from '../../build/licences.mjs';
import { messages } from '../../build/messages.mjs';
import { thread } from '../../build/thread.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    docs: { type: 'boolean', default: false },
    language: { type: 'string', default: 'en' },
    scheme: { type: 'string', multiple: true, default: ['light', 'dark'] },
  },
});

await buildIfStale();
const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  plugins: [messages(), thread(), licensed()],
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const imported = (url) => vite.ssrLoadModule(fileURLToPath(url));
if (values.docs) {
  const { drawForDocuments } = await imported(new URL('./documents.ts', import.meta.url));
  console.log(`${await drawForDocuments()} pictures in docs/pictures`);
} else {
  const { drawGallery, schemes } = await imported(new URL('./gallery.ts', import.meta.url));
  const { languages } = await imported(new URL('../../shared/text/languages.ts', import.meta.url));
  refuseUnknown('language', [values.language], languages);
  refuseUnknown('scheme', values.scheme, Object.keys(schemes));
  const [only = ''] = positionals;
  const count = await drawGallery({ only, language: values.language, schemes: values.scheme });
  console.log(`test/gallery/out/${values.language}: ${count} pictures`);
}
await vite.close();

function refuseUnknown(option, given, known) {
  if (given.every((one) => known.includes(one))) return;
  console.error(`--${option}: one of ${known.join(', ')}`);
  process.exit(2);
}
