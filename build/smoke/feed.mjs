/** A feed of new versions on this computer, and the app's surroundings for the time of a trial. */
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Serves this very version as the newest one. `asked(ms)` resolves when the app has asked for it, and rejects after that time. */
export async function serveFeed() {
  let heard;
  const isAsked = new Promise((resolve) => {
    heard = resolve;
  });
  const server = createServer(({ url = '' }, response) => {
    const isFeed = /^\/latest[\w-]*\.yml(?:\?|$)/.test(url);
    response.writeHead(isFeed ? 200 : 404, { 'content-type': 'text/yaml' });
    response.end(isFeed ? `version: ${version}\nfiles: []\n` : '');
    if (isFeed) heard();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    asked: (limitMs) => Promise.race([isAsked, late(limitMs)]),
    close: () => server.closeAllConnections(server.close()),
  };
}

async function late(limitMs) {
  await new Promise((resolve) => setTimeout(resolve, limitMs).unref());
  throw new Error('nobody asked the feed for a new version');
}

/**
 * Lets a packed program look for new versions at that address, as somebody who agreed to it. Gives its environment, and a way to put back what
 * was there.
 */
export function isolate(program, address) {
  const configuration = mkdtempSync(join(tmpdir(), 'postway-smoke-'));
  const files = [
    replace(updateFile(program), `provider: generic\nurl: ${address}\nupdaterCacheDirName: postway-smoke\n`),
    replace(join(preferencesFolder(configuration), 'preferences.json'), '{"looksForUpdates":true}'),
  ];
  return {
    // On Linux the app replaces itself as an AppImage only; the name of one is enough to look.
    environment: { ...process.env, XDG_CONFIG_HOME: configuration, APPIMAGE: program },
    putBack() {
      for (const undo of files) undo();
      rmSync(configuration, { recursive: true, force: true });
    },
  };
}

/** Where electron-builder writes the address of new versions, beside the program. */
function updateFile(program) {
  const resources = process.platform === 'darwin' ? '../Resources' : 'resources';
  return join(dirname(program), resources, 'app-update.yml');
}

/** The folder of the app's own, as Electron names it. */
function preferencesFolder(configuration) {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Postway');
  return join(process.platform === 'win32' ? (process.env.APPDATA ?? homedir()) : configuration, 'Postway');
}

function replace(file, text) {
  const before = existsSync(file) ? readFileSync(file) : null;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return () => (before === null ? rmSync(file, { force: true }) : writeFileSync(file, before));
}
