/**
 * The program of the engine's other thread (`electron/engine/thread/entry.ts`), bundled into one text that `postway:thread` exports. As a
 * text it travels inside the bundle that starts it: no second file to find, in an archive or beside a test.
 */
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const name = 'postway:thread';

/** A Vite plugin. */
export function thread() {
  return {
    name: 'postway-thread',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: async (id) =>
      id === `\0${name}` ? `export const code = ${JSON.stringify(await bundled())};` : null,
  };
}

async function bundled() {
  const { output } = await viteBuild({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    root,
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: fileURLToPath(new URL('../electron/engine/thread/entry.ts', import.meta.url)),
      write: false,
      target: 'node20.19',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: [...builtinModules, /^node:/],
        output: { format: 'cjs', codeSplitting: false },
      },
    },
  });
  return output[0].code;
}
