/**
 * `npm start`: builds what is stale and opens Postway's window, in Electron where that is possible and in the browser
 * where it is not. Says in one line why it is the browser.
 *
 * POSTWAY_WINDOW=browser does not try Electron; POSTWAY_WINDOW=electron does not fall back to the browser.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const downloadLimitMs = 60_000;
/** Electron that ends this soon and with a failure did not get as far as a window. */
const startFailureMs = 10_000;

const wanted = process.env.POSTWAY_WINDOW || undefined;
if (wanted !== undefined && wanted !== 'browser' && wanted !== 'electron') {
  console.error(`POSTWAY_WINDOW says "${wanted}"; it can say browser or electron.`);
  process.exit(2);
}

// Ctrl-C reaches the child too, as part of the same terminal; it ends in its own way and this process after it.
process.on('SIGINT', () => undefined);

await buildIfStale();
const obstacle = wanted === 'browser' ? 'POSTWAY_WINDOW asks for it' : await openElectron();
if (obstacle !== null) {
  if (wanted === 'electron') {
    console.error(`Electron cannot be used: ${obstacle}.`);
    process.exit(1);
  }
  console.log(`Opening Postway in the browser: ${obstacle}.`);
  const served = await run(process.execPath, [join(root, 'dist', 'cli', 'postway.mjs'), 'serve']);
  process.exitCode = served.code;
}

/** Runs Postway in Electron until it ends. Resolves to why that was not possible, or to null when it ran. */
async function openElectron() {
  if (wanted !== 'electron') {
    const { DISPLAY, WAYLAND_DISPLAY } = process.env;
    if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return 'this terminal has no display';
    // Chromium refuses to run its sandbox as root, and Postway does not run without the sandbox.
    if (process.platform === 'linux' && process.getuid() === 0) return 'Electron does not run as root';
  }
  const electron = electronFolder();
  if (electron === null) return 'the "electron" package is not installed';
  if (!existsSync(electronBinary(electron))) {
    const failure = await download(electron);
    if (failure !== null) return failure;
  }
  const started = performance.now();
  const { code, failure } = await run(electronBinary(electron), [join(root, 'dist', 'main')]);
  if (failure) return `Electron did not start (${failure})`;
  if (code !== 0 && performance.now() - started < startFailureMs)
    return `Electron ended at once with ${code}`;
  process.exitCode = code;
  return null;
}

function electronFolder() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** Where the binary is or would be. Asking the package itself would begin a download without a limit. */
function electronBinary(folder) {
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  return join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
}

/** Lets the package fetch its binary, once and for a limited time. Resolves to why it could not, or to null. */
async function download(folder) {
  console.log(`Fetching Electron, once, for at most ${downloadLimitMs / 1000} s.`);
  const installed = await run(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: downloadLimitMs,
  });
  if (installed.signal === 'SIGINT') process.exit(130);
  if (installed.code === 0 && existsSync(electronBinary(folder))) return null;
  const limitReached = installed.signal === 'SIGTERM';
  return limitReached ? 'Electron took too long to fetch' : 'Electron could not be fetched';
}

/** Runs a program in this terminal to its end. Never rejects. */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const forward = () => child.kill('SIGTERM');
    process.once('SIGTERM', forward);
    child.once('error', ({ message }) => resolve({ code: 1, signal: null, failure: message }));
    child.once('exit', (code, signal) => {
      process.removeListener('SIGTERM', forward);
      resolve({ code: code ?? 1, signal });
    });
  });
}
