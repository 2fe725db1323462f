/**
 * Starts the packed app with the real Electron and tries what a person would: the first screen, a practice check up to its verdict, an export, and
 * a look for a new version at a feed of its own. For the release workflow; on Linux it wants a display (xvfb-run). The app's fuses shut Node's
 * inspector, so it is driven over Chromium's own debugging port. What is changed beside the program meanwhile is put back.
 *
 *   node build/smoke.mjs release/linux-unpacked/postway
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from 'playwright-core';
import { isolate, serveFeed } from './smoke/feed.mjs';
import { walk } from './smoke/walk.mjs';

const port = 9333;
/** For each step, in milliseconds. */
const limitMs = 60_000;
/** The app looks for a new version a minute after its start. */
const lookLimitMs = 120_000;
const [program] = process.argv.slice(2);
if (program === undefined) throw new Error('name the program to start');

const feed = await serveFeed();
const place = isolate(program, feed.address);
const app = spawn(program, [`--remote-debugging-port=${port}`, '--lang=en'], {
  stdio: 'inherit',
  env: place.environment,
});
const ended = once(app, 'exit').then(([code]) => {
  throw new Error(`the app ended with ${code}`);
});
ended.catch(() => undefined); // it is ended below; before that, the race hears of it
try {
  await Promise.race([trial(), ended]);
} finally {
  app.kill();
  // It keeps its window's place as it ends; the folder goes after that.
  await Promise.race([
    ended.catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, 5_000).unref()),
  ]);
  place.putBack();
  feed.close();
}
process.exit(0);

async function trial() {
  const page = await firstPage();
  page.setDefaultTimeout(limitMs);
  await walk(page, console.log);
  await feed.asked(lookLimitMs);
  console.log('a look for a new version: well');
}

/** The window's page, as soon as the app listens and has opened it. */
async function firstPage() {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const page = browser.contexts()[0]?.pages()[0];
      if (page) return page;
      await browser.close();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
