/**
 * The app under the double as a program of its own, for what starts it from outside (`build/smoke.mjs`): takes the switches of Chromium that it
 * knows, and keeps its own things where Electron does on Linux. The minute after which the app looks for a new version is a second here.
 *
 *   node test/support/electron-double/program.mjs <resources> --remote-debugging-port=<port>
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { messages } from '../../../build/messages.mjs';
import { thread } from '../../../build/thread.mjs';

const [packedIn, ...switches] = process.argv.slice(2);
const debuggingPort = Number(switches.join(' ').match(/--remote-debugging-port=(\d+)/)?.[1]);

const { setTimeout: wait } = globalThis;
globalThis.setTimeout = Object.assign(
  (then, ms, ...more) => wait(then, ms === 60_000 ? 1_000 : ms, ...more),
  wait,
);

const { module } = await runnerImport(fileURLToPath(new URL('launch.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  plugins: [messages(), thread()],
});
const app = await module.launchElectron({
  mainFile: fileURLToPath(new URL('../../../dist/main/index.cjs', import.meta.url)),
  packedIn,
  debuggingPort,
  userData: join(process.env.XDG_CONFIG_HOME, 'Postway'),
});
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
